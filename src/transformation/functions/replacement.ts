/** Text that replaces one match; gets the groups of the match, the match itself first. */
export type Replacement = (groups: readonly (string | undefined)[]) => string;

type Piece = string | { readonly group: number };

/**
 * Compiles the replacement text of Java's `Matcher.appendReplacement`: `$1` is a group, empty when it
 * is not set, and `\` takes the next character literally.
 * @param groups how many groups the regular expression has
 * @throws Error with the reason
 */
export function compileReplacement(text: string, groups: number): Replacement {
	const pieces = piecesOf(text, groups);
	return (match) =>
		pieces
			.map((piece) => (typeof piece === 'string' ? piece : (match[piece.group] ?? '')))
			.join('');
}

function piecesOf(text: string, groups: number): readonly Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	while (at < text.length) {
		const sign = text.charAt(at);
		if (sign === '\\') {
			if (at + 1 === text.length) throw new Error('replacement ends with a single \\');
			pieces.push(text.charAt(at + 1));
			at += 2;
		} else if (sign === '$') {
			const digits = groupDigits(text, at + 1, groups);
			pieces.push({ group: Number(digits) });
			at += 1 + digits.length;
		} else {
			pieces.push(sign);
			at += 1;
		}
	}
	return pieces;
}

/** The first digit, and those behind it for as long as the number is that of a group. */
function groupDigits(text: string, start: number, groups: number): string {
	if (!/\d/.test(text.charAt(start))) {
		throw new Error(
			'replacement has a $ without the number of a group; write \\$ for the sign itself',
		);
	}
	let end = start + 1;
	while (/\d/.test(text.charAt(end)) && Number(text.slice(start, end + 1)) <= groups) end += 1;
	const digits = text.slice(start, end);
	if (Number(digits) > groups) {
		throw new Error(`replacement names group ${digits}; the regular expression has ${groups}`);
	}
	return digits;
}
