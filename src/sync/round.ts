import type { Change } from '../model/change';
import { ProvisioningError } from '../model/errors';
import { applyChange, type Applied } from './apply';
import { done, failed, type Ending } from './ending';
import { planChange, type Plan } from './plan';
import { isUnchanged, readEntity } from './reading';
import { see, type Sight } from './sight';
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
	/** The last change that was sent and may have been applied. */
	sent?: Change;
	/** Why it is not known whether it was. */
	doubt?: ProvisioningError;
}

/**
 * One round: look, decide, write, look again.
 *
 * @returns `undefined` when another round has to follow
 */
export async function converge(work: Work, memory: Memory): Promise<Ending | undefined> {
	const sight = await see(work, memory.apart);
	if (!sight.wanted) return endOf(sight);
	const plan = planChange({
		entityType: work.notice.entityType,
		wanted: sight.wanted,
		current: sight.current,
		policy: work.policy,
		traits: work.traits,
		requests: work.target.requests,
		wholeResource: memory.wholeResource,
	});
	if (plan.state) return endWithoutWriting(plan, plan.state, memory);
	if (work.preview) return { state: 'planned', because: plan.change.because, change: plan.change };

	memory.sent = plan.change;
	const applied = await applyChange(work, plan.change, sight.wanted, () => memory.attempts++);
	if (applied.result === 'unsure') return lookAgain(memory, applied.error);
	return afterWriting(work, memory, sight, plan.change, applied);
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
	const escalates = notStored.length > 0 && change.request?.method === 'PATCH';
	if (escalates && work.policy.updateMethod === 'auto' && !memory.wholeResource) {
		memory.wholeResource = true;
		return undefined;
	}
	if (work.source && !isUnchanged(sight.raw, await readEntity(work, work.source))) return undefined;
	if (notStored.length === 0) return done(change, account?.id);
	const attempted = change.attributes ?? [];
	if (change.kind !== 'create' && attempted.every((name) => notStored.includes(name))) {
		return failed(notApplied(work, notStored), change);
	}
	work.warn(`${work.target.system.name} did not store ${notStored.join(', ')} as sent`);
	return done(change, account?.id);
}

function notApplied(work: Work, attributes: readonly string[]): ProvisioningError {
	return new ProvisioningError({
		code: 'write.notApplied',
		message: `${work.target.system.name} accepted the change but did not store ${attributes.join(', ')}`,
		hint: 'The attribute may be read-only there: take its mapping out of the write transformation.',
		system: work.target.system.name,
	});
}
