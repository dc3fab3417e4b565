/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-hardcoded-secrets -- reads the output schemas; canaries, not secrets; not shipped */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import type { Json } from '../../src/model/json';
import type { EngineRun } from '../support/engine';
import { noticeOf, startBed, TARGET_TOKEN, type Bed } from './provisioningTargetBed';
import { deviations } from './schema';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATHS = { sync: schemaOf('sync'), preview: schemaOf('preview') };

function schemaOf(operation: string): Json {
	const folder = join(__dirname, '../../nodes/ProvisioningTarget/__schema__/v1.0.0');
	return JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
}

/** What left the node, on either output, as n8n stores it. */
function outputOf(run: EngineRun, operation: keyof typeof PATHS = 'sync'): IDataObject[] {
	const stored = JSON.parse(JSON.stringify([...run.json('Target'), ...run.json('Target', 1)]));
	for (const item of stored) expect(deviations(PATHS[operation], item)).toEqual([]);
	return stored;
}

const states = (items: IDataObject[]) =>
	items.map((item) => Reflect.get(Object(item['outcome']), 'state'));

describe('a user of the source', () => {
	test('is created, left alone, updated and disabled', async () => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const sync = async (kind = 'changed') => {
			bed.target.ledger.clear();
			const [item] = outputOf(await bed.run([noticeOf(id, { kind })]));
			return { item, calls: bed.target.ledger.entries.map(({ method }) => method) };
		};

		const created = await sync();
		expect(created.item).toMatchObject({
			outcome: { state: 'created', operation: 'CREATE', system: 'scim-system', entityId: id },
			change: { kind: 'create', request: { method: 'POST', path: '/Users' } },
			notice: noticeOf(id)['notice'],
		});
		expect(created.calls).toEqual(['GET', 'POST']);
		expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', externalId: id }]);

		const unchanged = await sync();
		expect(unchanged.item).toMatchObject({
			outcome: { state: 'alreadyProvisioned', operation: 'NONE' },
			change: { kind: 'none' },
		});
		expect(unchanged.calls).toEqual(['GET']);

		await bed.source.updateUser(id, { displayName: 'Mira Holm-Beck' });
		const updated = await sync();
		expect(updated.item).toMatchObject({ outcome: { state: 'updated', operation: 'PATCH' } });
		expect(bed.target.users()).toMatchObject([{ displayName: 'Mira Holm-Beck' }]);

		await bed.source.deleteUser(id);
		const disabled = await sync('deleted');
		expect(disabled.item).toMatchObject({
			outcome: { state: 'disabled' },
			change: { kind: 'disable' },
		});
		expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', active: false }]);
	});

	test('is previewed with the very change that a sync makes, and nothing is written', async () => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const steps: Array<[string, string, () => Promise<unknown>]> = [
			['create', 'changed', async () => {}],
			['patch', 'changed', () => bed.source.updateUser(id, { displayName: 'Mira Holm-Beck' })],
			['none', 'changed', async () => {}],
			['disable', 'deleted', () => bed.source.deleteUser(id)],
		];
		for (const [change, kind, happen] of steps) {
			await happen();
			bed.target.ledger.clear();
			const items = [noticeOf(id, { kind })];
			const parameters = { operation: 'preview' };
			const [preview] = outputOf(await bed.run(items, { parameters }), 'preview');
			expect(bed.target.ledger.writes()).toEqual([]);
			const [synced] = outputOf(await bed.run(items));
			expect(synced).toMatchObject({ change: { kind: change } });
			expect(preview?.['change']).toEqual(synced?.['change']);
		}
	});

	test('that is gone is deleted or kept as the policy says', async () => {
		const people = [bed.createPerson(), bed.createPerson()];
		const ids = await Promise.all(people.map(async (one) => (await bed.source.createUser(one)).id));
		await bed.run(ids.map((id) => noticeOf(id)));
		for (const id of ids) await bed.source.deleteUser(id);
		const gone = async (id: string | undefined, onDelete: string) =>
			states(
				outputOf(
					await bed.run([noticeOf(id ?? '', { kind: 'deleted' })], {
						parameters: { policy: { onDelete } },
					}),
				),
			);
		expect(await gone(ids[0], 'keep')).toEqual(['skipped']);
		expect(bed.target.users()).toHaveLength(2);
		expect(await gone(ids[1], 'delete')).toEqual(['deleted']);
		expect(bed.target.users()).toMatchObject([{ externalId: ids[0] }]);
	});
});

describe('the entity on the item', () => {
	const entity = { userName: 'akiko.maruyama', displayName: 'Akiko Maruyama', active: true };

	test('needs no source, and only the place of the entity in the notice', async () => {
		const credentials = {
			provisioningTargetApi: {
				baseUrl: bed.target.url,
				authentication: 'bearer',
				token: TARGET_TOKEN,
			},
		};
		const run = await bed.run([{ notice: { entityId: '40017' }, entity }], {
			parameters: { desiredState: 'item', entityType: 'user' },
			credentials,
		});
		const [item] = outputOf(run);
		expect(item).toMatchObject({ outcome: { state: 'created' }, notice: { entityType: 'user' } });
		expect(bed.target.users()).toMatchObject([{ ...entity, externalId: '40017' }]);
		expect(bed.source.ledger.entries).toEqual([]);
	});

	test('is written as a transformation with properties says', async () => {
		const transformation = {
			user: {
				mappings: [
					{ sourcePath: '$.userName', targetPath: '$.userName' },
					{ constant: '%company%', targetPath: `$['${ENTERPRISE}']['organization']` },
				],
			},
		};
		for (const transformationJson of [transformation, JSON.stringify(transformation)]) {
			await bed.run([{ ...noticeOf('40018'), entity }], {
				parameters: {
					desiredState: 'item',
					transformation: 'custom',
					transformationJson,
					properties: { property: [{ name: 'company', value: 'Acme Example Ltd' }] },
				},
			});
			expect(bed.target.users()).toMatchObject([
				{ userName: 'akiko.maruyama', [ENTERPRISE]: { organization: 'Acme Example Ltd' } },
			]);
		}
		expect(bed.target.ledger.writes()).toHaveLength(1);
	});
});

test('a read transformation of the author takes the place of the default', async () => {
	const { id } = await bed.source.createUser(bed.createPerson());
	const read = {
		user: {
			mappings: [
				{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
				{ sourcePath: '$.userName', targetPath: '$.userName' },
				{ constant: 'Contractor', targetPath: '$.userType' },
			],
		},
	};
	await bed.run([noticeOf(id)], {
		parameters: {
			options: { sourceTransformation: 'custom', sourceTransformationJson: JSON.stringify(read) },
		},
	});
	expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', userType: 'Contractor' }]);
});

test('an account of somebody else waits on the output Held', async () => {
	const { id } = await bed.source.createUser(bed.createPerson());
	await bed.createAccount({ userName: 'mira.holm' });
	const run = await bed.run([noticeOf(id)], { parameters: { policy: { onConflict: 'hold' } } });
	expect(run.json('Target')).toEqual([]);
	expect(run.items('Target', 1)).toMatchObject([
		{ json: { outcome: { state: 'held', entityId: id } }, pairedItem: { item: 0 } },
	]);
	expect(bed.target.users()).toHaveLength(1);
	expect(bed.target.users()[0]).not.toHaveProperty('externalId');
});

test('more deletions than the budget wait on Held until somebody feeds them back', async () => {
	const people = [bed.createPerson(), bed.createPerson()];
	const ids = await Promise.all(people.map(async (one) => (await bed.source.createUser(one)).id));
	await bed.run(ids.map((id) => noticeOf(id)));
	for (const id of ids) await bed.source.deleteUser(id);
	const parameters = { policy: { deletionBudget: 1 } };
	const gone = ids.map((id) => noticeOf(id, { kind: 'deleted' }));
	// Two executions: the budget is that of the connection, not of an execution.
	expect(states((await bed.run(gone.slice(0, 1), { parameters })).json('Target'))).toEqual([
		'disabled',
	]);
	const second = await bed.run(gone.slice(1), { parameters });
	const held = second.json('Target', 1);
	expect(states(outputOf(second))).toEqual(['held']);
	expect(states((await bed.run(held, { parameters })).json('Target'))).toEqual(['disabled']);
	expect(bed.target.users()).toMatchObject([{ active: false }, { active: false }]);
});

describe('three items, of which the middle one fails', () => {
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
		expect(states(outputOf(run))).toEqual(['created', 'failed', 'created']);
		expect(run.items('Target').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(run.json('Target')[1]).toMatchObject(failed);
	});

	test('leave the failed one on the error output, with its outcome', async () => {
		const run = await bed.run(await threeItems(), { onError: 'continueErrorOutput' });
		expect(states(outputOf(run))).toEqual(['created', 'created']);
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

test('what the target says about a refusal is in the message', async () => {
	const run = await bed.run([{ ...noticeOf('1'), entity: { displayName: 'Nobody' } }], {
		parameters: { desiredState: 'item', transformation: 'none' },
	});
	expect(run.error).toMatch(/SCIM System answered 400: invalidValue, .*userName/);
});

describe('secrets', () => {
	const canaries = [TARGET_TOKEN, 'reader-secret', 'canary-other'];
	const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
	// One run where the pauses between repeated attempts are real.
	const ONCE = ['stopWorkflow'] as const;
	type Modes = typeof MODES | typeof ONCE;
	const cases: Array<[string, () => Record<string, IDataObject>, Modes]> = [
		['of a working connection', () => connections({}), MODES],
		['that are refused', () => connections({ token: 'canary-other' }), MODES],
		['for a server that is not there', () => connections({ baseUrl: 'http://127.0.0.1:9' }), ONCE],
		[
			'in a base URL',
			() => connections({ baseUrl: bed.target.url.replace('//', '//user:canary-other@') }),
			MODES,
		],
		[
			'for a token endpoint that refuses them',
			() =>
				connections({
					authentication: 'oAuth2ClientCredentials',
					tokenUrl: `${bed.target.url}/token`,
					clientId: 'client',
					clientSecret: 'canary-other',
				}),
			MODES,
		],
	];

	function connections(target: IDataObject): Record<string, IDataObject> {
		const { user, password } = bed.source.authentication;
		return {
			provisioningSourceApi: { baseUrl: bed.source.url, authentication: 'basic', user, password },
			provisioningTargetApi: {
				baseUrl: bed.target.url,
				authentication: 'bearer',
				token: TARGET_TOKEN,
				...target,
			},
		};
	}

	test.each(cases)('%s are in no item and no error', async (_, credentials, modes) => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const runs: EngineRun[] = [];
		for (const onError of modes) {
			runs.push(await bed.run([noticeOf(id)], { credentials: credentials(), onError }));
		}
		for (const { run } of runs) {
			const everything = `${JSON.stringify(run.data.resultData)}${inspect(run.data.resultData, { depth: 20, showHidden: true })}`;
			for (const canary of canaries) expect(everything).not.toContain(canary);
			expect(everything).not.toMatch(/authorization/i);
		}
	});
});

test('what many items have in common is told once', async () => {
	const entities = ['employee', 'external', 'external', 'external'];
	const transformationJson = JSON.stringify({
		user: {
			condition: "$.userType == 'employee'",
			mappings: [{ sourcePath: '$.userName', targetPath: '$.userName' }],
		},
	});
	const items = entities.map((userType, index) => ({
		...noticeOf(`${index}`),
		entity: { userName: `user.${index}`, userType },
	}));
	const run = await bed.run(items, {
		parameters: { desiredState: 'item', transformation: 'custom', transformationJson },
	});
	expect(states(outputOf(run))).toEqual(['created', 'skipped', 'skipped', 'skipped']);
	const [task] = run.run.data.resultData.runData['Target'] ?? [];
	expect(task?.hints).toEqual([
		{ message: expect.stringMatching(/^3 users skipped: /), type: 'info', location: 'outputPane' },
	]);
});
