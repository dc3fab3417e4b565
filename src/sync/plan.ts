import type { Change } from '../model/change';
import type { Entity, EntityType } from '../model/entity';
import { ProvisioningError, type ErrorCode } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { OutcomeState } from '../model/outcome';
import type { ChangeRequests } from '../protocols/directory';
import { valuesAt } from '../protocols/scim2/attributes';
import type { TargetTraits } from '../systems/system';
import { closeDifferences, findDifferences, type Difference } from './difference';
import { patchFor, scimPath } from './diff';
import type { DecidedPolicy } from './policy';

/** What the target must come to: an account with these attributes, or none that can be used. */
export type Wanted =
	| {
			readonly present: true;
			readonly attributes: JsonObject;
			/** Names of the attributes that are ours: what is missing in `attributes` is cleared. */
			readonly owned: readonly (readonly string[])[];
	  }
	| {
			readonly present: false;
			readonly sourceId: string;
			readonly because: string;
			/** What a disabled account looks like. */
			readonly attributes: JsonObject;
	  };

export interface Situation {
	readonly entityType: EntityType;
	readonly wanted: Wanted;
	readonly current?: Entity;
	readonly policy: DecidedPolicy;
	readonly traits: TargetTraits;
	readonly requests: ChangeRequests;
	/** The target answered a PATCH but did not store it. */
	readonly wholeResource?: boolean;
}

/** A change without request ends here, in this state. */
export interface Plan {
	readonly change: Change;
	readonly state?: OutcomeState;
	readonly error?: ProvisioningError;
}

/** What to do with one entity at one target, and why. Pure: a preview is this, and nothing else. */
export function planChange(situation: Situation): Plan {
	const { wanted, current } = situation;
	if (!wanted.present) return planAbsence(situation, wanted, current);
	return current ? planUpdate(situation, wanted, current) : planCreate(situation, wanted);
}

type Present = Extract<Wanted, { present: true }>;
type Absent = Extract<Wanted, { present: false }>;

function planCreate(situation: Situation, wanted: Present): Plan {
	const { entityType, policy, requests } = situation;
	const because = `no account with the same ${policy.matchBy.flat().join(' or ')}`;
	if (policy.onMissing === 'skip') {
		return nothing('notProvisioned', `${because}, and the policy is not to create any`);
	}
	const request = requests.create(entityType, wanted.attributes);
	return { change: { kind: 'create', because, request } };
}

function planUpdate(situation: Situation, wanted: Present, current: Entity): Plan {
	const refused = refuseTakeover(situation, wanted, current);
	if (refused) return refused;
	const differences = findDifferences(current.attributes, wanted.attributes, wanted.owned);
	if (differences.length === 0) return nothing('alreadyProvisioned', 'nothing differs', current);
	const names = differences.map(({ names }) => scimPath(names));
	const linked = names.includes('externalId') ? 'the account had no owner and is linked; ' : '';
	return write(situation, current, differences, {
		because: `${linked}${names.join(', ')} ${names.length === 1 ? 'differs' : 'differ'}`,
	});
}

/** An account of somebody else is never taken over; one without owner only as the policy says. */
function refuseTakeover(
	{ traits, policy }: Situation,
	wanted: Present,
	current: Entity,
): Plan | undefined {
	if (!traits.externalId) return undefined;
	const [owner] = valuesAt(current.attributes, 'externalId');
	const [ours] = valuesAt(wanted.attributes, 'externalId');
	if (owner === ours) return undefined;
	if (owner) {
		return refuse('failed', current, {
			code: 'match.foreign',
			because: `the account ${current.id} belongs to another entity: it carries another externalId`,
			hint: 'Two people share a value that must be unique: correct it in the source, or clear externalId of the account in the target if it is an old one.',
		});
	}
	if (policy.onConflict === 'link') return undefined;
	return refuse(policy.onConflict === 'hold' ? 'held' : 'failed', current, {
		code: 'match.foreign',
		because: `the account ${current.id} matches but was not made by this workflow`,
		hint: "Set 'On Conflict' to Link to take such accounts over, or set externalId in the target by hand.",
	});
}

function planAbsence(situation: Situation, wanted: Absent, current: Entity | undefined): Plan {
	const { entityType, policy, traits, requests } = situation;
	const { because } = wanted;
	if (!current) return nothing('notProvisioned', `${because}, and there is no account of it`);
	if (traits.externalId && !valuesAt(current.attributes, 'externalId').includes(wanted.sourceId)) {
		return nothing('skipped', `${because}, but the account was not made by this workflow`, current);
	}
	if (policy.onDelete === 'keep') {
		return nothing('skipped', `${because}, and the policy is to keep accounts`, current);
	}
	if (policy.onDelete === 'delete') {
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
	return write(situation, current, differences, { because, kind: 'disable' });
}

function write(
	{ entityType, policy, traits, requests, wholeResource }: Situation,
	current: Entity,
	differences: readonly Difference[],
	{ because, kind }: { because: string; kind?: 'disable' },
): Plan {
	const method = policy.updateMethod === 'auto' ? traits.updateMethod : policy.updateMethod;
	const whole = method === 'put' || (wholeResource && policy.updateMethod === 'auto');
	const request = whole
		? requests.replace(entityType, current.id, closeDifferences(current.attributes, differences))
		: requests.patch(entityType, current.id, patchFor(differences));
	return {
		change: {
			kind: kind ?? (whole ? 'replace' : 'patch'),
			because,
			targetId: current.id,
			attributes: differences.map(({ names }) => scimPath(names)),
			request,
		},
	};
}

function nothing(state: OutcomeState, because: string, current?: Entity): Plan {
	return { state, change: { kind: 'none', because, ...(current && { targetId: current.id }) } };
}

function refuse(
	state: 'failed' | 'held',
	current: Entity,
	{ code, because, hint }: { code: ErrorCode; because: string; hint: string },
): Plan {
	return {
		state,
		change: { kind: 'refuse', because, targetId: current.id },
		error: new ProvisioningError({ code, message: because, hint }),
	};
}
