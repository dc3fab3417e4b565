import type { Change, ChangeKind } from '../model/change';
import type { Entity } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import { AmbiguousMatch } from './ambiguousMatch';
import { applyChange, type Applied } from './apply';
import { done, failed, type Ending } from './ending';
import { inKnownForm } from './forms';
import { holdBack } from './guard';
import { planChange } from './plan';
import { joinGroups } from './memberships';
import { isUnchanged, readEntity } from './reading';
import { see, type Sight } from './sight';
import type { Plan } from './planning';
import { mayHaveTwin, planWithoutTwin, settleTwins } from './twins';
import type { Work } from './work';

/** What one round leaves to the next. */
export interface Memory {
	/** How often a change was sent. */
	attempts: number;
	rounds: number;
	/** A joined look-up hid an account: ask for each attribute alone. */
	apart: boolean;
	/** A PATCH was answered but not stored: send the whole resource. */
	wholeResource: boolean;
	/** What the guard let pass: repairing it in another round needs no second permission. */
	allowed?: ChangeKind;
	/** The last change that was sent and may have been applied. */
	sent?: Change;
	/** What this run has created, until it is known that it has no twin. */
	made?: Entity;
	/** Why it is not known whether it was. */
	doubt?: ProvisioningError;
}

/**
 * One round: look, decide, write, look again.
 *
 * @returns `undefined` when another round has to follow
 */
export async function converge(work: Work, memory: Memory): Promise<Ending | undefined> {
	const sight = await see(work, memory.apart).catch(ambiguity);
	if (sight instanceof AmbiguousMatch) return stepBack(work, memory, sight);
	if (!sight.wanted) return endOf(sight);
	const wanted = inKnownForm(work.guard, sight.wanted, sight.current);
	const plan = planChange({
		entityType: work.notice.entityType,
		wanted,
		current: sight.current,
		ownerIsGone: sight.ownerIsGone,
		policy: work.policy,
		traits: work.traits,
		requests: work.target.requests,
		wholeResource: memory.wholeResource || work.target.takesPatch?.() === false,
	});
	if (plan.state) return complete(endWithoutWriting(plan, plan.state, memory), sight);
	const stop = withhold(work, plan, memory.allowed === plan.change.kind);
	if (stop) return stop;

	memory.allowed = plan.change.kind;
	memory.sent = plan.change;
	const applied = await applyChange(
		work,
		plan.change,
		{ ...sight, wanted },
		() => memory.attempts++,
	);
	if (applied.result === 'unsure') return lookAgain(memory, applied.error);
	const ending = await afterWriting(work, memory, sight, plan.change, applied);
	return ending && complete(ending, sight);
}

/** Who is not there yet may be there when the same notice comes again. */
function complete(ending: Ending, { isComplete = true }: Sight): Ending {
	return isComplete ? ending : { ...ending, repeatable: true };
}

/** Where the change is not sent: it is held for a person, or only shown. */
function withhold(work: Work, plan: Plan, isAllowed: boolean): Ending | undefined {
	const { change } = plan;
	const { entityType } = work.notice;
	const now = work.clock.now();
	const held = isAllowed ? undefined : holdBack({ ...work, ...plan, entityType, now });
	if (held) return { ...failed(held, change), state: 'held', repeatable: false };
	return work.preview ? { state: 'planned', because: change.because, change } : undefined;
}

function ambiguity(error: unknown): AmbiguousMatch {
	if (error instanceof AmbiguousMatch) return error;
	throw error;
}

/** Names may differ, so a twin can also show up when this run looks again because the source changed. */
async function stepBack(
	work: Work,
	memory: Memory,
	twins: AmbiguousMatch,
): Promise<Ending | undefined> {
	if (memory.made) {
		await keepMade(work, memory, memory.made);
		return undefined;
	}
	memory.sent = undefined;
	memory.doubt = twins;
	const change = await planWithoutTwin(work, twins);
	if (!change) return undefined;
	const stop = withhold(work, { change }, false);
	if (stop) return stop;
	const { because } = change;
	const wanted = {
		present: false,
		sourceId: work.notice.entityId,
		because,
		attributes: {},
	} as const;
	const applied = await applyChange(work, change, { wanted }, () => memory.attempts++);
	if (applied.result === 'unsure') return lookAgain(memory, applied.error);
	work.warn(because);
	return undefined;
}

async function keepMade(work: Work, memory: Memory, made: Entity): Promise<boolean> {
	memory.made = undefined;
	const isKept = await settleTwins(work, made);
	if (!isKept) memory.sent = undefined;
	return isKept;
}

function endOf({ end, current }: Sight): Ending {
	return end
		? { ...end, targetId: current?.id }
		: { state: 'skipped', because: 'nothing is wanted' };
}

/** A write whose answer was lost and that turns out to be applied counts as done, not as "nothing to do". */
function endWithoutWriting(plan: Plan, state: Ending['state'], memory: Memory): Ending {
	const { change, error } = plan;
	if (error) {
		return { ...failed(error, change), state };
	}
	const ours = memory.sent && memory.doubt && memory.doubt.code !== 'request.conflict';
	const arrived = state === 'alreadyProvisioned' || memory.sent?.kind === 'delete';
	if (memory.sent && ours && arrived) return done(memory.sent, change.targetId);
	return { state, because: change.because, change };
}

function lookAgain(memory: Memory, error: ProvisioningError): undefined {
	// A conflict although the look-up found nobody: the account is there, the look-up did not show it.
	if (error.code === 'request.conflict') memory.apart = true;
	if (error.code === 'request.unsupported') memory.wholeResource = true;
	memory.doubt = error;
	return undefined;
}

async function afterWriting(
	work: Work,
	memory: Memory,
	sight: Sight,
	change: Change,
	applied: Extract<Applied, { result: 'stored' }>,
): Promise<Ending | undefined> {
	memory.doubt = undefined;
	const { account, notStored } = applied;
	if (change.kind === 'create') memory.made = account;
	if (memory.made && mayHaveTwin(work) && !(await keepMade(work, memory, memory.made))) {
		return undefined;
	}
	if (notStored.includes('members')) return repairMembers(work, memory);
	const isPatched = change.request?.method === 'PATCH' && work.notice.entityType === 'user';
	if (!notStored.every(isOwner) && isPatched && canEscalate(work, memory)) {
		memory.wholeResource = true;
		return undefined;
	}
	if (work.source && !isUnchanged(sight.raw, await readEntity(work, work.source))) return undefined;
	const isNew = change.kind === 'create' && work.notice.entityType === 'user';
	if (isNew && account && sight.raw) await joinGroups(work, sight.raw, account);
	if (notStored.length === 0) return done(change, account?.id);
	return partly(work, change, notStored, account?.id);
}

/** What the target says it did, and did not, or not as a whole. */
function partly(
	work: Work,
	change: Change,
	notStored: readonly string[],
	targetId: string | undefined,
): Ending {
	const { name } = work.target.system;
	const attempted = change.attributes ?? [];
	const isNothing =
		change.kind !== 'create' && attempted.every((attribute) => notStored.includes(attribute));
	// Some targets keep no ID of the source. What else was written is there all the same.
	if (notStored.every(isOwner)) {
		work.warn(`${name} does not keep the ID of the source: accounts are found by name only`);
		if (!isNothing) return done(change, targetId);
		const because = `nothing differs but the ID of the source, which ${name} does not keep`;
		return { state: 'alreadyProvisioned', because, change, targetId };
	}
	if (isNothing) return failed(notApplied(work, notStored), change);
	work.warn(`${name} did not store ${notStored.join(', ')} as sent`);
	return done(change, targetId);
}

const isOwner = (attribute: string) => attribute === 'externalId';

function canEscalate(work: Work, memory: Memory): boolean {
	return work.policy.updateMethod === 'auto' && !memory.wholeResource;
}

/** Somebody else may be writing the same group: a moment later, at another moment than they. */
async function repairMembers(work: Work, memory: Memory): Promise<undefined> {
	memory.doubt = membersLost(work);
	await work.run.wait(50 + 450 * work.random());
	return undefined;
}

function membersLost(work: Work): ProvisioningError {
	return new ProvisioningError({
		code: 'write.unsettled',
		message: `${work.target.system.name} does not hold the members that were sent to it`,
		hint: 'Others may be changing the same group: run the item again. If it stays, the target may not accept some of the members.',
		retryable: true,
		system: work.target.system.name,
	});
}

function notApplied(work: Work, attributes: readonly string[]): ProvisioningError {
	return new ProvisioningError({
		code: 'write.notApplied',
		message: `${work.target.system.name} accepted the change but did not store ${attributes.join(', ')}`,
		hint: 'The attribute may be read-only there: take its mapping out of the write transformation.',
		system: work.target.system.name,
	});
}
