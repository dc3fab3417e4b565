import { joinPointer, splitPointer } from './faults';
import type { Position } from './lines';
import { Lines } from './lines';

interface Place {
	readonly at: number;
	readonly keyAt?: number;
	readonly members?: Map<string, Place>;
	readonly items?: Place[];
}

/** JSON text that remembers where everything stood. */
export interface LocatedJson {
	readonly value: unknown;
	/** Pointers of members whose name had stood in the same object before, with the place of the second. */
	readonly duplicates: readonly { readonly pointer: string; readonly at: Position }[];
	/** Where the value stands; where its name stands if it is a member; its nearest parent if it is not there. */
	positionOf(pointer: string): Position;
}

/** The first place where a text is no JSON. */
export class JsonTextError extends Error {
	constructor(
		message: string,
		readonly at: Position,
	) {
		super(message);
		this.name = 'JsonTextError';
	}
}

// Far below the depth at which the recursion would exhaust the stack.
const MAX_DEPTH = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads JSON (RFC 8259) and keeps the positions that error messages need. */
export function readJsonText(pasted: string): LocatedJson | JsonTextError {
	const text = pasted.startsWith('\uFEFF') ? pasted.slice(1) : pasted;
	const lines = new Lines(text);
	const scanner = new Scanner(text, lines);
	try {
		const [value, root] = scanner.document();
		return {
			value,
			duplicates: scanner.duplicates.map(({ pointer, at }) => ({
				pointer,
				at: lines.positionOf(at),
			})),
			positionOf: (pointer) => lines.positionOf(offsetOf(root, pointer)),
		};
	} catch (error) {
		if (error instanceof JsonTextError) return error;
		return new JsonTextError('it cannot be read', lines.positionOf(0));
	}
}

class Scanner {
	readonly duplicates: { pointer: string; at: number }[] = [];
	private at = 0;
	private depth = 0;

	constructor(
		private readonly text: string,
		private readonly lines: Lines,
	) {}

	document(): [unknown, Place] {
		this.space();
		if (this.at === this.text.length) this.fail('the text is empty; a JSON object is expected');
		const read = this.value('');
		this.space();
		if (this.at < this.text.length) this.fail('there is text after the end of the JSON document');
		return read;
	}

	private value(pointer: string): [unknown, Place] {
		const at = this.at;
		switch (this.text[at]) {
			case '{':
				return this.nested(() => this.object(pointer));
			case '[':
				return this.nested(() => this.array(pointer));
			case '"':
				return [this.string(), { at }];
			default: {
				const word = this.match(WORD);
				if (word !== undefined) return [WORDS[word], { at }];
				const number = this.match(NUMBER);
				if (number !== undefined) return [Number(number), { at }];
				return this.fail(`a value is expected, not ${this.found()}`);
			}
		}
	}

	private nested<T>(read: () => T): T {
		if (++this.depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH} levels`);
		const value = read();
		this.depth--;
		return value;
	}

	private object(pointer: string): [unknown, Place] {
		const value = {};
		const place = { at: this.at, members: new Map<string, Place>() };
		this.at++;
		this.space();
		if (this.take('}')) return [value, place];
		do {
			this.space();
			const keyAt = this.at;
			if (this.text[keyAt] !== '"')
				this.fail(`a name in double quotes is expected, not ${this.found()}`);
			const name = this.string();
			const inner = joinPointer(pointer, name);
			if (place.members.has(name)) this.duplicates.push({ pointer: inner, at: keyAt });
			this.space();
			if (!this.take(':')) this.fail(`\`:\` is expected after a name, not ${this.found()}`);
			this.space();
			const [member, memberPlace] = this.value(inner);
			place.members.set(name, { ...memberPlace, keyAt });
			// A plain assignment to `__proto__` would change the prototype instead.
			Object.defineProperty(value, name, { value: member, ...PLAIN });
			this.space();
		} while (this.take(','));
		if (!this.take('}')) this.fail(`\`,\` or \`}\` is expected, not ${this.found()}`);
		return [value, place];
	}

	private array(pointer: string): [unknown, Place] {
		const value: unknown[] = [];
		const place = { at: this.at, items: new Array<Place>() };
		this.at++;
		this.space();
		if (this.take(']')) return [value, place];
		do {
			this.space();
			const [item, itemPlace] = this.value(joinPointer(pointer, value.length));
			value.push(item);
			place.items.push(itemPlace);
			this.space();
		} while (this.take(','));
		if (!this.take(']')) this.fail(`\`,\` or \`]\` is expected, not ${this.found()}`);
		return [value, place];
	}

	private string(): string {
		const start = this.at;
		let escaped = false;
		for (this.at++; this.at < this.text.length; this.at++) {
			const code = this.text.charCodeAt(this.at);
			if (code === QUOTE) {
				this.at++;
				return escaped ? this.unescape(start) : this.text.slice(start + 1, this.at - 1);
			}
			if (code < SPACE) this.fail('a line break or control character stands inside a text');
			if (code === BACKSLASH) {
				escaped = true;
				this.at++;
			}
		}
		this.at = start;
		return this.fail('a text is not closed with `"`');
	}

	private unescape(start: number): string {
		try {
			return String(JSON.parse(this.text.slice(start, this.at)));
		} catch {
			this.at = start;
			return this.fail('a text holds a backslash that starts no JSON escape');
		}
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	private take(sign: string): boolean {
		if (this.text[this.at] !== sign) return false;
		this.at++;
		return true;
	}

	private space(): void {
		while (' \t\n\r'.includes(this.text[this.at] ?? '-')) this.at++;
	}

	private found(): string {
		const sign = this.text[this.at];
		if (sign === undefined) return 'the end of the text';
		if (sign === '/') return 'a comment (JSON has none)';
		return sign === '}' || sign === ']'
			? `\`${sign}\` (is there a comma too much?)`
			: `\`${sign}\``;
	}

	private fail(message: string): never {
		throw new JsonTextError(message, this.lines.positionOf(this.at));
	}
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const PLAIN = { writable: true, enumerable: true, configurable: true };

function offsetOf(root: Place, pointer: string): number {
	let place = root;
	for (const part of splitPointer(pointer)) {
		const inner = place.members?.get(part) ?? place.items?.[Number(part)];
		if (inner === undefined) break;
		place = inner;
	}
	return place.keyAt ?? place.at;
}
