import { literal, readClass, readEscape } from './characters';
import { Scanner } from './scanner';
import type { Node } from './tree';
import { isLookAround } from './tree';

const MAX_DEPTH = 30;
const MAX_COUNT = 1_000;
const GROUP_OPENINGS = ['(?:', '(?=', '(?!', '(?<=', '(?<!'];
const ASSERTIONS: Readonly<Record<string, string>> = {
	b: '\\b',
	B: '\\B',
	A: '^',
	z: '$',
	Z: '(?=\\r?\\n?$)',
};

export interface Pattern {
	readonly root: Node;
	/** Number of capturing groups. */
	readonly groups: number;
	/** Flags that stood in front, such as `i` of `(?i)`. */
	readonly flags: string;
}

/**
 * Java's syntax (java.util.regex.Pattern) into a tree in JavaScript's words.
 * @throws PatternFault for what is wrong, and for what JavaScript cannot express
 */
export function parsePattern(text: string, flags: string): Pattern {
	const scanner = new Scanner(text);
	const front = /^\(\?([a-zA-Z]+)\)/.exec(text);
	if (front !== null) scanner.at = front[0].length;
	const all = flags + (front?.[1] ?? '');
	const parser = new Parser(scanner, all.includes('m'));
	const root = parser.readChoice(0);
	if (!scanner.done) scanner.fail('this `)` has no opening');
	return { root, groups: parser.groups, flags: all };
}

class Parser {
	groups = 0;

	constructor(
		private readonly scanner: Scanner,
		private readonly byLine: boolean,
	) {}

	readChoice(depth: number): Node {
		if (depth > MAX_DEPTH) this.scanner.fail('groups are nested too deeply');
		const first = this.readSequence(depth);
		const options = [first];
		while (this.scanner.eat('|')) options.push(this.readSequence(depth));
		return options.length === 1 ? first : { kind: 'choice', options };
	}

	private readSequence(depth: number): Node {
		const parts: Node[] = [];
		while (!this.scanner.done && !['|', ')'].includes(this.scanner.peek())) {
			if (this.scanner.eat('\\Q')) parts.push(...this.readQuotation());
			else parts.push(this.readRepetition(this.readAtom(depth)));
		}
		return { kind: 'sequence', parts };
	}

	private readQuotation(): Node[] {
		const parts: Node[] = [];
		while (!this.scanner.done && !this.scanner.eat('\\E')) parts.push(literal(this.scanner.take()));
		const last = parts.pop();
		return last === undefined ? [] : [...parts, this.readRepetition(last)];
	}

	private readAtom(depth: number): Node {
		const { scanner } = this;
		const start = scanner.at;
		const sign = scanner.take();
		switch (sign) {
			case '(':
				scanner.at = start;
				return this.readGroup(depth);
			case '[':
				return readClass(scanner);
			case '.':
				return { kind: 'characters', source: '.', wide: true };
			case '^':
				return { kind: 'assertion', source: this.byLine ? '(?<![^\\n])' : '^' };
			case '$':
				return { kind: 'assertion', source: this.byLine ? '(?![^\\n])' : '(?=\\r?\\n?$)' };
			case '\\':
				return this.readEscaped();
			case '*':
			case '+':
			case '?':
			case '{':
				return scanner.fail(`nothing stands before \`${sign}\``, start);
			default:
				return literal(sign);
		}
	}

	private readEscaped(): Node {
		const { scanner } = this;
		const letter = scanner.peek();
		const source = Object.hasOwn(ASSERTIONS, letter) ? ASSERTIONS[letter] : undefined;
		if (source !== undefined) {
			scanner.take();
			return { kind: 'assertion', source };
		}
		if (scanner.eat('k<')) {
			const name = scanner.takeWhile(/[A-Za-z0-9]/);
			if (!scanner.eat('>')) scanner.fail('`>` is expected');
			return { kind: 'reference', source: `\\k<${name}>` };
		}
		if (/[1-9]/.test(letter)) {
			if (Number(letter) > this.groups) scanner.fail(`there is no group ${letter} before it`);
			return { kind: 'reference', source: `(?:\\${scanner.take()})` };
		}
		return readEscape(scanner);
	}

	private readGroup(depth: number): Node {
		const { scanner } = this;
		const start = scanner.at;
		const open = this.readOpening();
		if (!open.startsWith('(?') || /^\(\?<[A-Za-z]/.test(open)) this.groups += 1;
		const body = this.readChoice(depth + 1);
		if (!scanner.eat(')')) scanner.fail('the closing `)` is missing', start);
		return { kind: 'group', open, body };
	}

	private readOpening(): string {
		const { scanner } = this;
		const start = scanner.at;
		const opening = GROUP_OPENINGS.find((word) => scanner.eat(word));
		if (opening !== undefined) return opening;
		scanner.take();
		if (scanner.peek() !== '?') return '(';
		if (scanner.eat('?>')) scanner.fail('atomic groups are not supported', start);
		if (!scanner.eat('?<')) scanner.fail('flags can stand at the very beginning only', start);
		const name = scanner.takeWhile(/[A-Za-z0-9]/);
		if (!scanner.eat('>')) scanner.fail('`>` is expected');
		return `(?<${name}>`;
	}

	private readRepetition(body: Node): Node {
		const { scanner } = this;
		const start = scanner.at;
		const count = this.readCount();
		if (count === undefined) return body;
		const lazy = scanner.eat('?');
		if (scanner.peek() === '+') {
			scanner.fail('possessive quantifiers are not supported', start);
		}
		if (['*', '?', '{'].includes(scanner.peek())) scanner.fail('a second quantifier stands here');
		if (body.kind === 'assertion' || (body.kind === 'group' && isLookAround(body.open))) {
			scanner.fail('nothing that can be repeated stands before it', start);
		}
		return { kind: 'repetition', body, lazy, ...count };
	}

	private readCount(): { min: number; max?: number } | undefined {
		const { scanner } = this;
		if (scanner.eat('*')) return { min: 0 };
		if (scanner.eat('+')) return { min: 1 };
		if (scanner.eat('?')) return { min: 0, max: 1 };
		const start = scanner.at;
		if (!scanner.eat('{')) return undefined;
		const [, low, comma, high] = /^(\d+)(,?)(\d*)$/.exec(scanner.takeWhile(/[0-9,]/)) ?? [];
		if (low === undefined || !scanner.eat('}')) scanner.fail('`{n}` or `{n,m}` is expected', start);
		const min = Number(low);
		const max = comma === '' ? min : high === '' ? undefined : Number(high);
		if (min > MAX_COUNT || (max ?? 0) > MAX_COUNT || (max ?? min) < min) {
			scanner.fail(`counts go up to ${MAX_COUNT}, the smaller first`, start);
		}
		return { min, ...(max !== undefined && { max }) };
	}
}
