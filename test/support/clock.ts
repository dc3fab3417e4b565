/* eslint-disable @n8n/community-nodes/no-restricted-globals -- time for tests; not shipped */
import { systemClock } from '../../src/http/clock';
import type { Clock } from '../../src/model/ports';

export interface FakeClock extends Clock {
	/** Every wait that was asked for, in milliseconds and in order. */
	readonly sleeps: readonly number[];
	/** Moves time by hand and wakes whoever is due on the way. */
	advance(ms: number): Promise<void>;
}

interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

/** Lets what was just woken run up to its next wait. */
function turnOfTheLoop(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Virtual time. A sleep ends as soon as nothing else is ready to run, with the clock moved to its
 * end; with `manual` only {@link FakeClock.advance} moves it. Parallel sleeps end in their order.
 */
export function createFakeClock(options: { start?: number; manual?: boolean } = {}): FakeClock {
	let now = options.start ?? Date.UTC(2026, 10, 25, 8);
	let sleepers: Sleeper[] = [];
	const sleeps: number[] = [];

	function wakeNext(limit: number): boolean {
		const next = sleepers.reduce<Sleeper | undefined>(
			(first, one) => (first === undefined || one.until < first.until ? one : first),
			undefined,
		);
		if (next === undefined || next.until > limit) return false;
		now = Math.max(now, next.until);
		sleepers = sleepers.filter((one) => one !== next);
		next.wake();
		return true;
	}

	return {
		sleeps,
		now: () => now,
		async sleep(ms, signal) {
			signal?.throwIfAborted();
			sleeps.push(ms);
			await new Promise<void>((resolve, reject) => {
				const sleeper: Sleeper = { until: now + ms, wake: resolve };
				sleepers.push(sleeper);
				signal?.addEventListener('abort', () => {
					sleepers = sleepers.filter((one) => one !== sleeper);
					reject(signal.reason);
				});
				if (!options.manual) setImmediate(() => wakeNext(Infinity));
			});
		},
		async advance(ms) {
			const end = now + ms;
			while (wakeNext(end)) await turnOfTheLoop();
			now = end;
			await turnOfTheLoop();
		},
	};
}

/** Real time, for fakes that nobody gave a clock. */
export const realClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(resolve, ms);
			signal?.addEventListener('abort', () => {
				clearTimeout(timer);
				reject(signal.reason);
			});
		});
	},
};

/** From now on whoever waits for a system that is down or busy does it in virtual time, on both sides. */
export function skipWaits(): void {
	let ahead = 0;
	for (const clock of [systemClock, realClock]) {
		jest.spyOn(clock, 'now').mockImplementation(() => Date.now() + ahead);
	}
	jest.spyOn(systemClock, 'sleep').mockImplementation(async (ms) => {
		ahead += ms;
	});
}
