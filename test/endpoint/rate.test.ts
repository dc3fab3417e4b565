import { createMinuteCounter } from '../../src/endpoint';

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
