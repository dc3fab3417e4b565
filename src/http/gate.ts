import { ProvisioningError } from '../model/errors';

/** So many calls in a row fail before a system counts as down. */
const TOLERATED = 5;
/** Milliseconds that it is then left alone, twice as long after every call that shows it to be down still. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** A pause that is short is waited for. */
const PATIENCE = 5_000;
/** Nobody is believed who asks for more. */
const LONGEST_ASKED = 3_600_000;

/** What all calls to one system go through, whichever run they belong to. Times are milliseconds since 1970. */
export interface Gate {
	/**
	 * Milliseconds to wait before asking again; 0 lets a call through.
	 *
	 * @throws ProvisioningError `server.unavailable` while the system is down: one call after each pause sees
	 * whether it still is
	 */
	admit(now: number, requestsPerMinute?: number): number;
	/**
	 * How a call ended that was let through.
	 *
	 * @param failure what happened, when it shows that the system is down
	 */
	ended(began: number, now: number, failure?: ProvisioningError): void;
	/** The system asks for a pause of so many milliseconds; a short one concerns only the run that was told. */
	pause(now: number, ms: number): void;
}

export function createGate(): Gate {
	let failures = 0;
	let closedAt = 0;
	let lastCall = -Infinity;
	let last: ProvisioningError | undefined;
	let asked = { since: 0, ms: 0 };

	function pauseLeft(now: number): number {
		if (failures < TOLERATED) return 0;
		const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - TOLERATED));
		return remaining(Math.max(closedAt, lastCall), pause, now);
	}

	return {
		admit(now, requestsPerMinute = Infinity) {
			const pause = pauseLeft(now);
			if (pause > PATIENCE) throw leftAlone(pause, last);
			const wait = Math.max(
				pause,
				remaining(lastCall, 60_000 / requestsPerMinute, now),
				remaining(asked.since, asked.ms, now),
			);
			if (wait === 0) lastCall = now;
			return wait;
		},
		ended(began, now, failure) {
			if (failure === undefined) {
				failures = 0;
				return;
			}
			// Those that were on their way when the gate closed say nothing new.
			if (failures >= TOLERATED && began < closedAt) return;
			failures++;
			closedAt = now;
			last = failure;
		},
		pause(now, ms) {
			const least = Math.max(PATIENCE, remaining(asked.since, asked.ms, now));
			if (ms > least) asked = { since: now, ms: Math.min(ms, LONGEST_ASKED) };
		},
	};
}

/** What is left of a span; nothing when the clock was turned back meanwhile. */
function remaining(since: number, span: number, now: number): number {
	return now < since ? 0 : Math.max(0, since + span - now);
}

/** The same words for all that are turned away, so that they can be counted. */
function leftAlone(pause: number, last: ProvisioningError | undefined): ProvisioningError {
	return new ProvisioningError({
		code: 'server.unavailable',
		message: `Not called for a while, because ${TOLERATED} calls in a row failed: ${last?.message}`,
		hint: `Run the item again after the time in retryAfter. ${last?.hint}`,
		retryable: true,
		retryAfter: Math.ceil(pause / 1000),
	});
}
