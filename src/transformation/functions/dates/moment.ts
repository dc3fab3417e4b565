/** A date and time of day as written, with the offset that was written beside it. */
export interface Moment {
	/** Milliseconds since 1970 of the written date and time, read as UTC. */
	readonly time: number;
	/** Minutes east of UTC; shown only by patterns that ask for a zone, never calculated with. */
	readonly offset: number;
}

export interface Difference {
	readonly years: number;
	readonly months: number;
	readonly days: number;
	readonly hours: number;
	readonly minutes: number;
	readonly seconds: number;
}

export interface CalendarTime {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly millisecond: number;
}

const FIRST = yearStart(1);
const LAST = yearStart(10_000);

/** A day behind the end of its month becomes the last day of it, as in Java. @throws Error */
export function momentOf(calendar: CalendarTime, offset = 0): Moment {
	const { year, month, hour, minute, second, millisecond } = calendar;
	const day = Math.min(calendar.day, daysInMonth(year, month));
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	date.setUTCHours(hour, minute, second, millisecond);
	return within({ time: date.getTime(), offset });
}

/** Years and months first, then what has a fixed length. @throws Error beyond the years 1 to 9999 */
export function shift(moment: Moment, by: Difference): Moment {
	const calendar = calendarOf(moment);
	const months = calendar.month - 1 + by.years * 12 + by.months;
	const { time } = momentOf(
		{
			...calendar,
			year: calendar.year + Math.floor(months / 12),
			month: (((months % 12) + 12) % 12) + 1,
		},
		moment.offset,
	);
	const seconds = ((by.days * 24 + by.hours) * 60 + by.minutes) * 60 + by.seconds;
	return within({ time: time + seconds * 1000, offset: moment.offset });
}

export function calendarOf({ time }: Moment): CalendarTime {
	const date = new Date(time);
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		hour: date.getUTCHours(),
		minute: date.getUTCMinutes(),
		second: date.getUTCSeconds(),
		millisecond: date.getUTCMilliseconds(),
	};
}

/** 0 = Sunday. */
export function weekdayOf({ time }: Moment): number {
	return new Date(time).getUTCDay();
}

/** @throws Error beyond the years 1 to 9999 */
export function within(moment: Moment): Moment {
	if (moment.time >= FIRST && moment.time < LAST) return moment;
	throw new Error('date is outside the years 1 to 9999');
}

function daysInMonth(year: number, month: number): number {
	const date = new Date(0);
	date.setUTCFullYear(year, month, 0);
	return date.getUTCDate();
}

function yearStart(year: number): number {
	return new Date(0).setUTCFullYear(year, 0, 1);
}
