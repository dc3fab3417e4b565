import type { Scanner } from './scanner';
import type { Characters } from './tree';

/** Classes of Java that JavaScript lacks or draws otherwise; Java's are ASCII unless told. */
const CLASSES: Readonly<Record<string, string>> = {
	d: '[0-9]',
	D: '[^0-9]',
	w: '[A-Za-z0-9_]',
	W: '[^A-Za-z0-9_]',
	s: '[ \\t\\n\\v\\f\\r]',
	S: '[^ \\t\\n\\v\\f\\r]',
	h: '[ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
	H: '[^ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
	v: '[\\n\\v\\f\\r\\x85\\u2028\\u2029]',
	V: '[^\\n\\v\\f\\r\\x85\\u2028\\u2029]',
};
const WIDE_CLASSES = /[DWSHhVv]/;
const CONTROLS: Readonly<Record<string, string>> = {
	t: '\t',
	n: '\n',
	r: '\r',
	f: '\f',
	a: '\x07',
	e: '\x1b',
};
const POSIX: Readonly<Record<string, string>> = {
	Lower: 'a-z',
	Upper: 'A-Z',
	ASCII: '\\x00-\\x7f',
	Alpha: 'A-Za-z',
	Digit: '0-9',
	Alnum: 'A-Za-z0-9',
	Punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
	Graph: '\\x21-\\x7e',
	Print: '\\x20-\\x7e',
	Blank: ' \\t',
	Cntrl: '\\x00-\\x1f\\x7f',
	XDigit: '0-9A-Fa-f',
	Space: ' \\t\\n\\v\\f\\r',
};

/** A character that stands for itself, in a form that is safe inside and outside of a class. */
export function literal(sign: string): Characters {
	const code = sign.codePointAt(0) ?? 0;
	const source = /^[A-Za-z0-9 _]$/.test(sign) ? sign : `\\u{${code.toString(16)}}`;
	return { kind: 'characters', source, wide: code > 0x7f };
}

/** Behind a backslash: a class, or the one character meant; `sign` is set for the latter. */
export function readEscape(scanner: Scanner): Characters & { readonly sign?: string } {
	const start = scanner.at;
	const letter = scanner.take();
	const source = CLASSES[letter];
	if (source !== undefined) {
		return { kind: 'characters', source, wide: WIDE_CLASSES.test(letter) };
	}
	if (letter === 'p' || letter === 'P') return readProperty(scanner, letter);
	const sign = CONTROLS[letter] ?? readCode(scanner, letter);
	if (sign !== undefined) return { ...literal(sign), sign };
	if (letter === '') scanner.fail('a single `\\` stands at the end', start);
	if (/[A-Za-z0-9]/.test(letter)) scanner.fail(`\`\\${letter}\` is not supported`, start);
	return { ...literal(letter), sign: letter };
}

function readCode(scanner: Scanner, letter: string): string | undefined {
	const start = scanner.at;
	if (letter === '0') return fromCode(scanner.takeWhile(/[0-7]/), 8);
	if (letter === 'c') return String.fromCharCode((scanner.take().codePointAt(0) ?? 0) ^ 64);
	if (letter !== 'x' && letter !== 'u') return undefined;
	if (letter === 'x' && scanner.eat('{')) {
		const digits = scanner.takeWhile(/[0-9A-Fa-f]/);
		if (!scanner.eat('}')) scanner.fail('`}` is expected');
		return fromCode(digits, 16);
	}
	let digits = '';
	while (digits.length < (letter === 'x' ? 2 : 4)) digits += scanner.take() || ' ';
	return fromCode(digits, 16);

	function fromCode(text: string, radix: number): string {
		const code = /^[0-9A-Fa-f]+$/.test(text) ? Number.parseInt(text, radix) : Number.NaN;
		return code <= 0x10ffff
			? String.fromCodePoint(code)
			: scanner.fail('a character code is expected', start);
	}
}

function readProperty(scanner: Scanner, letter: string): Characters {
	const start = scanner.at;
	let name = scanner.take();
	if (name === '{') {
		name = scanner.takeWhile(/[A-Za-z_=]/);
		if (!scanner.eat('}')) scanner.fail('`}` is expected');
	}
	const negated = letter === 'P';
	const posix = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
	if (posix !== undefined) {
		return { kind: 'characters', source: `[${negated ? '^' : ''}${posix}]`, wide: negated };
	}
	const unicode = name.replace(/^(?:Is|general_category=|gc=)/, '').replace(/^script=/i, 'sc=');
	for (const source of [`\\${letter}{${unicode}}`, `\\${letter}{sc=${unicode}}`]) {
		if (compiles(source)) return { kind: 'characters', source, wide: true };
	}
	return scanner.fail(`the class \`${name}\` is not known`, start);
}

function compiles(source: string): boolean {
	try {
		return new RegExp(source, 'v').source !== '';
	} catch {
		return false;
	}
}

/** Behind the opening bracket: unions, ranges, nested classes and `&&`. */
export function readClass(scanner: Scanner, depth = 0): Characters {
	const start = scanner.at - 1;
	if (depth > 10) scanner.fail('classes are nested too deeply', start);
	const negated = scanner.eat('^');
	const unions: string[] = [];
	let union = '';
	let wide = negated;
	let isFirst = true;
	while (isFirst || scanner.peek() !== ']') {
		if (scanner.done) scanner.fail('the closing `]` is missing', start);
		if (scanner.eat('&&')) {
			unions.push(union);
			union = '';
			continue;
		}
		const item = readItem(scanner, depth);
		union += item.source;
		wide ||= item.wide;
		isFirst = false;
	}
	scanner.take();
	unions.push(union);
	if (unions.includes('')) scanner.fail('a side of `&&` is empty', start);
	const body = unions.length === 1 ? union : unions.map((part) => `[${part}]`).join('&&');
	return { kind: 'characters', source: `[${negated ? '^' : ''}${body}]`, wide };
}

function readItem(scanner: Scanner, depth: number): Characters {
	const start = scanner.at;
	const from = readMember(scanner, depth);
	const isRange = scanner.peek() === '-' && !['[', ']', ''].includes(scanner.peek(1));
	if (from.sign === undefined || !isRange) return from;
	scanner.take();
	const to = readMember(scanner, depth);
	if (to.sign === undefined || (to.sign.codePointAt(0) ?? 0) < (from.sign.codePointAt(0) ?? 0)) {
		scanner.fail('this range has no order', start);
	}
	const source = `${from.source}-${to.source}`;
	return { kind: 'characters', source, wide: from.wide || to.wide };
}

function readMember(scanner: Scanner, depth: number): Characters & { readonly sign?: string } {
	const sign = scanner.take();
	if (sign === '[') return readClass(scanner, depth + 1);
	return sign === '\\' ? readEscape(scanner) : { ...literal(sign), sign };
}
