import type { Clock } from '../model/ports';
import { ProvisioningError } from '../model/errors';

/** Milliseconds that one run may spend waiting, all repeats and all waits for a late source together. */
export const WAIT_BUDGET = 60_000;

/** What belongs to the work on one notice: it is never shared between two notices. */
export interface Run {
	readonly correlationId?: string;
	readonly signal?: AbortSignal;
	/** Called before each request that is sent. */
	onSend?(): void;
	/** @throws ProvisioningError `server.unavailable` when the budget would be exceeded, `connection.cancelled` */
	wait(ms: number): Promise<void>;
}

export interface RunOptions {
	readonly clock: Clock;
	readonly correlationId?: string;
	readonly signal?: AbortSignal;
	readonly budget?: number;
	onSend?(): void;
}

export function startRun(options: RunOptions): Run {
	const { clock, budget = WAIT_BUDGET, correlationId, signal, onSend } = options;
	let left = budget;
	return {
		correlationId,
		signal,
		onSend,
		async wait(ms) {
			if (ms > left) {
				throw new ProvisioningError({
					code: 'server.unavailable',
					message: `The item would have to wait for longer than the ${budget / 1000} s that it may`,
					hint: 'Run the same item again later, for example after a Wait node.',
					retryable: true,
					retryAfter: Math.ceil(ms / 1000),
				});
			}
			left -= ms;
			try {
				await clock.sleep(ms, signal);
			} catch (cause) {
				throw cancelled(cause);
			}
		},
	};
}

export function cancelled(cause?: unknown): ProvisioningError {
	return new ProvisioningError({
		code: 'connection.cancelled',
		message: 'The run was cancelled',
		hint: 'Run the same item again: what was not done will be done then.',
		retryable: true,
		cause,
	});
}
