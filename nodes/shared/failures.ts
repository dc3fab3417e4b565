import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { ProvisioningError, type ErrorCode } from '../../src/model/errors';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';

/** Whatever stopped an item, with what to do about it. */
export function toProvisioningError(error: unknown): ProvisioningError {
	if (error instanceof ProvisioningError) return error;
	const description: unknown =
		error instanceof Error ? Reflect.get(error, 'description') : undefined;
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: error instanceof Error ? error.message : 'The node could not be run',
		hint:
			typeof description === 'string'
				? description
				: 'Check the parameters of the node and the credentials that it uses.',
	});
}

/** The outcome of an item that failed before it could be synchronised. */
export function failedOutcome(
	error: ProvisioningError,
	system: string,
	notice: ChangeNotice | undefined,
): Outcome {
	const { code, hint, status, retryable, retryAfter } = error;
	return {
		state: 'failed',
		operation: 'NONE',
		system,
		entityType: notice?.entityType ?? 'user',
		entityId: notice?.entityId ?? '',
		reason: error.message,
		attempts: 0,
		rounds: 0,
		durationMs: 0,
		correlationId: notice?.correlationId ?? '',
		repeatable: retryable,
		...(retryAfter !== undefined && { retryAfter }),
		error: { code, hint, ...(status !== undefined && { status }) },
	};
}

/** n8n's error for a failed outcome: message = what happened, description = what to do. */
export function failureOf(
	outcome: Outcome,
	node: INode,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const message = outcome.reason;
	const description = outcome.error?.hint;
	if (isOwn(outcome.error?.code)) {
		return new NodeOperationError(node, message, { description, itemIndex });
	}
	const httpCode = outcome.error?.status?.toString();
	return new NodeApiError(node, { message }, { message, description, httpCode, itemIndex });
}

/** The author can cure it in the workflow; everything else was said by another system. */
function isOwn(code: ErrorCode | undefined): boolean {
	return (
		code !== undefined && /^(?:configuration|path|condition|transformation|notice)\./.test(code)
	);
}
