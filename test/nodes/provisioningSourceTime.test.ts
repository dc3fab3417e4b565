import { inZone } from '../../nodes/ProvisioningSource/time';
import type { Json } from '../../src/model/json';

test.each<[Json, string, string]>([
	['2026-11-25T08:00:00Z', 'Asia/Tokyo', '2026-11-25T08:00:00.000Z'],
	['2026-11-25T08:00:00+02:00', 'Asia/Tokyo', '2026-11-25T06:00:00.000Z'],
	['2026-11-25T08:00:00', 'Europe/Berlin', '2026-11-25T07:00:00.000Z'],
	['2026-07-25 08:00', 'Europe/Berlin', '2026-07-25T06:00:00.000Z'],
	['2026-11-25', 'America/New_York', '2026-11-25T05:00:00.000Z'],
	['2026-11-25T08:00:00.250', 'UTC', '2026-11-25T08:00:00.250Z'],
	// Half an hour, and both sides of a change of the clocks.
	['2026-11-25T08:00:00', 'Asia/Kolkata', '2026-11-25T02:30:00.000Z'],
	['2026-03-29T01:30:00', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
	['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
])('%s in %s is %s', (given, zone, expected) => {
	expect(inZone(given, zone)).toBe(expected);
});

test('what an expression may give is taken too', () => {
	const date: unknown = new Date('2026-11-25T08:00:00Z');
	expect(inZone(Object(date), 'Asia/Tokyo')).toBe('2026-11-25T08:00:00.000Z');
});

test.each([['yesterday'], [''], [null], ['2026-13-45'], ['2026-11-25T99:00:00']])(
	'%j is no time',
	(given) => {
		expect(inZone(given, 'Europe/Berlin')).toBeUndefined();
	},
);
