/** How many may be counted within the window that ends now. */
export interface Limit {
	readonly budget: number;
	readonly windowMs: number;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** Who had what done to them lately; the same one twice counts once. */
export interface Tally {
	/** Whether this one may be counted too. */
	fits(what: string, who: string, limit: Limit): boolean;
	count(what: string, who: string, limit: Limit): void;
}

export function createTally(): Tally {
	const lately = new Map<string, Map<string, number>>();

	/** The oldest come first: whoever is counted again moves to the end. */
	function within(what: string, { now, windowMs }: Limit): Map<string, number> {
		const times = lately.get(what) ?? new Map<string, number>();
		lately.set(what, times);
		for (const [who, time] of times) {
			if (time > now - windowMs) break;
			times.delete(who);
		}
		return times;
	}

	return {
		fits(what, who, limit) {
			const times = within(what, limit);
			return times.has(who) || times.size < limit.budget;
		},
		count(what, who, limit) {
			const times = within(what, limit);
			times.delete(who);
			times.set(who, limit.now);
		},
	};
}
