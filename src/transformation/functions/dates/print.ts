import type { CalendarTime, Moment } from './moment';
import { calendarOf, weekdayOf } from './moment';
import { MONTHS, shortName, WEEKDAYS } from './names';
import { printOffset } from './offset';
import type { FieldLetter } from './pattern';
import { parsePattern } from './pattern';

/** @throws Error when the pattern is not known */
export function datePrinter(pattern: string): (moment: Moment) => string {
	const parts = parsePattern(pattern);
	return function print(moment) {
		const calendar = calendarOf(moment);
		return parts
			.map((part) =>
				part.kind === 'text' ? part.text : printField(part.letter, part.width, moment, calendar),
			)
			.join('');
	};
}

function printField(letter: FieldLetter, width: number, moment: Moment, calendar: CalendarTime) {
	const padded = (value: number) => String(value).padStart(width, '0');
	switch (letter) {
		case 'y':
		case 'u':
			return padded(width === 2 ? calendar.year % 100 : calendar.year);
		case 'M':
			return width < 3 ? padded(calendar.month) : named(MONTHS[calendar.month - 1], width);
		case 'd':
			return padded(calendar.day);
		case 'H':
			return padded(calendar.hour);
		case 'h':
			return padded(calendar.hour % 12 === 0 ? 12 : calendar.hour % 12);
		case 'm':
			return padded(calendar.minute);
		case 's':
			return padded(calendar.second);
		case 'S':
			return String(calendar.millisecond).padStart(3, '0').padEnd(width, '0').slice(0, width);
		case 'a':
			return calendar.hour < 12 ? 'AM' : 'PM';
		case 'E':
			return named(WEEKDAYS[weekdayOf(moment)], width);
		default:
			return printOffset(letter, width, moment.offset);
	}
}

function named(name = '', width: number): string {
	return width === 4 ? name : shortName(name);
}
