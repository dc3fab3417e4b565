import type { Change } from './change';
import type { EntityType } from './entity';
import type { ErrorCode } from './errors';

/** The states of SAP's real-time log, plus `planned` (preview), `held` (guard), `disabled` and `handedOn`. */
export const OUTCOME_STATES = [
	'created',
	'updated',
	'deleted',
	'disabled',
	'skipped',
	'alreadyProvisioned',
	'notProvisioned',
	'failed',
	'held',
	'planned',
	/** Told to a system that reads the source for itself: what it makes of it, its own log says. */
	'handedOn',
	'read',
] as const;

export type OutcomeState = (typeof OUTCOME_STATES)[number];

export type Operation = 'CREATE' | 'UPDATE' | 'PATCH' | 'DELETE' | 'NONE';

/** The one end of one entity at one target. */
export interface Outcome {
	readonly state: OutcomeState;
	readonly operation: Operation;
	/** Id of the target system in the registry. */
	readonly system: string;
	readonly entityType: EntityType;
	readonly entityId: string;
	readonly targetId?: string;
	readonly reason: string;
	/** Calls to the target that were sent, repeats included. */
	readonly attempts: number;
	/** How often source and target were compared (at most three). */
	readonly rounds: number;
	readonly durationMs: number;
	readonly correlationId: string;
	/** Running the same notice again is right and may succeed. */
	readonly repeatable: boolean;
	/** Seconds to wait before that, when the other side asked for it. */
	readonly retryAfter?: number;
	readonly change?: Change;
	readonly warnings?: readonly string[];
	readonly error?: { readonly code: ErrorCode; readonly hint: string; readonly status?: number };
}
