/** Base 32 of RFC 4648, section 6. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const VALUES: ReadonlyMap<string, number> = new Map(
	[...ALPHABET].flatMap((letter, value) => [
		[letter, value],
		[letter.toLowerCase(), value],
	]),
);

/** Lengths of the last group that no number of whole bytes gives. */
const IMPOSSIBLE_ENDS = new Set([1, 3, 6]);

export function encodeBase32(bytes: Uint8Array): string {
	const letters = Buffer.alloc(Math.ceil(bytes.length / 5) * 8, '=');
	let bits = 0;
	let waiting = 0;
	let length = 0;
	for (const byte of bytes) {
		bits = ((bits << 8) | byte) & 0xfff;
		waiting += 8;
		while (waiting >= 5) {
			waiting -= 5;
			letters[length++] = ALPHABET.charCodeAt((bits >> waiting) & 31);
		}
	}
	if (waiting > 0) letters[length] = ALPHABET.charCodeAt((bits << (5 - waiting)) & 31);
	return letters.toString('latin1');
}

/** Letters of either case, padding optional. @throws Error */
export function decodeBase32(text: string): Uint8Array {
	const letters = withoutPadding(text, 8);
	const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
	let bits = 0;
	let waiting = 0;
	let length = 0;
	for (const letter of letters) {
		const value = VALUES.get(letter);
		if (value === undefined) throw new Error('text has a character that base32 does not know');
		bits = ((bits << 5) | value) & 0xfff;
		waiting += 5;
		if (waiting < 8) continue;
		waiting -= 8;
		bytes[length++] = (bits >> waiting) & 255;
	}
	if (IMPOSSIBLE_ENDS.has(letters.length % 8)) throw new Error('base32 text is cut off');
	return bytes;
}

/** Text before its `=` signs, which may be missing but not be too few or too many. */
export function withoutPadding(text: string, group: number): string {
	let end = text.length;
	while (end > 0 && text.charAt(end - 1) === '=') end -= 1;
	const padding = text.length - end;
	if (padding > 0 && (text.length % group !== 0 || padding >= group)) {
		throw new Error('text has the wrong number of = at its end');
	}
	return text.slice(0, end);
}
