import type { EntityType } from '../model/entity';
import type { System } from '../systems/system';

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
}

export type DecidedPolicy = Required<Policy>;

/** Fills what the author left open from the definition of the target system. */
export function decidePolicy(policy: Policy, target: System, entityType: EntityType): DecidedPolicy {
	return {
		matchBy: policy.matchBy ?? target.target?.matchBy[entityType] ?? ['externalId'],
		onConflict: policy.onConflict ?? target.target?.onConflict ?? 'fail',
		onMissing: policy.onMissing ?? 'create',
		onDelete: policy.onDelete ?? 'disable',
		updateMethod: policy.updateMethod ?? 'auto',
	};
}
