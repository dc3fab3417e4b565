/** One line of what happened. */
export interface Row {
	readonly number: number;
	readonly source: string;
	readonly notice: string;
	readonly target: string;
	readonly result: string;
	/** Why so; when it was not as expected, what was expected instead. */
	readonly why: string;
	readonly expected: boolean;
}

const WIDTHS = { number: 3, source: 25, notice: 27, target: 16, result: 21 } as const;

function line(cells: Record<keyof typeof WIDTHS, string>, why: string): string {
	const padded = Object.entries(WIDTHS).map(([name, width]) =>
		cells[name as keyof typeof WIDTHS].padEnd(width),
	);
	return `  ${padded.join('')}${why}`;
}

export const TABLE_HEAD = line(
	{ number: '#', source: 'source', notice: 'notice', target: 'target', result: 'result' },
	'why',
);

export function tableLine(row: Row): string {
	const number = String(row.number);
	return line({ ...row, number }, row.expected ? row.why : `NOT AS EXPECTED: ${row.why}`);
}
