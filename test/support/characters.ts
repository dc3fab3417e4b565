import fc from 'fast-check';

/** Any code point, halves of pairs too. fast-check's own `unit: 'binary'` lists all of them first, each time. */
export const codePoint = fc
	.integer({ min: 0, max: 0x10ffff })
	.map((code) => String.fromCodePoint(code));
