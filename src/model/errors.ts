/** One code per situation. A code is a decision: what happened, and whether a repeat may help. */
export const ERROR_CODES = [
	'configuration.invalid',
	'path.invalid',
	'path.notWritable',
	'condition.invalid',
	'transformation.invalid',
	'transformation.failed',
	'notice.invalid',
	'connection.refused',
	'connection.untrusted',
	'connection.broken',
	'connection.timeout',
	'connection.cancelled',
	'answer.unexpected',
	'access.unauthorized',
	'access.forbidden',
	'request.rejected',
	'request.notFound',
	'request.conflict',
	'request.outdated',
	'request.throttled',
	'request.unsupported',
	'server.unavailable',
	'match.ambiguous',
	'match.foreign',
	'guard.budget',
	'guard.emptyGroup',
	'guard.planChanged',
	'guard.tooManyMissing',
	'write.notApplied',
	'write.unsettled',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetails {
	readonly code: ErrorCode;
	/** What happened, in one sentence; never a secret, never a header. */
	readonly message: string;
	/** What to do about it. */
	readonly hint: string;
	/** Running the same thing again may succeed. */
	readonly retryable?: boolean;
	/** Id of the system it happened at. */
	readonly system?: string;
	readonly status?: number;
	/** Seconds the other side asked to wait. */
	readonly retryAfter?: number;
	readonly cause?: unknown;
}

/** The only error that leaves this library on purpose. */
export class ProvisioningError extends Error {
	readonly code: ErrorCode;
	readonly hint: string;
	readonly retryable: boolean;
	readonly system?: string;
	readonly status?: number;
	readonly retryAfter?: number;

	constructor(details: ErrorDetails) {
		super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
		this.name = 'ProvisioningError';
		this.code = details.code;
		this.hint = details.hint;
		this.retryable = details.retryable ?? false;
		this.system = details.system;
		this.status = details.status;
		this.retryAfter = details.retryAfter;
	}
}
