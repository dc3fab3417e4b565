import type { HttpRequest } from '../model/ports';

export const MAX_ATTEMPTS = 4;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** How one attempt ended. */
export type Attempt =
	| { readonly status: number; readonly retryAfter?: number }
	/** Not reached at all, not trusted by one of the two, or nobody knows. */
	| { readonly broken: 'refused' | 'untrusted' | 'unknown' };

/**
 * Milliseconds to wait before the request is sent again; `undefined` when it must not be.
 *
 * A POST or PATCH may have been applied although its answer was lost, so it is repeated only where the other
 * side says that it did nothing (429) or was not reached at all. Everything else about them is decided by
 * looking at the target again.
 *
 * @param made attempts already made, at least 1
 * @param random between 0 and 1: full jitter
 */
export function waitBeforeRetry(
	method: HttpRequest['method'],
	attempt: Attempt,
	made: number,
	random: number,
): number | undefined {
	if (made >= MAX_ATTEMPTS || !mayRepeat(method, attempt)) return undefined;
	const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (made - 1));
	const asked = 'status' in attempt ? (attempt.retryAfter ?? 0) * 1000 : 0;
	return asked > 0 ? asked + random * FIRST_WAIT : backoff * random;
}

function mayRepeat(method: HttpRequest['method'], attempt: Attempt): boolean {
	const idempotent = method !== 'POST' && method !== 'PATCH';
	if ('broken' in attempt) {
		// A certificate does not change between two attempts.
		return attempt.broken !== 'untrusted' && (idempotent || attempt.broken === 'refused');
	}
	if (attempt.status === 429) return true;
	return idempotent && [500, 502, 503, 504].includes(attempt.status);
}

/**
 * Seconds from a `Retry-After` header (RFC 9110, section 10.2.3): a number of seconds or an HTTP date.
 *
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
	if (value === undefined) return undefined;
	const text = value.trim();
	if (/^\d{1,9}$/.test(text)) return Number(text);
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
