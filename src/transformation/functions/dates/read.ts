import type { Moment } from './moment';
import { momentOf } from './moment';
import { MONTHS, shortName, WEEKDAYS } from './names';
import { OFFSET_TEXT, readOffset } from './offset';
import type { FieldLetter, PatternPart } from './pattern';
import { hasField, parsePattern } from './pattern';

/**
 * Compiles a pattern to a reader of texts. Every field is bounded and stands once, so that no text
 * can be read in more than a few hundred ways.
 * @throws Error when the pattern is not known, or cannot give a day
 */
export function dateReader(pattern: string): (text: string) => Moment {
	const parts = parsePattern(pattern);
	if (!hasField(parts, 'yu') || !hasField(parts, 'M') || !hasField(parts, 'd')) {
		throw new Error('date pattern to read with needs a year, a month and a day');
	}
	if (hasField(parts, 'h') && !hasField(parts, 'a')) {
		throw new Error('date pattern to read with has h without a');
	}
	const letters = parts.flatMap((part) => (part.kind === 'field' ? [part.letter] : []));
	const twice = letters.find((letter, index) => letters.indexOf(letter) !== index);
	if (twice !== undefined) throw new Error(`date pattern to read with has ${twice} in two places`);
	const expression = new RegExp(`^${parts.map(expressionOf).join('')}$`, 'i');
	const century = parts.some(isShortYear) ? 2000 : 0;
	return function read(text) {
		const match = expression.exec(text);
		if (match === null) throw new Error(`date does not have the form ${pattern}`);
		const fields = new Map(letters.map((letter, index) => [letter, match[index + 1] ?? '']));
		return momentOfFields(fields, century);
	};
}

/** Two digits stand for 2000 to 2099, as in Java. */
function isShortYear(part: PatternPart): boolean {
	return part.kind === 'field' && part.width === 2 && 'yu'.includes(part.letter);
}

function momentOfFields(fields: ReadonlyMap<FieldLetter, string>, century: number): Moment {
	const month = fields.get('M') ?? '';
	const offset = fields.get('X') ?? fields.get('Z') ?? fields.get('O') ?? fields.get('z');
	return momentOf(
		{
			year: century + Number(fields.get('y') ?? fields.get('u')),
			month: /^\d/.test(month) ? ranged('month', Number(month), 1, 12) : monthNamed(month),
			day: ranged('day', numberIn(fields, 'd'), 1, 31),
			hour: hourOf(fields),
			minute: ranged('minute', numberIn(fields, 'm'), 0, 59),
			second: ranged('second', numberIn(fields, 's'), 0, 59),
			millisecond: Number((fields.get('S') ?? '').padEnd(3, '0').slice(0, 3)),
		},
		offset === undefined ? 0 : readOffset(offset),
	);
}

function hourOf(fields: ReadonlyMap<FieldLetter, string>): number {
	if (!fields.has('h')) return ranged('hour', numberIn(fields, 'H'), 0, 23);
	const afternoon = fields.get('a')?.toUpperCase() === 'PM';
	return (ranged('hour', numberIn(fields, 'h'), 1, 12) % 12) + (afternoon ? 12 : 0);
}

function numberIn(fields: ReadonlyMap<FieldLetter, string>, letter: FieldLetter): number {
	return Number(fields.get(letter) ?? '0');
}

function monthNamed(name: string): number {
	const letters = shortName(name).toLowerCase();
	return MONTHS.findIndex((month) => shortName(month).toLowerCase() === letters) + 1;
}

function ranged(name: string, value: number, least: number, most: number): number {
	if (value >= least && value <= most) return value;
	throw new Error(`date has a ${name} that is not between ${least} and ${most}`);
}

function expressionOf(part: PatternPart): string {
	if (part.kind === 'text') return part.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	return `(${fieldExpression(part.letter, part.width)})`;
}

function fieldExpression(letter: FieldLetter, width: number): string {
	switch (letter) {
		case 'y':
		case 'u':
			return width === 1 ? '\\d{1,4}' : `\\d{${width}}`;
		case 'M':
			if (width > 2) return namesExpression(MONTHS, width);
			return width === 2 ? '\\d{2}' : '\\d{1,2}';
		case 'd':
		case 'H':
		case 'h':
		case 'm':
		case 's':
			return width === 2 ? '\\d{2}' : '\\d{1,2}';
		case 'S':
			return `\\d{${width}}`;
		case 'a':
			return 'AM|PM';
		case 'E':
			return namesExpression(WEEKDAYS, width);
		default:
			return OFFSET_TEXT;
	}
}

function namesExpression(names: readonly string[], width: number): string {
	return names.map((name) => (width === 4 ? name : shortName(name))).join('|');
}
