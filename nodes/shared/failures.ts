import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { ProvisioningError, type ErrorCode } from '../../src/model/errors';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import { TransformationError } from '../../src/transformation';
import { listFaults } from './faults';
import { toOutcome } from './outcomes';

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
		...toOutcome('failed', error.message, { ...notice, system }),
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

/** n8n's error for an item that has no outcome. */
export function nodeError(
	error: ProvisioningError,
	node: INode,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (isOwn(error.code)) return operationError(error, node, itemIndex);
	const { message, hint: description, status } = error;
	const httpCode = status?.toString();
	return new NodeApiError(node, { message }, { message, description, httpCode, itemIndex });
}

/** n8n's error for what the author can cure in the workflow. */
export function operationError(
	error: ProvisioningError,
	node: INode,
	itemIndex: number,
): NodeOperationError {
	const { message, description } =
		error instanceof TransformationError
			? listFaults(error)
			: { message: error.message, description: error.hint };
	return new NodeOperationError(node, message, { description, itemIndex });
}

/** Stops the node, unless the author lets it continue: then the item says what happened. */
export function continueWithError(
	context: Pick<IExecuteFunctions, 'continueOnFail' | 'getNode'>,
	error: NodeApiError | NodeOperationError,
	item: INodeExecutionData,
): void {
	if (!context.continueOnFail()) throw error;
	// n8n moves an item with an error to the error output and then replaces its json by the message, unless
	// the error is gone from the copy that it moves: hence not enumerable.
	if (context.getNode().onError === 'continueErrorOutput') {
		Object.defineProperty(item, 'error', { value: error, enumerable: false });
	}
}
