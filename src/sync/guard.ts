import type { Change } from '../model/change';
import type { EntityType } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import { changedPlaces } from './changedPlaces';
import { shown } from './shown';
import { createTally, type Limit, type Tally } from './tally';
import type { DecidedPolicy } from './policy';

/** Counts what was done over one connection; per process, so it is a net and no proof. */
export type Guard = Tally;

export const createGuard: () => Guard = createTally;

/** The items that one execution brought, and whom of them it has disabled or deleted. */
export interface Batch {
	readonly size: number;
	readonly deleted: Set<string>;
}

export function createBatch(size: number): Batch {
	return { size, deleted: new Set() };
}

/** So many of a batch may always go, or a small one could never lose anybody. */
const FEW = 5;

export interface GuardInput {
	readonly entityType: EntityType;
	readonly change: Change;
	/** What the plan itself wants somebody to agree to. */
	readonly hold?: ProvisioningError;
	readonly policy: DecidedPolicy;
	readonly guard: Guard;
	readonly batch?: Batch;
	readonly now: number;
	/** What a person agreed to: only exactly this is done, and it needs no budget. */
	readonly approved?: Change;
	/** What a preview has shown: only exactly this is done, within the budgets. */
	readonly previewed?: Change;
	/** Only asks: nothing is counted. */
	readonly preview: boolean;
}

/** Why a change must not be sent yet; `undefined` when it may. */
export function holdBack(input: GuardInput): ProvisioningError | undefined {
	const { change, hold, approved, previewed, preview } = input;
	const known = approved ?? previewed;
	if (known && !preview) {
		const places = changedPlaces(essence(shown(known)), essence(shown(change)));
		if (places.length > 0) return planChanged(change, known, places);
		if (approved) return undefined;
	}
	if (hold) return hold;
	return removes(change) ? holdDeletion(input) : holdMassChange(input);
}

function removes({ kind }: Change): boolean {
	return kind === 'disable' || kind === 'delete';
}

function holdDeletion(input: GuardInput): ProvisioningError | undefined {
	const { change, entityType, policy, guard, batch, preview } = input;
	const who = `${entityType} ${change.targetId}`;
	const limit = limitOf(input, policy.deletionBudget);
	if (!guard.fits('deletion', who, limit)) return overBudget(policy);
	if (batch && batch.deleted.size >= shareOf(batch, policy)) return overShare(batch, policy);
	if (preview) return undefined;
	guard.count('deletion', who, limit);
	batch?.deleted.add(who);
	return undefined;
}

function shareOf({ size }: Batch, { deletionShare }: DecidedPolicy): number {
	return Math.max(FEW, (size * deletionShare) / 100);
}

/** One wrong line in a transformation changes everybody, one notice after the other. */
function holdMassChange(input: GuardInput): ProvisioningError | undefined {
	const { change, entityType, policy, guard, preview } = input;
	if (change.kind !== 'patch' && change.kind !== 'replace') return undefined;
	const who = String(change.targetId);
	const limit = limitOf(input, policy.changeBudget);
	const names = (change.attributes ?? []).filter((name) => name !== 'members');
	const full = names.find((name) => !guard.fits(`${entityType} ${name}`, who, limit));
	if (full !== undefined) return massChange(policy, full);
	if (!preview) for (const name of names) guard.count(`${entityType} ${name}`, who, limit);
	return undefined;
}

function limitOf({ policy, now }: GuardInput, budget: number): Limit {
	return { budget, windowMs: policy.deletionWindowMinutes * 60_000, now };
}

/** What is sent, and to whom; the words that explain it may differ. */
function essence({ kind, targetId, request, further }: Change) {
	return JSON.parse(JSON.stringify({ kind, targetId, request, further }));
}

const CHECK = "Check that the source is right. Then feed the held item back into 'Sync', or raise";

function overBudget({ deletionBudget, deletionWindowMinutes }: DecidedPolicy): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.budget',
		message: `${deletionBudget} accounts were disabled or deleted within ${deletionWindowMinutes} minutes already`,
		hint: `${CHECK} 'Deletion Budget'.`,
	});
}

function overShare({ size, deleted }: Batch, { deletionShare }: DecidedPolicy): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.budget',
		message: `${deleted.size} of the ${size} items of this execution were disabled or deleted already, and no more than ${deletionShare} % may be`,
		hint: `${CHECK} 'Deletion Share'.`,
	});
}

function massChange(
	{ changeBudget, deletionWindowMinutes }: DecidedPolicy,
	name: string,
): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.budget',
		message: `${name} was changed in ${changeBudget} accounts within ${deletionWindowMinutes} minutes already`,
		hint: `Check the mapping of this attribute. Then feed the held item back into 'Sync', or raise 'Change Budget'.`,
	});
}

function planChanged(change: Change, known: Change, places: readonly string[]): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.planChanged',
		message: `What was agreed to (${known.kind}: ${known.because}) is no longer what would be done (${change.kind}: ${change.because}); it differs in ${places.join(', ')}`,
		hint: 'Look at the new change and approve it, or let the item run without approval.',
	});
}
