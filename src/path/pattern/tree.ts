/** One character out of a set, already in JavaScript's words. */
export interface Characters {
	readonly kind: 'characters';
	readonly source: string;
	/** May hold characters beyond ASCII. */
	readonly wide: boolean;
}

export type Node =
	| Characters
	/** `^`, `$`, `\b` and the like: no character. */
	| { readonly kind: 'assertion'; readonly source: string }
	| { readonly kind: 'reference'; readonly source: string }
	/** `open` is `(`, `(?:`, `(?<name>`, or that of a look around. */
	| { readonly kind: 'group'; readonly open: string; readonly body: Node }
	| { readonly kind: 'sequence'; readonly parts: readonly Node[] }
	| { readonly kind: 'choice'; readonly options: readonly Node[] }
	| {
			readonly kind: 'repetition';
			readonly body: Node;
			readonly min: number;
			/** Absent = without limit. */
			readonly max?: number;
			readonly lazy: boolean;
	  };

export function isLookAround(open: string): boolean {
	return /^\(\?<?[=!]/.test(open);
}

export function print(node: Node): string {
	switch (node.kind) {
		case 'characters':
		case 'assertion':
		case 'reference':
			return node.source;
		case 'group':
			return `${node.open}${print(node.body)})`;
		case 'sequence':
			return node.parts.map(print).join('');
		case 'choice':
			return node.options.map(print).join('|');
		case 'repetition':
			return `${print(node.body)}{${node.min},${node.max ?? ''}}${node.lazy ? '?' : ''}`;
	}
}
