import type { EntityType } from '../../src/model/entity';
import type { Outcome, OutcomeState } from '../../src/model/outcome';

/** Whose outcome it is, as far as it is known. */
export interface Subject {
	readonly system: string;
	readonly entityType?: EntityType;
	readonly entityId?: string;
	readonly targetId?: string;
	readonly correlationId?: string;
}

/** The outcome of what was not a sync: nothing was written. */
export function toOutcome(state: OutcomeState, reason: string, subject: Subject): Outcome {
	const { system, entityType = 'user', entityId = '', targetId, correlationId = '' } = subject;
	return {
		state,
		operation: 'NONE',
		system,
		entityType,
		entityId,
		...(targetId !== undefined && { targetId }),
		reason,
		attempts: 0,
		rounds: 0,
		durationMs: 0,
		correlationId,
		repeatable: false,
	};
}
