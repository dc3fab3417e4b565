import type { Entity } from '../model/entity';
import { ProvisioningError, type ErrorCode } from '../model/errors';
import type { OutcomeState } from '../model/outcome';
import { scimPath } from './diff';
import { findDifferences, type Difference } from './difference';
import {
	describeMembers,
	diffMembers,
	emptiesGroup,
	membersOf,
	withoutMembers,
	type MemberChange,
} from './members';
import { refuseOlder } from './outdated';
import type { DecidedPolicy } from './policy';
import { isProtected } from './protected';
import type { Absent, Plan, Present, Situation, Wanted } from './planning';
import { isOurs, refuseTakeover } from './takeover';
import { writeDifferences } from './writeDifferences';

/** What to do with one entity at one target, and why. Pure: a preview is this, and nothing else. */
export function planChange(situation: Situation): Plan {
	const { wanted, current, policy } = situation;
	if (current && isProtected(current, policy.protect)) {
		return nothing('skipped', 'the policy protects it: it is never changed', current);
	}
	if (!wanted.present) return planAbsence(situation, wanted, current);
	return current ? planUpdate(situation, wanted, current) : planCreate(situation, wanted);
}

function planCreate(situation: Situation, wanted: Present): Plan {
	const { entityType, policy, requests, traits } = situation;
	const what = entityType === 'group' ? 'group' : 'account';
	const because = `no ${what} with the same ${policy.matchBy.flat().join(' or ')}`;
	if (policy.onMissing === 'skip') {
		return nothing('notProvisioned', `${because}, and the policy is not to create any`);
	}
	if (isFixedGroup(situation)) {
		return nothing('notProvisioned', `${because}, and groups are made in the target itself`);
	}
	// More members than one request may carry join in the next round, when the group has an id.
	const fits = membersOf(wanted.attributes).length <= traits.members.addAtMost;
	const request = requests.create(
		entityType,
		fits ? wanted.attributes : withoutMembers(wanted.attributes),
	);
	return { change: { kind: 'create', because, request } };
}

function planUpdate(situation: Situation, wanted: Present, current: Entity): Plan {
	const { entityType } = situation;
	const refusal = isFixedGroup(situation)
		? undefined
		: refuseTakeover(situation, wanted.attributes, current);
	const error = refusal && provisioningError({ code: 'match.foreign', ...refusal });
	if (error && refusal.state === 'failed') return refuse(current, error);
	const late = refuseOlder(situation.policy.versionAttribute, wanted.attributes, current);
	if (late) return nothing('alreadyProvisioned', late, current);
	const plan =
		entityType === 'group'
			? planGroup(situation, wanted, current)
			: planAccount(situation, wanted, current);
	return error ? { ...plan, hold: error } : plan;
}

function planAccount(situation: Situation, wanted: Present, current: Entity): Plan {
	const differences = findDifferences(current.attributes, wanted.attributes, wanted.owned);
	if (differences.length === 0) return nothing('alreadyProvisioned', 'nothing differs', current);
	return writeDifferences(situation, current, differences, {
		because: describe(differences, situation),
	});
}

/** Not ours to make, rename or remove: only who is in it. */
function isFixedGroup({ entityType, traits }: Situation): boolean {
	return entityType === 'group' && traits.membersOnly === true;
}

/** Attributes as for an account; members as a difference of their own. */
function planGroup(situation: Situation, wanted: Present, current: Entity): Plan {
	const { policy } = situation;
	const attributes = withoutMembers(wanted.attributes);
	const owned = wanted.owned.filter(([name]) => name !== 'members');
	const differences = findDifferences(current.attributes, attributes, owned);
	const isListed = 'members' in wanted.attributes || owned.length < wanted.owned.length;
	const listed = isListed ? membersOf(wanted.attributes) : membersOf(current.attributes);
	const keep = keepsMembers(policy, wanted);
	const members = diffMembers(membersOf(current.attributes), listed, keep);
	const changes = [
		...(differences.length > 0 ? [describe(differences, situation)] : []),
		...describeMembers(members),
	];
	if (changes.length === 0) return nothing('alreadyProvisioned', 'nothing differs', current);
	const because = changes.join(', ');
	const plan = writeDifferences(situation, current, differences, { because, members });
	if (policy.emptyGroups === 'allow' || !emptiesGroup(members)) return plan;
	return { ...plan, hold: emptying(members) };
}

/** Whether members that only the target knows stay. */
export function keepsMembers(policy: DecidedPolicy, wanted: Wanted): boolean {
	return policy.members === 'merge' || (wanted.present && wanted.additionsOnly === true);
}

function emptying({ leave, before }: MemberChange): ProvisioningError {
	return provisioningError({
		code: 'guard.emptyGroup',
		because: `${leave.length} of ${before} members would leave the group at once`,
		hint: "Check the group in the source. Then feed the held item back into 'Sync', or set 'Empty Groups' to Allow.",
	});
}

function planAbsence(situation: Situation, wanted: Absent, current: Entity | undefined): Plan {
	const { entityType, policy, traits, requests } = situation;
	const { because } = wanted;
	if (!current) return nothing('notProvisioned', `${because}, and there is nothing of it here`);
	if (!isOurs(current, wanted.sourceId, traits)) {
		return nothing(
			'skipped',
			`${because}, but what is here was not made by this workflow`,
			current,
		);
	}
	if (policy.onDelete === 'keep') {
		return nothing('skipped', `${because}, and the policy is to keep it`, current);
	}
	if (policy.onDelete === 'delete' && isFixedGroup(situation)) {
		// Nobody can remove it; whoever is in it leaves.
		const nobody: Present = { present: true, attributes: { members: [] }, owned: [] };
		return planGroup(situation, nobody, current);
	}
	if (policy.onDelete === 'delete' && !(traits.deactivates && entityType === 'user')) {
		const request = requests.remove(entityType, current.id);
		return { change: { kind: 'delete', because, targetId: current.id, request } };
	}
	if (entityType === 'group') {
		return nothing('skipped', `${because}, and a group cannot be disabled`, current);
	}
	const differences = findDifferences(current.attributes, wanted.attributes);
	if (differences.length === 0) {
		return nothing(
			'alreadyProvisioned',
			`${because}, and the account is disabled already`,
			current,
		);
	}
	return writeDifferences(situation, current, differences, { because, kind: 'disable' });
}

function describe(differences: readonly Difference[], { ownerIsGone }: Situation): string {
	const names = differences.map(({ names: each }) => scimPath(each));
	const before = ownerIsGone ? 'it belonged to an entity that is gone' : 'it had no owner';
	const linked = names.includes('externalId') ? `${before} and is linked; ` : '';
	return `${linked}${names.join(', ')} ${names.length === 1 ? 'differs' : 'differ'}`;
}

function nothing(state: OutcomeState, because: string, current?: Entity): Plan {
	return { state, change: { kind: 'none', because, ...(current && { targetId: current.id }) } };
}

function refuse(current: Entity, error: ProvisioningError): Plan {
	const change = { kind: 'refuse', because: error.message, targetId: current.id } as const;
	return { state: 'failed', change, error };
}

function provisioningError(reason: { code: ErrorCode; because: string; hint: string }) {
	return new ProvisioningError({ ...reason, message: reason.because });
}
