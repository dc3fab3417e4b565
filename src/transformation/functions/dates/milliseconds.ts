import type { Value } from '../function';
import { textOf } from '../value';
import type { Moment } from './moment';
import { within } from './moment';

/** Stands where a pattern stands and means the dates of OData 2.0: `/Date(123)/`. */
export const MILLISECONDS = 'Date(milliseconds)';

const WRITTEN = /^(?:\/?Date\()?(-?\d{1,16})(?:([+-])(\d{1,4}))?(?:\)\/?)?$/;

/** A number, or a text that holds `Date(123)`; the offset behind it is in minutes. @throws Error */
export function readMilliseconds(value: Value): Moment {
	const match = WRITTEN.exec(textOf(value));
	if (match === null) throw new Error(`date does not have the form ${MILLISECONDS}`);
	const [, time = '', direction, minutes = '0'] = match;
	return within({
		time: Number(time),
		offset: direction === '-' ? -Number(minutes) : Number(minutes),
	});
}

export function printMilliseconds({ time }: Moment): string {
	return `/Date(${time})/`;
}
