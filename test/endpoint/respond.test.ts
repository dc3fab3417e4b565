import {
	acceptedBody,
	codeOf,
	describeCall,
	finishedAnswer,
	lookAnswer,
	parseNotices,
	REFUSALS,
	refusalAnswer,
	runningAnswer,
} from '../../src/endpoint';
import type { JsonObject } from '../../src/model/json';
import { post } from './call';

const refusals = Object.entries(REFUSALS).map(([code, refusal]) => ({ code, ...refusal }));
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

describe('refusals', () => {
	test.each(refusals)('$code is a SCIM error of its status', ({ code, status, detail }) => {
		const known = Object.keys(REFUSALS).find((name) => name === code);
		expect(known).toBeDefined();
		const { headers, ...answer } = refusalAnswer(code as keyof typeof REFUSALS);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ schemas: [ERROR], status: `${status}`, detail });
		expect(headers['Content-Type']).toBe('application/scim+json; charset=utf-8');
		expect(headers['WWW-Authenticate'] !== undefined).toBe(status === 401);
		expect(headers['Retry-After'] !== undefined).toBe(status === 429 || status === 503);
	});

	test('B16: there is one 401, and it says nothing', () => {
		expect(refusals.filter(({ status }) => status === 401)).toHaveLength(1);
		expect(refusalAnswer('unauthorized').body).toEqual({
			schemas: [ERROR],
			status: '401',
			detail: 'Authentication failed.',
		});
	});

	test('what is not set and what cannot be read look the same from outside', () => {
		expect(refusalAnswer('unconfigured')).toEqual(refusalAnswer('credentialUnreadable'));
	});

	test('C10, C19: an error of our own is 503, never acceptance, and tells nothing of itself', () => {
		const error = new TypeError('canary');
		const { status, body } = refusalAnswer(codeOf(error));
		expect(status).toBe(503);
		expect(JSON.stringify(body)).not.toMatch(/canary|TypeError|\.ts/);
	});
});

test('row 40: who looks gets an empty list or a bare entity', () => {
	expect(lookAnswer('user')).toMatchObject({
		status: 200,
		body: { totalResults: 0, Resources: [] },
	});
	expect(lookAnswer('group', 'g1').body).toEqual({
		schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
		id: 'g1',
	});
});

function callOfBody(body: string): JsonObject {
	const parsed = parseNotices('identity-authentication', post(body));
	if (parsed.status !== 'accepted') throw new Error('This body should be accepted.');
	return describeCall(parsed);
}

describe('the answer names what was taken', () => {
	test('one entity', () => {
		expect(acceptedBody(callOfBody('"u1"'))).toEqual({ id: 'u1', status: 'ACCEPTED' });
	});

	test('A19: several, and which of them was left out', () => {
		expect(acceptedBody(callOfBody('["u1","a/b","u2"]'))).toEqual({
			ids: ['u1', 'u2'],
			refused: [{ index: 1, detail: 'The id is not valid.' }],
			status: 'ACCEPTED',
		});
	});
});

describe('the answer after the run (row 48, decision 12)', () => {
	const outcome = (state: string, more = {}): JsonObject => ({
		outcome: { state, operation: 'CREATE', system: 'scim-system', repeatable: false, ...more },
	});
	const created = outcome('created');
	const failed = outcome('failed', {
		error: { code: 'request.rejected' },
		reason: 'no place for mira.holm@example.com',
	});
	const busy = outcome('failed', { repeatable: true, error: { code: 'server.unavailable' } });

	test.each<[string, JsonObject[] | undefined, number, object]>([
		['all well', [created, outcome('alreadyProvisioned')], 200, { status: 'SUCCESS' }],
		['previewed', [outcome('planned')], 200, { status: 'SUCCESS' }],
		['skipped', [outcome('skipped')], 200, { status: 'SUCCESS' }],
		['nothing to deprovision', [outcome('notProvisioned')], 200, { status: 'SUCCESS' }],
		['a workflow without target', [{ notice: {} }], 200, { status: 'SUCCESS', results: [] }],
		['held', [created, outcome('held')], 202, { status: 'HELD' }],
		['nothing came out of the last node', [], 202, { status: 'ACCEPTED' }],
		['failed for good', [created, failed], 422, { scimType: 'invalidValue' }],
		['failed, may be repeated', [busy], 503, { schemas: [ERROR] }],
		['row 49: source not readable', [outcome('notProvisioned', { repeatable: true })], 503, {}],
		['a repeatable failure beside one for good', [failed, busy], 503, {}],
		['the run itself failed', undefined, 503, { detail: 'The run failed.' }],
	])('%s', (_name, items, status, body) => {
		const call = { id: 'u1' };
		const answer = finishedAnswer({
			method: 'POST',
			call,
			isLenient: false,
			...(items && { items }),
		});
		expect(answer).toMatchObject({ status, body });
	});

	const finish = (items: JsonObject[], more = {}) =>
		finishedAnswer({ method: 'POST', call: { id: 'u1' }, isLenient: false, items, ...more });

	test('the results name target, operation and state', () => {
		expect(finish([created]).body).toEqual({
			id: 'u1',
			status: 'SUCCESS',
			results: [{ target: 'scim-system', operation: 'CREATE', state: 'created' }],
		});
	});

	test('DELETE is answered with 204 and no body', () => {
		expect(finish([outcome('disabled')], { method: 'DELETE' })).toEqual({
			status: 204,
			headers: {},
		});
	});

	test('DELETE that failed is not', () => {
		expect(finish([busy], { method: 'DELETE' }).status).toBe(503);
		expect(finish([failed], { method: 'DELETE' }).status).toBe(422);
	});

	test('a lenient source hears of a failure with 200', () => {
		expect(finish([failed], { isLenient: true })).toMatchObject({
			status: 200,
			body: { id: 'u1', status: 'ERROR' },
		});
		expect(finish([busy], { isLenient: true }).status).toBe(503);
	});

	test('no reason, which may name a person, leaves the house', () => {
		const answer = finish([failed]);
		expect(answer.body).toHaveProperty(
			'detail',
			'The target scim-system did not take the change: request.rejected.',
		);
		expect(JSON.stringify(answer)).not.toContain('mira.holm');
	});

	test.each([
		[undefined, '30'],
		[5, '30'],
		[300, '300'],
		[77.2, '78'],
		['soon', '30'],
	])('Retry-After of a target that asked for %p is %s', (retryAfter, expected) => {
		const asked = outcome('failed', { repeatable: true, retryAfter });
		expect(finish([busy, asked]).headers['Retry-After']).toBe(expected);
	});

	test('a run that takes too long', () => {
		expect(runningAnswer({ id: 'u1' })).toMatchObject({
			status: 202,
			body: { id: 'u1', status: 'RUNNING' },
		});
	});
});
