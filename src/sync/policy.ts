import type { EntityType } from '../model/entity';
import type { TargetTraits } from '../systems/system';

/** An attribute path, or several that must all match. */
export type MatchBy = readonly (string | readonly string[])[];

/** What to do where more than one thing would be right. Names are those of the node's options. */
export interface Policy {
	/** Which attributes find an account, tried in order; more than one hit is refused. */
	readonly matchBy?: MatchBy;
	/** An account that matches and carries no externalId: take it over, hold the change, or refuse. */
	readonly onConflict?: 'link' | 'hold' | 'fail';
	/**
	 * An account that matches and carries the id of an entity that the source has no more: somebody who goes on
	 * under a new id, or somebody else whose name became free. Not to be linked where several sources write.
	 */
	readonly onNewId?: 'link' | 'hold' | 'fail';
	/** No account at the target. */
	readonly onMissing?: 'create' | 'skip';
	/** The entity is gone from the source, or left the scope of the transformation. */
	readonly onDelete?: 'disable' | 'delete' | 'keep';
	readonly updateMethod?: 'auto' | 'patch' | 'put';
	/** Members that only the target knows: they leave (`own`: the source's list is the truth) or stay. */
	readonly members?: 'own' | 'merge';
	/** A group of more than 20 members that would lose more than half of them. */
	readonly emptyGroups?: 'hold' | 'allow';
	/** How many accounts may be disabled or deleted within the window; what exceeds it is held. */
	readonly deletionBudget?: number;
	readonly deletionWindowMinutes?: number;
	/** The same for one attribute: in how many accounts it may be changed within the window. */
	readonly changeBudget?: number;
	/** How many of the items of one execution may be disabled or deleted, in per cent; five always may. */
	readonly deletionShare?: number;
	/**
	 * Where the account keeps the version or the time of change of its entity, which a mapping writes there:
	 * an entity that is older than that is not written. For items that may be late or out of order.
	 */
	readonly versionAttribute?: string;
	/** User names, or names of groups, that are never changed; `*` stands for any characters. */
	readonly protect?: readonly string[];
}

export type DecidedPolicy = Required<Policy>;

/** Fills what the author left open from the definition of the target system. */
export function decidePolicy(
	policy: Policy,
	traits: TargetTraits,
	entityType: EntityType,
): DecidedPolicy {
	return {
		matchBy: policy.matchBy ?? traits.matchBy[entityType],
		onConflict: policy.onConflict ?? traits.onConflict,
		onNewId: policy.onNewId ?? 'fail',
		onMissing: policy.onMissing ?? 'create',
		onDelete: policy.onDelete ?? 'disable',
		updateMethod: policy.updateMethod ?? 'auto',
		members: policy.members ?? 'own',
		emptyGroups: policy.emptyGroups ?? 'hold',
		deletionBudget: policy.deletionBudget ?? 10,
		deletionWindowMinutes: policy.deletionWindowMinutes ?? 60,
		changeBudget: policy.changeBudget ?? 1_000,
		deletionShare: policy.deletionShare ?? 100,
		versionAttribute: policy.versionAttribute ?? '',
		protect: policy.protect ?? [],
	};
}
