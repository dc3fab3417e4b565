import type { Change } from '../model/change';
import { ProvisioningError } from '../model/errors';
import { satisfies } from './same';
import type { DecidedPolicy } from './policy';

/** Counts what was disabled or deleted over one connection; per process, so it is a net and no proof. */
export interface DeletionGuard {
	/** Takes one from the budget; false when nothing is left of it. */
	take(budget: number, windowMs: number, now: number): boolean;
}

export function createDeletionGuard(): DeletionGuard {
	let taken: number[] = [];
	return {
		take(budget, windowMs, now) {
			taken = taken.filter((time) => time > now - windowMs);
			if (taken.length >= budget) return false;
			taken.push(now);
			return true;
		},
	};
}

export interface GuardInput {
	readonly change: Change;
	/** What the plan itself wants somebody to agree to. */
	readonly hold?: ProvisioningError;
	readonly policy: DecidedPolicy;
	readonly guard: DeletionGuard;
	readonly now: number;
	/** What a person agreed to: only exactly this is done, and it needs no budget. */
	readonly approved?: Change;
}

/** Why a change must not be sent yet; `undefined` when it may. */
export function holdBack(input: GuardInput): ProvisioningError | undefined {
	const { change, hold, policy, guard, now, approved } = input;
	if (approved) return sameChange(change, approved) ? undefined : planChanged(change, approved);
	if (hold) return hold;
	if (change.kind !== 'disable' && change.kind !== 'delete') return undefined;
	const window = policy.deletionWindowMinutes * 60_000;
	if (guard.take(policy.deletionBudget, window, now)) return undefined;
	return new ProvisioningError({
		code: 'guard.budget',
		message: `${policy.deletionBudget} accounts were disabled or deleted within ${policy.deletionWindowMinutes} minutes already`,
		hint: "Check that the source is right. Then feed the held item back into 'Sync', or raise 'Deletion Budget'.",
	});
}

/** The same request to the same account; the words that explain it may differ. */
function sameChange(left: Change, right: Change): boolean {
	const essence = ({ kind, targetId, request, further }: Change) =>
		JSON.parse(JSON.stringify({ kind, targetId, request, further }));
	return satisfies(essence(left), essence(right)) && satisfies(essence(right), essence(left));
}

function planChanged(change: Change, approved: Change): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.planChanged',
		message: `What was approved (${approved.kind}: ${approved.because}) is no longer what would be done (${change.kind}: ${change.because})`,
		hint: 'Look at the new change and approve it, or let the item run without approval.',
	});
}
