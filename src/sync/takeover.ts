import type { Entity } from '../model/entity';
import type { JsonObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';
import type { TargetTraits } from '../systems/system';
import { keepsOwner } from '../systems/traits';
import type { Situation } from './planning';
import type { DecidedPolicy } from './policy';

/** Why an account that was found must not be written to. */
export interface Refusal {
	readonly state: 'failed' | 'held';
	readonly because: string;
	readonly hint: string;
}

/** An account of somebody else is never taken over; one without owner only as the policy says. */
export function refuseTakeover(
	{ traits, policy, ownerIsGone }: Pick<Situation, 'traits' | 'policy' | 'ownerIsGone'>,
	wanted: JsonObject,
	current: Entity,
): Refusal | undefined {
	if (!keepsOwner(traits, current.type)) return undefined;
	const [owner] = valuesAt(current.attributes, 'externalId');
	const [ours] = valuesAt(wanted, 'externalId');
	if (owner === ours) return undefined;
	if (owner && ownerIsGone) return refuseNewId(current, policy);
	if (owner) {
		return {
			state: 'failed',
			because: `${current.type} ${current.id} belongs to another entity: it carries another externalId`,
			hint: "Two entities share a value that must be unique: correct it in the source. For a person who goes on under a new id set 'On New ID'.",
		};
	}
	if (policy.onConflict === 'link') return undefined;
	return {
		state: policy.onConflict === 'hold' ? 'held' : 'failed',
		because: `${current.type} ${current.id} matches but was not made by this workflow`,
		hint: "Set 'On Conflict' to Link to take such accounts over, or set externalId in the target by hand.",
	};
}

function refuseNewId(current: Entity, { onNewId }: DecidedPolicy): Refusal | undefined {
	if (onNewId === 'link') return undefined;
	return {
		state: 'held',
		because: `${current.type} ${current.id} matches and belonged to an entity that is gone from the source`,
		hint: "Check that it is the same person. Then feed the held item back into 'Sync', or set 'On New ID' to Link.",
	};
}

/** Only what carries our externalId is ours to disable or delete. */
export function isOurs(current: Entity, sourceId: string, traits: TargetTraits): boolean {
	const owners = valuesAt(current.attributes, 'externalId');
	return !keepsOwner(traits, current.type) || owners.includes(sourceId);
}
