import type { Change } from '../model/change';
import type { Entity, EntityType } from '../model/entity';
import type { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { OutcomeState } from '../model/outcome';
import type { ChangeRequests } from '../protocols/directory';
import type { TargetTraits } from '../systems/system';
import type { DecidedPolicy } from './policy';

export type Names = readonly string[];

/** What the target must come to: an account with these attributes, or none that can be used. */
export type Wanted = Present | Absent;

export interface Present {
	readonly present: true;
	readonly attributes: JsonObject;
	/** Names of the attributes that are ours: what is missing in `attributes` is cleared. */
	readonly owned: readonly Names[];
	/** The source gave only a part of its list: who is not on it may still belong to the group. */
	readonly additionsOnly?: boolean;
}

export interface Absent {
	readonly present: false;
	readonly sourceId: string;
	readonly because: string;
	/** What a disabled account looks like. */
	readonly attributes: JsonObject;
}

/** All that a plan is made from. */
export interface Situation {
	readonly entityType: EntityType;
	readonly wanted: Wanted;
	readonly current?: Entity;
	/** The account carries the id of an entity that the source certainly has no more. */
	readonly ownerIsGone?: boolean;
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
	/** The change is complete, but a person has to agree to it. */
	readonly hold?: ProvisioningError;
}
