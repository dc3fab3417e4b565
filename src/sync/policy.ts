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
		onMissing: policy.onMissing ?? 'create',
		onDelete: policy.onDelete ?? 'disable',
		updateMethod: policy.updateMethod ?? 'auto',
		members: policy.members ?? 'own',
		emptyGroups: policy.emptyGroups ?? 'hold',
		deletionBudget: policy.deletionBudget ?? 10,
		deletionWindowMinutes: policy.deletionWindowMinutes ?? 60,
	};
}
