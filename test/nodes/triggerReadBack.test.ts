import type { IDataObject } from 'n8n-workflow';
import { readBack } from '../../nodes/shared/trigger/readBack';
import { systemClock } from '../../src/http/clock';
import { SapSuccessFactorsLearningTrigger } from '../../nodes/SapSuccessFactorsLearningTrigger/SapSuccessFactorsLearningTrigger.node.js';
import { SapSuccessFactorsTrigger } from '../../nodes/SapSuccessFactorsTrigger/SapSuccessFactorsTrigger.node.js';
import type { Authentication } from '../support/authentication';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../support/identityAuthentication';
import { startLearning } from '../support/learning';
import { startSuccessFactors } from '../support/successFactors';
import { send, serveTrigger, triggerEngine, triggerNode, type TriggerOptions } from './trigger';

let source: IdentityAuthentication;
let mira: string;
beforeEach(async () => {
	// Repeats at once: what a source that is down costs is not the time of the tests.
	jest.spyOn(systemClock, 'sleep').mockResolvedValue();
	source = await startIdentityAuthentication();
	({ id: mira } = await source.createUser({
		userName: 'mira.holm',
		active: true,
		name: { givenName: 'Mira', familyName: 'Holm' },
		emails: [{ value: 'mira.holm@example.com', primary: true }],
	}));
});
afterEach(() => source.close());

const SOURCE_ID = { sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' };

function credential(secrets: Authentication, baseUrl: string): IDataObject {
	return { ...secrets, baseUrl, authentication: 'basic' };
}

async function call(body: object, options: TriggerOptions = {}, sent = {}) {
	const server = await serveTrigger({
		source: credential(source.authentication, source.url),
		...options,
		parameters: { readEntity: true, ...options.parameters },
	});
	const answer = await send(`${server.entities}/user`, { body: JSON.stringify(body), ...sent });
	expect(server.thrown).toEqual([]);
	await server.close();
	return { answer, items: server.started.flat() };
}

describe('the trigger reads the entity back', () => {
	test('through the read transformation of the source', async () => {
		const { answer, items } = await call({ id: mira, userName: 'a hint' });
		expect(answer.status).toBe(202);
		expect(items).toMatchObject([
			{
				notice: { entityId: mira, kind: 'changed' },
				entity: { userName: 'mira.holm', name: { familyName: 'Holm' } },
				entityOrigin: 'source',
				variables: { entityIdSourceSystem: mira },
			},
		]);
		expect(items[0]).not.toHaveProperty('readError');
	});

	test('by an id of the other API version', async () => {
		const { items } = await call({ id: 'P000123' });
		expect(items).toMatchObject([{ entity: { userName: 'mira.holm' } }]);
		expect(items[0]).toHaveProperty('variables.entityIdSourceSystem', mira);
	});

	test('through the chosen API version', async () => {
		const parameters = { apiVersion: '1', transformation: 'none' };
		const { items } = await call({ id: 'P000123' }, { parameters });
		expect(items).toMatchObject([{ entity: { id: 'P000123' }, entityOrigin: 'source' }]);
		expect(source.ledger.entries.map(({ path }) => path.split('?')[0])).toEqual([
			'/service/scim/Users/P000123',
		]);
	});

	test('as it is, with no transformation', async () => {
		const { items } = await call({ id: mira }, { parameters: { transformation: 'none' } });
		expect(items[0]).toMatchObject({ entity: { id: mira, meta: { resourceType: 'User' } } });
	});

	test('through one of the author, with his properties', async () => {
		const mappings = [
			SOURCE_ID,
			{ sourcePath: '$.userName', targetPath: '$.login' },
			{ constant: '%company%', targetPath: '$.company' },
		];
		const parameters = {
			transformation: 'custom',
			transformationJson: JSON.stringify({ user: { mappings } }),
			properties: { property: [{ name: 'company', value: 'ACME' }] },
		};
		const { items } = await call({ id: mira }, { parameters });
		expect(items[0]).toMatchObject({ entity: { login: 'mira.holm', company: 'ACME' } });
	});

	test('says why an entity is not wanted', async () => {
		const block = { condition: "$.userName == 'nobody'", mappings: [SOURCE_ID] };
		const parameters = {
			transformation: 'custom',
			transformationJson: JSON.stringify({ user: block }),
		};
		const { items } = await call({ id: mira }, { parameters });
		expect(items).toMatchObject([
			{ entityOrigin: 'none', readSkipped: { reason: expect.stringMatching(/condition/) } },
		]);
		expect(items[0]).not.toHaveProperty('entity');
	});

	test('not at all unless the author asks for it', async () => {
		const { items } = await call({ id: mira }, { parameters: { readEntity: false } });
		expect(items).toMatchObject([{ entityOrigin: 'none' }]);
		expect(source.ledger.entries).toEqual([]);
	});
});

describe('a notice is never lost', () => {
	const unreadable: [string, TriggerOptions, string][] = [
		[
			'row 49: wrong credentials',
			{ source: { baseUrl: '', authentication: 'basic', user: 'reader', password: 'wrong' } },
			'access.unauthorized',
		],
		['no such API version', { parameters: { apiVersion: '9' } }, 'configuration.invalid'],
		[
			'a faulty transformation',
			{
				parameters: { transformation: 'custom', transformationJson: '{"user":{"mappings":[{}]}}' },
			},
			'transformation.invalid',
		],
		['no address', { source: { authentication: 'basic' } }, 'configuration.invalid'],
	];

	test.each(unreadable)('%s: the item says why', async (_name, options, code) => {
		const given =
			options.source?.['baseUrl'] === ''
				? { ...options.source, baseUrl: source.url }
				: options.source;
		const { answer, items } = await call(
			{ id: mira, userName: 'a hint' },
			{ ...options, ...(given && { source: given }) },
		);
		expect(answer.status).toBe(202);
		expect(items).toMatchObject([
			{
				notice: { entityId: mira, kind: 'changed' },
				entityOrigin: 'none',
				readError: { code, message: expect.any(String), hint: expect.any(String) },
			},
		]);
		expect(items[0]).not.toHaveProperty('entity');
		expect(JSON.stringify(items)).not.toContain('wrong');
	});

	test('row 49: the caller that waits for the end is asked to repeat', async () => {
		const { answer } = await call(
			{ id: mira },
			{
				source: { ...credential(source.authentication, source.url), password: 'wrong' },
				parameters: { respond: 'finished' },
			},
		);
		expect(answer).toMatchObject({
			status: 503,
			json: { detail: 'The source could not be read.' },
		});
		expect(answer.headers.get('retry-after')).toBe('30');
	});

	test('the source is down', async () => {
		await source.refuse();
		const { answer, items } = await call({ id: mira });
		expect(answer.status).toBe(202);
		expect(items).toMatchObject([
			{ entityOrigin: 'none', readError: { code: 'connection.refused' } },
		]);
	});

	test('row 55: who is not there is on the item, not gone', async () => {
		const nobody = '00000000-0000-4000-8000-000000000000';
		const { items } = await call({ id: nobody });
		expect(items).toMatchObject([
			{
				notice: { kind: 'changed' },
				entityOrigin: 'none',
				readError: { code: 'request.notFound' },
			},
		]);
	});

	test('a source that does not answer is not waited for', async () => {
		const engine = triggerEngine({ source: credential(source.authentication, source.url) });
		const workflow = engine.workflow([triggerNode({ source: {} })]);
		const webhook = {
			httpMethod: 'POST' as const,
			node: 'Trigger',
			path: '',
			workflowId: 'w1',
			webhookDescription: { name: 'default' as const, httpMethod: 'POST' as const, path: '' },
		};
		const context = engine.webhookContext(workflow, 'Trigger', {
			request: {},
			response: {},
			webhook,
		});
		const notice = {
			system: 'identity-authentication',
			systemId: 's',
			entityType: 'user',
			entityId: mira,
			idKind: 'uuid',
			kind: 'changed',
			test: false,
		} as const;
		const how = { transformation: 'none', properties: {} } as const;
		expect(await readBack(context, [notice], how, AbortSignal.abort())).toMatchObject([
			{ status: 'unread', error: { code: 'connection.timeout' } },
		]);
	});

	test('of several, those that can be read are read, in their order', async () => {
		const { id: tilo } = await source.createUser({ userName: 'tilo.arden' });
		const nobody = '00000000-0000-4000-8000-000000000000';
		const { items } = await call([tilo, nobody, mira], { parameters: { transformation: 'none' } });
		expect(items).toMatchObject([
			{ entity: { userName: 'tilo.arden' } },
			{ entityOrigin: 'none' },
			{ entity: { userName: 'mira.holm' } },
		]);
	});
});

describe('a deletion that the caller reports', () => {
	test('is believed when the source does not show the user any more', async () => {
		await source.deleteUser(mira);
		const { items } = await call({ id: mira }, {}, { method: 'DELETE' });
		expect(items).toMatchObject([{ notice: { kind: 'deleted' }, entityOrigin: 'none' }]);
		expect(items[0]).not.toHaveProperty('readError');
	});

	test('is a change while the source still shows the user', async () => {
		const { items } = await call({ id: mira }, {}, { method: 'DELETE' });
		expect(items).toMatchObject([
			{ notice: { kind: 'changed' }, entity: { userName: 'mira.holm' }, entityOrigin: 'source' },
		]);
	});

	test('is a change, too, when the user cannot be transformed', async () => {
		const mappings = [SOURCE_ID, { sourcePath: '$.title', targetPath: '$.title' }];
		const parameters = {
			transformation: 'custom',
			transformationJson: JSON.stringify({ user: { mappings } }),
		};
		const { items } = await call({ id: mira }, { parameters }, { method: 'DELETE' });
		expect(items).toMatchObject([
			{ notice: { kind: 'changed' }, readError: { code: 'transformation.failed' } },
		]);
	});

	test('stays one when the source cannot be read, and says so', async () => {
		await source.refuse();
		const { items } = await call({ id: mira }, {}, { method: 'DELETE' });
		expect(items).toMatchObject([
			{
				notice: { kind: 'deleted' },
				entityOrigin: 'none',
				readError: { code: 'connection.refused' },
			},
		]);
	});
});

describe('the other applications', () => {
	test('SuccessFactors, by the key of an employment', async () => {
		const tenant = await startSuccessFactors();
		const { userId, perPersonUuid } = tenant.hire();
		const { items } = await call(
			{ userId },
			{
				trigger: new SapSuccessFactorsTrigger(),
				source: credential(tenant.authentication, tenant.url),
			},
		);
		await tenant.close();
		expect(items).toMatchObject([
			{ entityOrigin: 'source', variables: { entityIdSourceSystem: perPersonUuid } },
		]);
	});

	test('row 43: Learning, whose test user shows its name only when it is read', async () => {
		const tenant = await startLearning();
		const learner = tenant.enrol({ userName: 'ias_test_user_27F5AAEA' });
		const { items } = await call(
			{ id: learner['id'] },
			{
				trigger: new SapSuccessFactorsLearningTrigger(),
				source: credential(tenant.authentication, tenant.url),
			},
		);
		await tenant.close();
		expect(items).toMatchObject([{ notice: { test: true }, entityOrigin: 'source' }]);
	});
});
