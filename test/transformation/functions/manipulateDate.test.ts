import fc from 'fast-check';
import type { Json } from '../../../src/model/json';
import { apply } from './support/apply';

const JANUARY = '2024-01-31 00:00:00.000';

test.each<[object, Json | undefined, Json | undefined]>([
	[{ months: 1, targetDateFormat: 'yyyy-MM-dd' }, JANUARY, '2024-02-29'],
	[{ months: '1', targetDateFormat: 'yyyy-MM-dd' }, JANUARY, '2024-02-29'],
	[{ years: '+1', months: 1, targetDateFormat: 'yyyy-MM-dd' }, JANUARY, '2025-02-28'],
	[{ months: -13 }, JANUARY, '2022-12-31 00:00:00.000'],
	[{ days: 1, hours: -1, minutes: 1, seconds: '-1' }, JANUARY, '2024-01-31 23:00:59.000'],
	[{}, JANUARY, JANUARY],
	[{}, [JANUARY, JANUARY], [JANUARY, JANUARY]],
	[{}, undefined, undefined],
	[{ sourceDateFormat: 'yyyyMMdd', days: 1 }, 20241231, '20250101'],
	[{ sourceDateFormat: 'd.M.yy', targetDateFormat: 'yyyy-MM-dd' }, '1.2.24', '2024-02-01'],
	[{ sourceDateFormat: 'y-MM-dd', targetDateFormat: 'yyyy' }, '24-01-01', '0024'],
	[
		{ sourceDateFormat: 'dd MMM uuuu', targetDateFormat: 'EEEE, d MMMM y' },
		'29 Feb 2024',
		'Thursday, 29 February 2024',
	],
	[
		{ sourceDateFormat: 'EEE, dd MMMM yyyy', targetDateFormat: 'E MMM' },
		'Thu, 29 february 2024',
		'Thu Feb',
	],
	[
		{ sourceDateFormat: 'yyyy-MM-dd hh:mm a', targetDateFormat: 'HH:mm' },
		'2024-01-01 12:05 AM',
		'00:05',
	],
	[
		{ sourceDateFormat: 'yyyy-MM-dd h:m a', targetDateFormat: "h 'o''clock' a" },
		'2024-01-01 3:05 pm',
		"3 o'clock PM",
	],
	[
		{ sourceDateFormat: "yyyy-MM-dd'T'HH:mm:ss'Z'", targetDateFormat: "yyyyMMddHHmmss'Z'" },
		'2024-01-01T10:20:30Z',
		'20240101102030Z',
	],
	[
		{ sourceDateFormat: "yyyy-MM-dd'T'HH:mm:ssXXX" },
		'2024-01-01T10:20:30+05:30',
		'2024-01-01T10:20:30+05:30',
	],
	[
		{ sourceDateFormat: 'yyyy-MM-dd HHX', targetDateFormat: 'HH X XX XXX Z ZZZZ ZZZZZ z O OOOO' },
		'2024-01-01 10-0330',
		'10 -0330 -0330 -03:30 -0330 GMT-03:30 -03:30 UTC-3:30 GMT-3:30 GMT-03:30',
	],
	[
		{ sourceDateFormat: 'yyyy-MM-dd', targetDateFormat: 'X XX XXX Z ZZZZ ZZZZZ z O OOOO' },
		'2024-01-01',
		'Z Z Z +0000 GMT Z UTC GMT GMT',
	],
	[
		{ sourceDateFormat: 'yyyy-MM-dd', targetDateFormat: 'HH:mm:ss.SSSSSS' },
		'2024-01-01',
		'00:00:00.000000',
	],
	[{ sourceDateFormat: 'yyyy-MM-dd.SS', targetDateFormat: 'S.SSS' }, '2024-01-01.12', '1.120'],
	[{ sourceDateFormat: 'yyyy-MM-dd', targetDateFormat: 'MM-dd' }, '2023-02-31', '02-28'],
	[
		{ sourceDateFormat: "''yyyy''''MM'''x'dd", targetDateFormat: 'yyyyMMdd' },
		"'2023'02'x28",
		'20230228',
	],
	[
		{ sourceDateFormat: 'Date(milliseconds)', targetDateFormat: 'yyyy-MM-dd HH:mm' },
		'/Date(0+0060)/',
		'1970-01-01 00:00',
	],
	[
		{ sourceDateFormat: 'Date(milliseconds)', targetDateFormat: 'HH:mm z' },
		'/Date(0+0060)/',
		'00:00 UTC+1',
	],
	[
		{ sourceDateFormat: 'Date(milliseconds)', targetDateFormat: 'yyyy-MM-dd' },
		'Date(-1)',
		'1969-12-31',
	],
	[{ sourceDateFormat: 'Date(milliseconds)', days: 1 }, 1000, '/Date(86401000)/'],
])('%j: %j -> %j', (parameters, value, expected) => {
	expect(apply('manipulateDate', parameters, value)).toEqual(expected);
});

test.each<[object, Json, string]>([
	[{}, '31.01.2024', 'date does not have the form yyyy-MM-dd HH:mm:ss.SSS'],
	[{}, { date: JANUARY }, 'not an object'],
	[{ sourceDateFormat: 'yyyy-MM-dd' }, '2024-13-01', 'month'],
	[{ sourceDateFormat: 'yyyy-MM-dd' }, '2024-01-32', 'day'],
	[{ sourceDateFormat: 'yyyy-MM-dd' }, '2024-01-00', 'day'],
	[{ sourceDateFormat: 'yyyy-MM-dd HH' }, '2024-01-01 24', 'hour'],
	[{ sourceDateFormat: 'yyyy-MM-dd h a' }, '2024-01-01 13 AM', 'hour'],
	[{ sourceDateFormat: 'yyyy-MM-dd' }, '0000-01-01', 'outside the years'],
	[{ sourceDateFormat: 'yyyy-MM-dd' }, ` ${'9'.repeat(100_000)}`, 'does not have the form'],
	[{ sourceDateFormat: 'Date(milliseconds)' }, 'Date(x)', 'does not have the form'],
	[{ sourceDateFormat: 'Date(milliseconds)' }, 1e15, 'outside the years'],
	[{ years: 8000 }, JANUARY, 'outside the years'],
	[{ years: -8000 }, JANUARY, 'outside the years'],
])('%j fails on %j', (parameters, value, reason) => {
	expect(() => apply('manipulateDate', parameters, value)).toThrow(reason);
});

test.each([
	[{ sourceDateFormat: 'yyyy-MM' }, 'needs a year, a month and a day'],
	[{ sourceDateFormat: 'yyyy-MM-dd hh' }, 'h without a'],
	[{ sourceDateFormat: 'yyyy-M-d M' }, 'M in two places'],
	[{ targetDateFormat: 'yyyy-QQ' }, 'unknown letter Q'],
	[{ targetDateFormat: 'ddd' }, 'd 3 times'],
	[{ targetDateFormat: "yyyy'x" }, 'quote that does not end'],
	[{ targetDateFormat: 'yyyy[MM]' }, 'must be quoted'],
	[{ targetDateFormat: 'y '.repeat(200) }, 'too long'],
	[{ months: 1.5 }, 'integer'],
	[{ days: 'one' }, 'whole number'],
	[{ weeks: 1 }, 'weeks'],
])('%j is refused', (parameters, reason) => {
	expect(() => apply('manipulateDate', parameters, JANUARY)).toThrow(reason);
});

test('a date that is printed is read back, in every pattern with all parts', () => {
	const date = fc.date({
		min: new Date('0001-01-01T00:00:00Z'),
		max: new Date('9999-12-31T23:59:59Z'),
		noInvalidDate: true,
	});
	const pattern = fc.constantFrom(
		'yyyy-MM-dd HH:mm:ss.SSS',
		'yyyyMMddHHmmssSSS',
		'E d MMMM yyyy h:m:s.SSS a XXX',
	);
	fc.assert(
		fc.property(date, pattern, (moment, format) => {
			const source = 'Date(milliseconds)';
			const printed = apply(
				'manipulateDate',
				{ sourceDateFormat: source, targetDateFormat: format },
				moment.getTime(),
			);
			const back = apply(
				'manipulateDate',
				{ sourceDateFormat: format, targetDateFormat: source },
				printed,
			);
			expect(back).toBe(`/Date(${moment.getTime()})/`);
		}),
	);
});
