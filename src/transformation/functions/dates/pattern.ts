/** A run of one letter of a Java DateTimeFormatter pattern, or text that stands for itself. */
export type PatternPart =
	| { readonly kind: 'field'; readonly letter: FieldLetter; readonly width: number }
	| { readonly kind: 'text'; readonly text: string };

/** Widths that each letter may have. */
const WIDTHS = {
	y: [1, 2, 3, 4],
	u: [1, 2, 3, 4],
	M: [1, 2, 3, 4],
	d: [1, 2],
	H: [1, 2],
	h: [1, 2],
	m: [1, 2],
	s: [1, 2],
	S: [1, 2, 3, 4, 5, 6, 7, 8, 9],
	a: [1],
	E: [1, 2, 3, 4],
	X: [1, 2, 3],
	Z: [1, 2, 3, 4, 5],
	z: [1, 2, 3, 4],
	O: [1, 4],
} as const;

export type FieldLetter = keyof typeof WIDTHS;

const LONGEST_PATTERN = 200;

/**
 * Source: Java API documentation, class DateTimeFormatter, "Patterns for Formatting and Parsing"
 * (without optional sections and without letters that no date of an identity needs).
 * @throws Error naming the letter that is not known, or the quote that does not end
 */
export function parsePattern(pattern: string): readonly PatternPart[] {
	if (pattern.length > LONGEST_PATTERN) throw new Error('date pattern is too long');
	const parts: PatternPart[] = [];
	let at = 0;
	while (at < pattern.length) {
		const sign = pattern.charAt(at);
		let end = at + 1;
		if (/[A-Za-z]/.test(sign)) {
			while (pattern.charAt(end) === sign) end += 1;
			parts.push(fieldOf(sign, end - at));
		} else if (sign === "'") {
			end = endOfQuote(pattern, at);
			parts.push(quoted(pattern.slice(at + 1, end - 1)));
		} else if (/[[\]{}#]/.test(sign)) {
			throw new Error(`date pattern has ${sign}, which must be quoted`);
		} else {
			parts.push({ kind: 'text', text: sign });
		}
		at = end;
	}
	return parts;
}

export function hasField(parts: readonly PatternPart[], letters: string): boolean {
	return parts.some((part) => part.kind === 'field' && letters.includes(part.letter));
}

function isFieldLetter(letter: string): letter is FieldLetter {
	return Object.hasOwn(WIDTHS, letter);
}

function fieldOf(letter: string, width: number): PatternPart {
	if (!isFieldLetter(letter)) throw new Error(`date pattern has the unknown letter ${letter}`);
	const widths: readonly number[] = WIDTHS[letter];
	if (!widths.includes(width)) {
		throw new Error(`date pattern has ${letter} ${width} times; known: ${widths.join(', ')}`);
	}
	return { kind: 'field', letter, width };
}

/** Position behind the closing quote; two quotes inside are one quote of the text. */
function endOfQuote(pattern: string, start: number): number {
	let at = pattern.indexOf("'", start + 1);
	while (at !== -1 && pattern.charAt(at + 1) === "'") {
		at = pattern.indexOf("'", at + 2);
	}
	if (at === -1) throw new Error('date pattern has a quote that does not end');
	return at + 1;
}

/** `''` alone is a quote. */
function quoted(inside: string): PatternPart {
	return { kind: 'text', text: inside === '' ? "'" : inside.replace(/''/g, "'") };
}
