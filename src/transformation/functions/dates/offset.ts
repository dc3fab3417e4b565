/** Hours and minutes of an offset as the letters X, Z, O and z of a pattern write them. */
export function printOffset(letter: 'X' | 'Z' | 'z' | 'O', width: number, offset: number): string {
	if (letter === 'z') return `UTC${short(offset)}`;
	if (letter === 'O') return width === 1 ? `GMT${short(offset)}` : long(offset);
	if (letter === 'X') {
		if (offset === 0) return 'Z';
		if (width === 1 && offset % 60 === 0) return sign(offset) + hours(offset, 2);
		return full(offset, width === 3 ? ':' : '');
	}
	if (width === 5) return offset === 0 ? 'Z' : full(offset, ':');
	return width === 4 ? long(offset) : full(offset, '');
}

/** What {@link readOffset} understands, as the source of a regular expression. */
export const OFFSET_TEXT = 'Z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT';

/** Minutes east of UTC. */
export function readOffset(text: string): number {
	const match = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(text);
	if (match === null) return 0;
	const [, direction, hour = '0', minute = '0'] = match;
	return (direction === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute));
}

/** `+1`, `+5:30`, nothing for 0. */
function short(offset: number): string {
	if (offset === 0) return '';
	const minute = offset % 60 === 0 ? '' : `:${minutes(offset)}`;
	return sign(offset) + hours(offset, 1) + minute;
}

function long(offset: number): string {
	return offset === 0 ? 'GMT' : `GMT${full(offset, ':')}`;
}

function full(offset: number, separator: string): string {
	return sign(offset) + hours(offset, 2) + separator + minutes(offset);
}

function sign(offset: number): string {
	return offset < 0 ? '-' : '+';
}

function hours(offset: number, width: number): string {
	return String(Math.floor(Math.abs(offset) / 60)).padStart(width, '0');
}

function minutes(offset: number): string {
	return String(Math.abs(offset) % 60).padStart(2, '0');
}
