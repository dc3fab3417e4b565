const MINUTE = 60_000;

/** Counts an event of this key at this time (milliseconds) and gives the count of its minute. */
export type MinuteCounter = (key: string, now: number) => number;

/** Keys are forgotten, oldest first, beyond `capacity`: strangers choose them. */
export function createMinuteCounter(capacity: number): MinuteCounter {
	const windows = new Map<string, { readonly start: number; count: number }>();

	return (key, now) => {
		const window = windows.get(key);
		const age = window === undefined ? -1 : now - window.start;
		if (window !== undefined && age >= 0 && age < MINUTE) {
			window.count += 1;
			return window.count;
		}
		windows.delete(key);
		windows.set(key, { start: now, count: 1 });
		const [oldest] = windows.keys();
		if (windows.size > capacity && oldest !== undefined) windows.delete(oldest);
		return 1;
	};
}

/** Calls in a minute from which on they are slowed down or rejected; 0 = never. */
export interface CallLimits {
	readonly slowAfter: number;
	readonly rejectAfter: number;
}

export type Pace = 'normal' | 'slow' | 'reject';

/** Says how the call of this key at this time (milliseconds) is to be treated. */
export type Pacer = (key: string, now: number, limits: CallLimits) => Pace;

/**
 * Counts the calls of the last 60 seconds, without those that it rejects: so no more are let through in
 * any minute, and no more times are kept than the higher limit. Keys are forgotten, oldest first, beyond
 * `capacity`.
 */
export function createPacer(capacity: number): Pacer {
	const calls = new Map<string, readonly number[]>();

	function remember(key: string, times: readonly number[]): void {
		calls.delete(key);
		calls.set(key, times);
		const [oldest] = calls.keys();
		if (calls.size > capacity && oldest !== undefined) calls.delete(oldest);
	}

	return (key, now, { slowAfter, rejectAfter }) => {
		const kept = Math.max(slowAfter, rejectAfter);
		if (kept <= 0) return 'normal';
		const recent = (calls.get(key) ?? []).filter((at) => now >= at && now - at < MINUTE);
		if (rejectAfter > 0 && recent.length >= rejectAfter) return 'reject';
		remember(key, [...recent, now].slice(-kept));
		return slowAfter > 0 && recent.length >= slowAfter ? 'slow' : 'normal';
	};
}
