import { ProvisioningError } from '../model/errors';
import type { Change } from '../model/change';
import type { Entity } from '../model/entity';
import { findDifferences, valueAt, type Difference } from './difference';
import { scimPath } from './diff';
import { isOtherForm, keepForm } from './forms';
import { diffMembers, membersOf } from './members';
import { keepsMembers } from './plan';
import type { Wanted } from './planning';
import type { Work } from './work';

/** How the sending of a change ended. */
export type Applied =
	/** Stored; what the target holds now, unless it was removed. */
	| { readonly result: 'stored'; readonly account?: Entity; readonly notStored: readonly string[] }
	/** Perhaps applied, perhaps not, or no longer right: look again before anything else is sent. */
	| { readonly result: 'unsure'; readonly error: ProvisioningError };

/** These say that the world is not as it was planned for, or that nobody knows: looking again tells. */
export const LOOK_AGAIN: ReadonlySet<string> = new Set([
	'request.conflict',
	'request.notFound',
	'request.outdated',
	'request.unsupported',
	'connection.broken',
	'connection.timeout',
	'server.unavailable',
]);

/** What a change was made for. */
export interface Decided {
	readonly wanted: Wanted;
	readonly current?: Entity;
}

/**
 * Sends exactly what was planned, and compares what the target made of it.
 *
 * @throws ProvisioningError when the target refuses and a repeat cannot help
 */
export async function applyChange(
	work: Work,
	change: Change,
	{ wanted, current }: Decided,
	onSend: () => void,
): Promise<Applied> {
	const { request, targetId } = change;
	if (!request) return { result: 'stored', notStored: [] };
	const type = work.notice.entityType;
	try {
		const target = work.target.during({ ...work.run, onSend });
		let answer = await target.send(type, request, current);
		for (const next of change.further ?? []) answer = await target.send(type, next);
		if (change.kind === 'delete') return { result: 'stored', notStored: [] };
		const account = answer ?? (targetId && (await work.target.get(type, targetId))) ?? undefined;
		if (!account) return { result: 'unsure', error: withoutAnswer(work) };
		return { result: 'stored', account, notStored: missing(work, account, wanted) };
	} catch (error) {
		return unsureAbout(error);
	}
}

/** A success that cannot be read is a success all the same: what it did has to be looked up. */
function unsureAbout(error: unknown): Applied {
	if (!(error instanceof ProvisioningError)) throw error;
	const { code, status = 0 } = error;
	if (LOOK_AGAIN.has(code) || (code === 'answer.unexpected' && status < 300)) {
		return { result: 'unsure', error };
	}
	throw error;
}

function missing(work: Work, account: Entity, wanted: Wanted): string[] {
	const owned = wanted.present ? wanted.owned : [];
	const differences = findDifferences(account.attributes, wanted.attributes, owned);
	const isReformed = ({ names: each, wanted: value }: Difference) =>
		isOtherForm(valueAt(account.attributes, each), value);
	for (const difference of differences.filter(isReformed)) reformed(work, account, difference);
	// Who forgets the ID of the source forgets it each time.
	const isForgotten = ({ names: each }: Difference) =>
		scimPath(each) === 'externalId' && valueAt(account.attributes, each) === undefined;
	for (const difference of differences.filter(isForgotten)) {
		keepForm(work.guard, account, difference);
	}
	const names = differences
		.filter((difference) => !isReformed(difference))
		.map(({ names: each }) => scimPath(each));
	if (account.type === 'user' || !names.includes('members')) return names;
	const keep = keepsMembers(work.policy, wanted);
	const members = diffMembers(membersOf(account.attributes), membersOf(wanted.attributes), keep);
	const isLost = members.join.length > 0 || members.leave.length > 0;
	return isLost ? names : names.filter((name) => name !== 'members');
}

function reformed(work: Work, account: Entity, difference: Difference): void {
	keepForm(work.guard, account, difference);
	const path = scimPath(difference.names);
	work.warn(`${work.target.system.name} stored ${path} in a form of its own`);
}

function withoutAnswer(work: Work): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `${work.target.system.name} accepted the change without saying which account it made`,
		hint: 'Look for the account in the target by its externalId.',
		retryable: true,
		system: work.target.system.name,
	});
}
