import type { INodeParameters } from 'n8n-workflow';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../support/identityAuthentication';
import { startLearning } from '../support/learning';
import { startManyUsers } from '../support/manyUsers';
import { createPeople } from '../support/people';
import { startSuccessFactors } from '../support/successFactors';
import { entityIdsOf, hintsOf, outputOf, run } from './provisioningSourceBed';

let source: IdentityAuthentication;
beforeEach(async () => {
	source = await startIdentityAuthentication();
});
afterEach(() => source.close());

const person = createPeople();
const create = async (count: number) => {
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		ids.push((await source.createUser(person())).id);
	}
	return ids;
};
const createGroup = () =>
	source.createGroup({
		displayName: 'Staff',
		'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group': { name: 'Staff' },
	});
const custom = (block: { condition?: string }): INodeParameters => ({
	transformation: 'custom',
	transformationJson: JSON.stringify({
		user: {
			...block,
			mappings: [
				{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
				{ sourcePath: '$.userName', targetPath: '$.login' },
			],
		},
	}),
});

describe('Get', () => {
	test('puts out what a trigger would, after the read transformation', async () => {
		const { id } = await source.createUser({ ...person(), userName: 'Mira.Holm' });
		const parameters = { operation: 'get', entityId: id, options: { systemId: 'prod-ias' } };
		const ran = await run(source, parameters);
		expect(outputOf(ran, 'get')).toEqual([
			{
				notice: {
					system: 'identity-authentication',
					systemId: 'prod-ias',
					entityType: 'user',
					entityId: id,
					idKind: 'other',
					kind: 'unknown',
					test: false,
					receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
					correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
				},
				entity: expect.objectContaining({ userName: 'Mira.Holm' }),
				entityOrigin: 'source',
				variables: expect.objectContaining({ entityIdSourceSystem: id }),
			},
		]);
		expect(source.ledger.entries).toHaveLength(1);
	});

	test('follows the notice on each item, which goes along', async () => {
		const ids = await create(2);
		const group = createGroup();
		const noticeOf = (entityId: string, more = {}) => ({
			notice: { entityType: 'user', entityId, correlationId: `c-${entityId}`, ...more },
		});
		const items = [
			noticeOf(ids[1] ?? '', { kind: 'deleted' }),
			noticeOf(group, { entityType: 'group' }),
			noticeOf(ids[0] ?? '', { test: true, system: 'sap-successfactors' }),
		];
		const ran = await run(source, { operation: 'get', entityType: 'fromItem' }, { items });
		expect(outputOf(ran, 'get')).toMatchObject([
			{ notice: { entityId: ids[1], kind: 'changed', correlationId: `c-${ids[1]}` } },
			{ notice: { entityId: group, entityType: 'group' }, entity: { displayName: 'Staff' } },
			{ notice: { entityId: ids[0], test: true, system: 'identity-authentication' } },
		]);
		expect(ran.items('Source').map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});
});

describe('Get Many', () => {
	test.each([
		['all', { returnAll: true }, 5],
		['the first ones', { limit: 2 }, 2],
		['more than there are', { limit: 50 }, 5],
		['those of a filter', { filter: 'displayName sw "Akiko"', returnAll: true }, 1],
	])('lists %s', async (_, parameters, expected) => {
		const people = createPeople();
		for (let number = 0; number < 5; number++) await source.createUser(people());
		const items = outputOf(await run(source, { operation: 'getMany', ...parameters }));
		expect(items).toHaveLength(expected);
		expect(new Set(entityIdsOf(items)).size).toBe(expected);
		expect(source.ledger.entries).toHaveLength(1);
	});

	test('lists once for each item that comes in, and pairs', async () => {
		await create(2);
		const items = [{ filter: 'userName pr' }, { filter: 'userName eq "nobody"' }, {}];
		const parameters = { operation: 'getMany', filter: '={{ $json.filter ?? "" }}' };
		const ran = await run(source, parameters, { items });
		expect(ran.items('Source').map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 2, 2].map((item) => ({ item })),
		);
	});

	test('follows the filter in the properties, unless it has one of its own', async () => {
		await create(3);
		const properties = {
			property: [{ name: 'ias.user.filter', value: 'userName eq "nobody"' }],
		};
		const parameters = { operation: 'getMany', properties };
		expect(outputOf(await run(source, parameters))).toHaveLength(0);
		expect(outputOf(await run(source, { ...parameters, filter: 'userName pr' }))).toHaveLength(3);
	});

	test('puts a skipped user out without entity, or not at all', async () => {
		await source.createUser({ ...person(), active: false });
		await source.createUser({ ...person(), active: true });
		const parameters = {
			operation: 'getMany',
			...custom({ condition: '$.active == true' }),
		};
		const ran = await run(source, parameters);
		const [skipped, mapped] = outputOf(ran);
		expect(skipped).toMatchObject({
			entityOrigin: 'none',
			readSkipped: { reason: 'Entity condition [$.active == true] is not fulfilled' },
		});
		expect(skipped).not.toHaveProperty('entity');
		expect(mapped).toMatchObject({ entity: { login: expect.any(String) } });
		expect(hintsOf(ran)).toEqual([expect.stringMatching(/^1 user skipped: /)]);

		const options = { dropSkipped: true };
		expect(outputOf(await run(source, { ...parameters, options }))).toHaveLength(1);
	});

	test('without transformation shows the user as the application does', async () => {
		const [id = ''] = await create(1);
		const ran = await run(source, { operation: 'getMany', transformation: 'none' });
		expect(outputOf(ran)).toMatchObject([
			{ entity: { id, schemas: expect.anything() }, variables: { entityIdSourceSystem: id } },
		]);
	});
});

test('two thousand users come with one request for each page, none of them twice', async () => {
	const many = await startManyUsers(2000);
	const plain = custom({});
	try {
		const items = outputOf(await run(many, { operation: 'getMany', ...plain, returnAll: true }));
		expect(new Set(entityIdsOf(items)).size).toBe(2000);
		expect(items).toHaveLength(2000);
		expect(many.ledger.entries).toHaveLength(20);

		many.ledger.clear();
		const some = outputOf(await run(many, { operation: 'getMany', ...plain, limit: 250 }));
		expect(some).toHaveLength(250);
		expect(many.ledger.entries).toHaveLength(3);

		many.ledger.clear();
		expect(outputOf(await run(many, { operation: 'getMany', ...plain, limit: 7 }))).toHaveLength(7);
		expect(many.ledger.entries.map(({ path }) => path)).toEqual([
			expect.stringMatching(/[?&]count=7(&|$)/),
		]);
	} finally {
		await many.close();
	}
});

describe('Get Changed', () => {
	test.each([
		['2026-11-25T08:00:00Z', '2026-11-25T08:00:00Z'],
		// The workflows of these tests are in America/New_York, the default of n8n.
		['2026-11-25T08:00:00', '2026-11-25T13:00:00Z'],
	])('asks for those since %s', async (changedSince, asked) => {
		await create(1);
		const ran = await run(source, { operation: 'getChanged', changedSince, limit: 10 });
		expect(ran.error).toBeUndefined();
		const [call] = source.ledger.entries;
		expect(decodeURIComponent(call?.path ?? '')).toContain(`meta.lastModified gt "${asked}"`);
	});

	test('puts out who changed, as changed', async () => {
		const [id] = await create(1);
		const changedSince = '2020-01-01T00:00:00Z';
		const ran = await run(source, { operation: 'getChanged', changedSince });
		expect(outputOf(ran, 'getChanged')).toMatchObject([
			{ notice: { entityId: id, kind: 'changed' } },
		]);
		expect(hintsOf(ran)).toEqual([]);
	});

	test('says so where the application cannot tell', async () => {
		createGroup();
		const changedSince = '2026-11-25T08:00:00Z';
		const parameters = { operation: 'getChanged', entityType: 'group', changedSince };
		const ran = await run(source, parameters);
		expect(outputOf(ran, 'getChanged')).toHaveLength(1);
		expect(hintsOf(ran)).toEqual([
			expect.stringContaining('cannot tell which groups changed: all were read'),
		]);
	});
});

describe('other applications', () => {
	test.each([
		['1', 'OData'],
		['2', 'SCIM'],
	])('SAP SuccessFactors, version %s (%s)', async (apiVersion) => {
		const application = await startSuccessFactors();
		try {
			application.hire();
			application.hire();
			const system = 'sap-successfactors';
			const listed = outputOf(
				await run(application, { operation: 'getMany', system, apiVersion, returnAll: true }),
			);
			expect(listed).toHaveLength(2);
			for (const entityId of entityIdsOf(listed).map(String)) {
				const parameters = { operation: 'get', system, apiVersion, entityId };
				const [again] = outputOf(await run(application, parameters), 'get');
				expect(again).toMatchObject({ notice: { entityId }, entityOrigin: 'source' });
				expect(listed.map(({ entity }) => entity)).toContainEqual(again?.['entity']);
			}
		} finally {
			await application.close();
		}
	});

	test('SAP SuccessFactors Learning', async () => {
		const application = await startLearning();
		try {
			application.enrol();
			const parameters = { operation: 'getMany', system: 'sap-successfactors-learning' };
			expect(outputOf(await run(application, parameters))).toHaveLength(1);
		} finally {
			await application.close();
		}
	});
});

test('Check Connection reads one page and shows nobody', async () => {
	await create(1);
	const ran = await run(source, { operation: 'checkConnection' });
	const [item] = outputOf(ran, 'checkConnection');
	expect(item).toEqual({
		outcome: expect.objectContaining({
			state: 'read',
			reason: 'Identity Authentication answers, and its users can be read',
		}),
	});
	expect(source.ledger.entries).toHaveLength(1);
});
