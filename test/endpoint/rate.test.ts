import fc from 'fast-check';
import { createMinuteCounter, createPacer, type CallLimits } from '../../src/endpoint';

const START = Date.UTC(2026, 10, 25, 8);

test('B15: counts per key within a minute of its first event', () => {
	const count = createMinuteCounter(10);
	expect([0, 1, 59_999].map((after) => count('a', START + after))).toEqual([1, 2, 3]);
	expect(count('b', START)).toBe(1);
	expect(count('a', START + 60_000)).toBe(1);
});

test('C8: forgets the oldest key beyond its capacity', () => {
	const count = createMinuteCounter(2);
	count('a', START);
	count('b', START);
	expect(count('a', START)).toBe(2);
	count('c', START);
	expect(count('b', START)).toBe(2);
	expect(count('a', START)).toBe(1);
});

test('C18: a clock that jumps back starts a new minute', () => {
	const count = createMinuteCounter(10);
	count('a', START);
	count('a', START);
	expect(count('a', START - 3_600_000)).toBe(1);
});

describe('rows 45 and 46: calls of a trigger in a sliding minute', () => {
	const LIMIT = { slowAfter: 150, rejectAfter: 200 };
	const run = (limits: CallLimits, calls: number, everyMs = 0) => {
		const pace = createPacer(10);
		return Array.from({ length: calls }, (_, at) => pace('t', START + at * everyMs, limits));
	};
	const tally = (paces: readonly string[]) =>
		['normal', 'slow', 'reject'].map((pace) => paces.filter((one) => one === pace).length);

	test('row 45: the 151st is slowed, the 201st rejected', () => {
		const paces = run(LIMIT, 205);
		expect(paces.slice(149, 151)).toEqual(['normal', 'slow']);
		expect(paces.slice(199, 201)).toEqual(['slow', 'reject']);
		expect(tally(paces)).toEqual([150, 50, 5]);
	});

	test.each([
		['row 46: both off', { slowAfter: 0, rejectAfter: 0 }, [500, 0, 0]],
		['slow off', { slowAfter: 0, rejectAfter: 200 }, [200, 0, 300]],
		['reject off', { slowAfter: 150, rejectAfter: 0 }, [150, 350, 0]],
		['reject before slow', { slowAfter: 150, rejectAfter: 100 }, [100, 0, 400]],
	])('%s', (_name, limits, expected) => {
		expect(tally(run(limits, 500))).toEqual(expected);
	});

	test('a call is forgotten after 60 seconds, to the millisecond', () => {
		const pace = createPacer(10);
		const limits = { slowAfter: 0, rejectAfter: 1 };
		const paces = [0, 59_999, 60_000].map((after) => pace('t', START + after, limits));
		expect(paces).toEqual(['normal', 'reject', 'normal']);
	});

	test('no more than the limit go through in any 60 seconds, and rejected ones do not count', () => {
		const steps = fc.array(fc.nat(30_000), { maxLength: 80 });
		fc.assert(
			fc.property(steps, fc.integer({ min: 1, max: 6 }), (gaps, rejectAfter) => {
				const pace = createPacer(1);
				let now = START;
				const through: number[] = [];
				for (const gap of gaps) {
					now += gap;
					const recent = through.filter((at) => now - at < 60_000).length;
					const isRejected = pace('t', now, { slowAfter: 0, rejectAfter }) === 'reject';
					expect(isRejected).toBe(recent >= rejectAfter);
					if (!isRejected) through.push(now);
				}
			}),
		);
	});

	test('a steady call every 401 milliseconds is never slowed', () => {
		expect(tally(run(LIMIT, 1_000, 401))).toEqual([1_000, 0, 0]);
	});

	test('C8: triggers are counted apart, and the oldest forgotten beyond the capacity', () => {
		const pace = createPacer(2);
		const limits = { slowAfter: 0, rejectAfter: 1 };
		const paces = ['a', 'b', 'a', 'b', 'c', 'a'].map((key) => pace(key, START, limits));
		expect(paces).toEqual(['normal', 'normal', 'reject', 'reject', 'normal', 'normal']);
	});

	test('C18: a clock that jumps back forgets, and blocks nobody', () => {
		const pace = createPacer(10);
		const limits = { slowAfter: 0, rejectAfter: 1 };
		pace('t', START, limits);
		expect(pace('t', START - 3_600_000, limits)).toBe('normal');
	});
});
