import fc from 'fast-check';
import type { HttpRequest } from '../../src/model/ports';
import { MAX_ATTEMPTS, parseRetryAfter, waitBeforeRetry, type Attempt } from '../../src/http/retry';

const now = Date.UTC(2026, 10, 25, 8);

describe('a request is repeated only where that is right', () => {
	const cases: [string, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Attempt, boolean][] = [
		['E16: throttled read', 'GET', { status: 429 }, true],
		['E16: throttled create', 'POST', { status: 429 }, true],
		['E17: failing replace', 'PUT', { status: 500 }, true],
		['E17: failing delete', 'DELETE', { status: 503 }, true],
		['E1: create without answer may have been applied', 'POST', { broken: 'unknown' }, false],
		['E1: create that reached nobody', 'POST', { broken: 'refused' }, true],
		['E18: failing patch may be half applied', 'PATCH', { status: 500 }, false],
		['D6: read without answer', 'GET', { broken: 'unknown' }, true],
		['E13: refused value', 'PATCH', { status: 400 }, false],
		['E15: missing right', 'GET', { status: 403 }, false],
		['success', 'GET', { status: 200 }, false],
	];
	test.each(cases)('%s', (_, method, attempt, repeats) => {
		expect(waitBeforeRetry(method, attempt, 1, 0.5) !== undefined).toBe(repeats);
	});

	test('never more than four attempts', () => {
		expect(waitBeforeRetry('GET', { status: 503 }, 3, 0.5)).toBeDefined();
		expect(waitBeforeRetry('GET', { status: 503 }, 4, 0.5)).toBeUndefined();
	});

	test('E16: never earlier than the other side asked for', () => {
		for (const random of [0, 0.5, 0.999]) {
			expect(
				waitBeforeRetry('GET', { status: 429, retryAfter: 7 }, 1, random),
			).toBeGreaterThanOrEqual(7000);
		}
	});

	test('back-off doubles and is spread over its whole length', () => {
		const waits = [1, 2, 3].map((made) => waitBeforeRetry('GET', { status: 503 }, made, 1));
		expect(waits).toEqual([500, 1000, 2000]);
		expect(waitBeforeRetry('GET', { status: 503 }, 3, 0)).toBe(0);
	});
});

test('L15: waits are finite, never negative, never below Retry-After, and fewer than the attempts', () => {
	const method = fc.constantFrom<HttpRequest['method']>('GET', 'POST', 'PUT', 'PATCH', 'DELETE');
	const attempt = fc.oneof(
		fc.record({ broken: fc.constantFrom('refused' as const, 'untrusted', 'unknown') }),
		fc.record({ status: fc.integer({ min: 200, max: 599 }) }),
		fc.record({ status: fc.constantFrom(429, 500, 503), retryAfter: fc.nat(86_400) }),
	);
	const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
	fc.assert(
		fc.property(method, fc.array(attempt, { minLength: 6, maxLength: 6 }), random, (...given) => {
			const [verb, attempts, lot] = given;
			const schedule = () => attempts.map((one, n) => waitBeforeRetry(verb, one, n + 1, lot));
			const waits = schedule();
			expect(schedule()).toEqual(waits);
			expect(waits.slice(MAX_ATTEMPTS - 1)).toEqual([undefined, undefined, undefined]);
			for (const [n, wait] of waits.entries()) {
				const one = attempts[n];
				const asked = one && 'retryAfter' in one ? one.retryAfter * 1000 : 0;
				if (wait === undefined) continue;
				expect(wait).toBeGreaterThanOrEqual(asked);
				expect(wait).toBeLessThanOrEqual(asked + 10_000);
			}
		}),
	);
});

describe('Retry-After', () => {
	test.each([
		['seconds', '120', 120],
		['blanks around', ' 3 ', 3],
		['date ahead', new Date(now + 61_000).toUTCString(), 61],
		['date in the past', new Date(now - 5_000).toUTCString(), 0],
		['words', 'soon', undefined],
		['nothing', undefined, undefined],
	])('%s', (_, text, seconds) => {
		expect(parseRetryAfter(text, now)).toBe(seconds);
	});
});
