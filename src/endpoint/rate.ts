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
