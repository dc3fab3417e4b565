import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../src/http';
import { createFakeClock } from '../support/clock';
import { writeAnswer } from '../support/loopback';
import { createScimApi } from '../support/scimApi';
import { createScimStore } from '../support/scimStore';
import { hintsOf, noticeOf, outputOf, startBed, statesOf, type Bed } from './provisioningTargetBed';
import { startRecorder } from './shared/probe';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

describe('C11: three items, of which the middle one fails', () => {
	async function threeItems() {
		const first = await bed.source.createUser(bed.createPerson());
		const last = await bed.source.createUser(bed.createPerson());
		return [noticeOf(first.id), noticeOf('not-a-uuid'), noticeOf(last.id)];
	}
	const failed = {
		outcome: { state: 'failed', entityId: 'not-a-uuid', error: { code: 'request.rejected' } },
		notice: { entityId: 'not-a-uuid' },
	};

	test('stop the node at that item, with what to do', async () => {
		const run = await bed.run(await threeItems());
		const { error } = run.run.data.resultData;
		expect(run.status).toBe('error');
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining('The id is not a UUID.'),
			description: expect.stringMatching(/\S/),
			httpCode: '400',
			context: { itemIndex: 1 },
		});
		expect(bed.target.users()).toHaveLength(1);
	});

	test('all leave the node when it continues, each paired with its own', async () => {
		const run = await bed.run(await threeItems(), { onError: 'continueRegularOutput' });
		expect(run.status).toBe('success');
		expect(statesOf(outputOf(run))).toEqual(['created', 'failed', 'created']);
		expect(hintsOf(run)).toEqual([expect.stringMatching(/^1 user failed: .*not a UUID/)]);
		expect(run.items('Target').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(run.json('Target')[1]).toMatchObject(failed);
	});

	test('leave the failed one on the error output, with its outcome', async () => {
		const run = await bed.run(await threeItems(), { onError: 'continueErrorOutput' });
		expect(statesOf(outputOf(run))).toEqual(['created', 'created']);
		expect(run.items('Target').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
		]);
		expect(run.items('Target', 2)).toMatchObject([{ json: failed, pairedItem: { item: 1 } }]);
		expect(run.json('Target', 2)[0]).not.toHaveProperty('error');
	});
});

test.each<[string, IDataObject, IDataObject, string, string]>([
	['no notice', { entity: {} }, {}, 'notice.invalid', "The item has no 'notice'"],
	['half a notice', { notice: { entityType: 'user' } }, {}, 'notice.invalid', 'notice.entityId'],
	[
		'a notice of an unknown system',
		{ notice: { entityType: 'user', entityId: '1', system: 'payroll' } },
		{},
		'configuration.invalid',
		"no system 'payroll'",
	],
	['no entity', noticeOf('1'), { desiredState: 'item' }, 'notice.invalid', "no 'entity'"],
	[
		'a transformation that is none',
		{ ...noticeOf('1'), entity: {} },
		{
			desiredState: 'item',
			transformation: 'custom',
			transformationJson: '{ "user": { "mappings": [{ "sourcepath": "$.id" }] } }',
		},
		'transformation.invalid',
		'did you mean `sourcePath`?',
	],
	[
		'an unknown rule',
		noticeOf('1'),
		{ policy: { onDelete: 'purge' } },
		'configuration.invalid',
		"'onDelete'",
	],
	[
		'an API version that is not there',
		noticeOf('1'),
		{ options: { sourceApiVersion: '9' } },
		'configuration.invalid',
		"no API version '9'",
	],
	[
		'a limit that is none',
		noticeOf('1'),
		{ options: { requestsPerMinute: '60' } },
		'configuration.invalid',
		"'Request Limit'",
	],
])('%s is an outcome that says so', async (_, item, parameters, code, words) => {
	const setting = { parameters: JSON.parse(JSON.stringify(parameters)) };
	const run = await bed.run([item], { ...setting, onError: 'continueRegularOutput' });
	const [output] = outputOf(run);
	expect(output).toMatchObject({ outcome: { state: 'failed', error: { code } } });
	expect(output).toHaveProperty('outcome.reason', expect.stringContaining(words));
	expect(output).toHaveProperty('outcome.error.hint', expect.stringMatching(/\S/));
	expect(bed.target.ledger.entries).toEqual([]);

	const stopped = await bed.run([item], setting);
	expect(stopped.run.data.resultData.error).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining(words),
		context: { itemIndex: 0 },
	});
});

describe('in virtual time', () => {
	beforeEach(() => {
		const clock = createFakeClock();
		jest.spyOn(systemClock, 'now').mockImplementation(clock.now);
		jest.spyOn(systemClock, 'sleep').mockImplementation(clock.sleep);
	});
	afterEach(() => jest.restoreAllMocks());

	const people = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			...noticeOf(`${index}`),
			entity: { userName: `user.${index}` },
		}));
	const parameters = { desiredState: 'item', transformation: 'none' };

	test('E34: a target that is down is spared, by later executions too, and no item is lost', async () => {
		const down = await startRecorder((_, response) => response.writeHead(503).end());
		const provisioningTargetApi = { baseUrl: down.origin, authentication: 'bearer', token: 'any' };
		const credentials = { ...bed.credentials, provisioningTargetApi };
		const setting = { parameters, credentials, onError: 'continueRegularOutput' as const };
		const runs = [await bed.run(people(20), setting), await bed.run(people(20), setting)];
		await down.close();

		const items = runs.flatMap((run) => outputOf(run));
		expect(items).toHaveLength(40);
		for (const item of items) {
			expect(item).toMatchObject({
				outcome: { state: 'failed', repeatable: true, error: { code: 'server.unavailable' } },
			});
		}
		expect(items.at(-1)).toHaveProperty('outcome.retryAfter', expect.any(Number));
		expect(down.calls.length).toBeLessThan(10);
		expect(runs.map(hintsOf)[1]).toEqual([
			expect.stringMatching(/^20 users failed for now: Not called for a while, .*answered 503$/),
		]);
	});

	test("the author's limit spreads the calls", async () => {
		const start = systemClock.now();
		const limited = { ...parameters, options: { requestsPerMinute: 60 } };
		await bed.run(people(2), { parameters: limited });
		expect(bed.target.users()).toHaveLength(2);
		const calls = bed.target.ledger.entries.length;
		expect(calls).toBeGreaterThan(3);
		expect(systemClock.now() - start).toBe((calls - 1) * 1_000);
	});
});

test('an execution that is cancelled sends nothing more, and says what to do', async () => {
	const { id } = await bed.source.createUser(bed.createPerson());
	const signal = AbortSignal.abort();
	const run = await bed.run([noticeOf(id)], { signal, onError: 'continueRegularOutput' });
	expect(outputOf(run)).toMatchObject([
		{
			outcome: {
				state: 'failed',
				entityId: id,
				repeatable: true,
				error: { code: 'connection.cancelled' },
			},
		},
	]);
	expect([...bed.source.ledger.entries, ...bed.target.ledger.entries]).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6])(
	'C12: cancelled at call %i of two creates, and run again: two accounts',
	async (last) => {
		const store = createScimStore();
		const api = createScimApi({ store, prefix: '' });
		const stop = new AbortController();
		const server = await startRecorder((_, response) => {
			if (server.calls.length === last) stop.abort();
			const [call] = server.calls.slice(-1);
			if (call) writeAnswer(response, api(call, {}));
		});
		const provisioningTargetApi = {
			baseUrl: server.origin,
			authentication: 'bearer',
			token: 'any',
		};
		const credentials = { ...bed.credentials, provisioningTargetApi };
		const parameters = { desiredState: 'item' };
		const setting = { credentials, parameters, onError: 'continueRegularOutput' as const };
		const items = ['0', '1'].map((id) => ({
			...noticeOf(id),
			entity: { userName: `user.${id}`, active: true },
		}));

		const outcomes = outputOf(await bed.run(items, { ...setting, signal: stop.signal }));
		expect(server.calls).toHaveLength(last);
		const cancelled = outcomes.filter((item) => statesOf([item])[0] === 'failed');
		expect(cancelled).toHaveLength(last <= 3 ? 2 : 1);
		for (const item of cancelled) {
			expect(item).toMatchObject({
				outcome: { repeatable: true, error: { code: 'connection.cancelled' } },
			});
		}
		expect(statesOf(outputOf(await bed.run(items, setting)))).not.toContain('failed');
		await server.close();
		expect(store.all('User')).toMatchObject([{ externalId: '0' }, { externalId: '1' }]);
	},
);

test('what the target says about a refusal is in the message', async () => {
	const run = await bed.run([{ ...noticeOf('1'), entity: { displayName: 'Nobody' } }], {
		parameters: { desiredState: 'item', transformation: 'none' },
	});
	expect(run.error).toMatch(/SCIM System answered 400: invalidValue, .*userName/);
});
