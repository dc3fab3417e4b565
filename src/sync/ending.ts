import type { Change, ChangeKind } from '../model/change';
import type { ProvisioningError } from '../model/errors';
import type { Operation, Outcome, OutcomeState } from '../model/outcome';
import { shown } from './shown';
import type { Work } from './work';

/** How one entity ends at one target. */
export interface Ending {
	readonly state: OutcomeState;
	readonly because: string;
	readonly repeatable?: boolean;
	readonly change?: Change;
	readonly targetId?: string;
	readonly error?: ProvisioningError;
}

export interface Effort {
	readonly attempts: number;
	readonly rounds: number;
	readonly durationMs: number;
	readonly warnings: readonly string[];
}

const DONE: Readonly<Partial<Record<ChangeKind, OutcomeState>>> = {
	create: 'created',
	patch: 'updated',
	replace: 'updated',
	disable: 'disabled',
	delete: 'deleted',
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
	POST: 'CREATE',
	PUT: 'UPDATE',
	PATCH: 'PATCH',
	DELETE: 'DELETE',
};

export function done(change: Change, targetId: string | undefined): Ending {
	return {
		state: DONE[change.kind] ?? 'alreadyProvisioned',
		because: change.because,
		change,
		targetId,
	};
}

export function failed(error: ProvisioningError, change?: Change): Ending {
	return { state: 'failed', because: error.message, repeatable: error.retryable, error, change };
}

export function toOutcome(
	{ notice, target }: Pick<Work, 'notice' | 'target'>,
	ending: Ending,
	effort: Effort,
): Outcome {
	const { state, because, change, error } = ending;
	const targetId = ending.targetId ?? change?.targetId;
	return {
		state,
		operation: OPERATIONS[change?.request?.method ?? ''] ?? 'NONE',
		system: target.system.id,
		entityType: notice.entityType,
		entityId: notice.entityId,
		...(targetId !== undefined && { targetId }),
		reason: because,
		attempts: effort.attempts,
		rounds: effort.rounds,
		durationMs: effort.durationMs,
		correlationId: notice.correlationId,
		repeatable: ending.repeatable ?? false,
		...(error?.retryAfter !== undefined && { retryAfter: error.retryAfter }),
		...(change && { change: shown(change) }),
		...(effort.warnings.length > 0 && { warnings: effort.warnings }),
		...(error && {
			error: {
				code: error.code,
				hint: error.hint,
				...(error.status !== undefined && { status: error.status }),
			},
		}),
	};
}
