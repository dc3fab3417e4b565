import type { Json } from '../model/json';

export type Step =
	| { readonly kind: 'name'; readonly name: string }
	/** `['a','b']`: as last step an object with these members, before others one branch per name. */
	| { readonly kind: 'names'; readonly names: readonly string[] }
	| { readonly kind: 'index'; readonly index: number }
	| { readonly kind: 'indexes'; readonly indexes: readonly number[] }
	| { readonly kind: 'slice'; readonly from?: number; readonly to?: number }
	| { readonly kind: 'wildcard' }
	| { readonly kind: 'filter'; readonly filter: Expression }
	/** `..`: the step behind it is applied to the value itself and to everything below it. */
	| { readonly kind: 'descendants' };

export interface PathNode {
	/** `$` the document, `@` the value at hand. */
	readonly origin: '$' | '@';
	readonly steps: readonly Step[];
	/** Ends in `.length()`. */
	readonly length: boolean;
	/** As the author wrote it. */
	readonly text: string;
}

/** Text with holes that are filled when a condition is tested. */
export type Template = readonly (string | { readonly variable: string })[];

export type Operand =
	| { readonly kind: 'path'; readonly path: PathNode }
	/** `isBareWord`: a text that the author put no quotes round. */
	| { readonly kind: 'literal'; readonly value: Json; readonly isBareWord?: true }
	/** Read from the document beforehand. */
	| { readonly kind: 'known'; readonly value: Json | undefined }
	| { readonly kind: 'template'; readonly template: Template }
	| { readonly kind: 'list'; readonly items: readonly Operand[] };

export interface RegexNode {
	readonly template: Template;
	readonly flags: string;
}

export type Comparison =
	| '=='
	| '==='
	| '!='
	| '!=='
	| '<'
	| '<='
	| '>'
	| '>='
	| 'in'
	| 'nin'
	| 'contains';

export interface Call {
	readonly name: string;
	readonly path?: PathNode;
	/** Value of the property it looks at. */
	readonly property?: string;
}

export type Leaf = { readonly text: string } & (
	| { readonly kind: 'exists'; readonly operand: Operand }
	| { readonly kind: 'empty'; readonly operand: Operand; readonly wanted: boolean }
	| {
			readonly kind: 'compare';
			readonly operator: Comparison;
			readonly left: Operand;
			readonly right: Operand;
	  }
	/** Without `regex` (a property that is not set) it never matches. */
	| { readonly kind: 'match'; readonly operand: Operand; readonly regex?: RegexNode }
	| { readonly kind: 'call'; readonly call: Call }
);

export type Expression =
	| { readonly kind: 'and'; readonly parts: readonly Expression[] }
	| { readonly kind: 'or'; readonly parts: readonly Expression[] }
	| { readonly kind: 'not'; readonly part: Expression }
	| Leaf;

/** Position of the first step that can address several values, or -1. */
export function firstIndefinite(steps: readonly Step[]): number {
	return steps.findIndex((step, position) => {
		if (step.kind === 'name' || step.kind === 'index') return false;
		return !(step.kind === 'names' && position === steps.length - 1);
	});
}

/** The paths that a leaf reads itself; those inside of their filters are not among them. */
export function pathsOf(leaf: Leaf): readonly PathNode[] {
	if (leaf.kind === 'call') return leaf.call.path === undefined ? [] : [leaf.call.path];
	const operands: readonly Operand[] =
		leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.operand];
	return operands.flatMap((operand) => (operand.kind === 'path' ? [operand.path] : []));
}
