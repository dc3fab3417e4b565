/** Both from 1, in the text as it was pasted (a byte order mark counts as nothing). */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** The lines of a text; looked for once, when the first position is asked for. */
export class Lines {
	private starts: readonly number[] | undefined;

	constructor(private readonly text: string) {}

	positionOf(offset: number): Position {
		this.starts ??= [0, ...[...this.text.matchAll(/\r\n|\r|\n/g)].map(endOf)];
		let line = 0;
		let above = this.starts.length;
		while (above - line > 1) {
			const middle = (line + above) >> 1;
			if ((this.starts[middle] ?? 0) <= offset) line = middle;
			else above = middle;
		}
		return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
	}
}

function endOf({ index, 0: found }: RegExpExecArray): number {
	return index + found.length;
}
