import { NodeOperationError, type INode } from 'n8n-workflow';
import { failedOutcome, failureOf, toProvisioningError } from '../../../nodes/shared/failures';
import { ERROR_CODES, ProvisioningError } from '../../../src/model/errors';

const node: INode = {
	id: 'n',
	name: 'Target',
	type: 'target',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

// n8n has sentences of its own for these; ours must not give way to them.
const MESSAGES = ['SCIM System answered 409: uniqueness', 'ENOTFOUND is no host', 'Bad gateway'];
const cases = ERROR_CODES.flatMap((code) => MESSAGES.map((message) => [code, message] as const));

test.each(cases)('%s with %j says what happened and what to do', (code, message) => {
	const status = code.startsWith('request.') ? 409 : undefined;
	const error = new ProvisioningError({ code, message, hint: 'Look there.', status });
	const failure = failureOf(failedOutcome(error, 'scim-system', undefined), node, 3);
	expect([failure.message, ...failure.messages]).toContain(message);
	expect(failure).toMatchObject({ description: 'Look there.', context: { itemIndex: 3 } });
	expect(failure.cause).not.toBe(error);
});

test.each([
	['configuration.invalid', 'NodeOperationError'],
	['transformation.invalid', 'NodeOperationError'],
	['notice.invalid', 'NodeOperationError'],
	['access.unauthorized', 'NodeApiError'],
	['connection.timeout', 'NodeApiError'],
	['match.ambiguous', 'NodeApiError'],
] as const)('%s is a %s', (code, name) => {
	const error = new ProvisioningError({ code, message: 'Something happened', hint: 'Act.' });
	expect(failureOf(failedOutcome(error, 'scim-system', undefined), node, 0).name).toBe(name);
});

test('an error of n8n keeps its words', () => {
	const error = new NodeOperationError(node, 'No credential', { description: 'Choose one.' });
	expect(toProvisioningError(error)).toMatchObject({
		code: 'configuration.invalid',
		message: 'No credential',
		hint: 'Choose one.',
	});
});

test('what may be repeated, and when, is in the outcome', () => {
	const error = new ProvisioningError({
		code: 'request.throttled',
		message: 'Too many calls',
		hint: 'Wait.',
		retryable: true,
		retryAfter: 300,
		status: 429,
	});
	expect(failedOutcome(error, 'scim-system', undefined)).toMatchObject({
		state: 'failed',
		operation: 'NONE',
		repeatable: true,
		retryAfter: 300,
		error: { code: 'request.throttled', hint: 'Wait.', status: 429 },
	});
});
