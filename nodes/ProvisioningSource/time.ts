import type { Json } from '../../src/model/json';

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/**
 * A time as ISO 8601 in UTC; `undefined` when it is none.
 *
 * @param zone for a text that names none, as the field of n8n gives it
 */
export function inZone(given: Json, zone: string): string | undefined {
	// An expression may give a Date or a DateTime of Luxon.
	const text = given instanceof Date ? given.toISOString() : String(given ?? '').trim();
	if (!WITHOUT_ZONE.test(text)) {
		const time = Date.parse(text);
		return Number.isNaN(time) ? undefined : new Date(time).toISOString();
	}
	const time = Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`);
	if (Number.isNaN(time)) return undefined;
	// The offset may be another one on the other side of a change of the clocks: hence twice.
	const near = time - offsetAt(time, zone);
	return new Date(time - offsetAt(near, zone)).toISOString();
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(time: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(time);
	const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
	const [year, month, day] = [part('year'), part('month'), part('day')];
	const local = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'));
	return local - Math.floor(time / 1000) * 1000;
}
