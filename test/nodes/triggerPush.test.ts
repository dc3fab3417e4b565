import { outcomeTarget } from './outcomeTarget';
import { send, serveTrigger, WEBHOOK_ID, type ServedTrigger, type TriggerOptions } from './trigger';

const PUBLIC = `http://n8n.example/webhook/${WEBHOOK_ID}/ipsproxy/service/api/v1/systems/prod-ias`;
const USER = {
	schemas: ['urn:scim:schemas:core:1.0'],
	userName: 'P000123',
	name: { givenName: 'Mira', familyName: 'Holm' },
	active: true,
};
const servers: ServedTrigger[] = [];

async function serve({ parameters, ...more }: TriggerOptions = {}) {
	const options = { acceptScimPush: true };
	const server = await serveTrigger({ ...more, parameters: { options, ...parameters } });
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((server) => server.close()));
});

describe('row 99: a SCIM client pushes users', () => {
	test('POST: 201 with the public location, one item with the user as a hint', async () => {
		const server = await serve();
		const body = JSON.stringify({ ...USER, password: 'canary' });
		// What the caller says about host and path counts for nothing.
		const headers = { 'x-forwarded-host': 'evil.example', 'x-original-url': '/x' };
		const answer = await send(`${server.system}/Users`, { body, headers });
		expect(answer).toMatchObject({ status: 201, json: { ...USER, id: 'P000123' } });
		expect(answer.headers.get('location')).toBe(`${PUBLIC}/Users/P000123`);
		expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
		expect(answer.text).not.toContain('canary');
		expect(server.started).toMatchObject([
			[
				{
					notice: { entityId: 'P000123', idKind: 'pUser', entityType: 'user', kind: 'changed' },
					entity: USER,
					entityOrigin: 'notice',
				},
			],
		]);
		expect(JSON.stringify(server.started)).not.toContain('canary');
	});

	test('then looks for it by its name: an empty list, so that it pushes again', async () => {
		const server = await serve();
		const filter = encodeURIComponent('userName eq "P000123"');
		const answer = await send(`${server.system}/Users?filter=${filter}`, { method: 'GET' });
		expect(answer).toMatchObject({ status: 200, json: { totalResults: 0, Resources: [] } });
		expect(server.started).toEqual([]);
	});

	test.each([
		['PUT', '/Users/P000123', JSON.stringify(USER), 200],
		[
			'PATCH',
			'/Users/P000123',
			'{"Operations":[{"op":"replace","path":"active","value":false}]}',
			200,
		],
		['DELETE', '/Users/P000123', undefined, 204],
		['POST', '/Groups', '{"id":"g1","displayName":"Staff"}', 201],
		['DELETE', '/Groups/g1', undefined, 204],
	])('%s %s', async (method, path, body, status) => {
		const server = await serve();
		const answer = await send(`${server.system}${path}`, { method, ...(body && { body }) });
		expect(answer.status).toBe(status);
		expect(answer.headers.has('location')).toBe(status === 201);
		expect(server.started).toHaveLength(1);
	});

	test.each([
		'/ServiceProviderConfig',
		'/Schemas',
		'/ResourceTypes',
		'/Users',
		'/Users?startIndex=1&count=1',
		'/Users/P000123',
		'/Groups',
	])('GET %s is answered, and starts nothing', async (path) => {
		const server = await serve();
		expect((await send(`${server.system}${path}`, { method: 'GET' })).status).toBe(200);
		expect(server.started).toEqual([]);
	});

	test('what is refused is a SCIM error', async () => {
		const server = await serve({ parameters: { entityTypes: ['user'] } });
		const refused: readonly (readonly [string, string, number])[] = [
			['/Users', '{', 400],
			['/Users', '{"active":true}', 400],
			['/Groups', '{"id":"g1"}', 403],
			['/Devices', '{"id":"d1"}', 404],
			['/Schemas', '{}', 404],
		];
		for (const [path, body, status] of refused) {
			const answer = await send(`${server.system}${path}`, { body });
			expect(answer).toMatchObject({ status, json: { status: `${status}` } });
		}
		expect(server.started).toEqual([]);
	});

	test('without credentials: 401', async () => {
		const server = await serve();
		const sent = { body: JSON.stringify(USER), headers: { authorization: '' } };
		expect((await send(`${server.system}/Users`, sent)).status).toBe(401);
	});

	test('the other address still takes notices in the usual way', async () => {
		const server = await serve();
		expect(await send(`${server.entities}/user`, { body: '"u1"' })).toMatchObject({
			status: 202,
			json: { id: 'u1', status: 'ACCEPTED' },
		});
	});

	test('row 48: after the run it hears what became of the user', async () => {
		const server = await serve({
			parameters: { respond: 'finished', options: { acceptScimPush: true } },
			target: outcomeTarget(),
		});
		const push = async (userName: string) =>
			(await send(`${server.system}/Users`, { body: JSON.stringify({ userName }) })).status;
		expect(await push('created')).toBe(201);
		expect(await push('failed.later')).toBe(503);
		expect(await push('failed.request.rejected')).toBe(422);
	});
});

describe('row 99: a SCIM client pushes many in one bulk request', () => {
	const bulk = (...Operations: readonly object[]) =>
		JSON.stringify({
			schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
			Operations,
		});
	const create = { method: 'POST', path: '/Users', bulkId: 'b1', data: USER };
	const change = { method: 'PUT', path: '/Groups/g1', data: { id: 'g1', displayName: 'Staff' } };
	const removal = { method: 'DELETE', path: '/Users/P000124' };

	test('one execution with all of them, and an answer to each', async () => {
		const server = await serve();
		const body = bulk(create, change, removal);
		const answer = await send(`${server.system}/Bulk`, { body });
		expect(answer).toMatchObject({
			status: 200,
			json: {
				schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
				Operations: [
					{ method: 'POST', bulkId: 'b1', status: '201', location: `${PUBLIC}/Users/P000123` },
					{ method: 'PUT', status: '200', location: `${PUBLIC}/Groups/g1` },
					{ method: 'DELETE', status: '204', location: `${PUBLIC}/Users/P000124` },
				],
			},
		});
		expect(server.started).toMatchObject([
			[
				{ notice: { entityType: 'user', entityId: 'P000123', kind: 'changed' }, entity: USER },
				{ notice: { entityType: 'group', entityId: 'g1', kind: 'changed' } },
				{ notice: { entityType: 'user', entityId: 'P000124', kind: 'deleted' } },
			],
		]);
	});

	test('A19: what cannot be taken is named, the rest starts', async () => {
		const server = await serve({
			parameters: {
				entityTypes: ['user'],
				kinds: ['changed'],
				options: { acceptScimPush: true },
			},
		});
		const strange = { method: 'POST', path: '/Devices', data: { id: 'd1' } };
		const nameless = { method: 'POST', path: '/Users', data: { active: true } };
		const operations = [create, change, removal, strange, nameless, create];
		const answer = await send(`${server.system}/bulk`, { body: bulk(...operations) });
		const errors = ['403', '403', '400', '400'].map((status) => ({
			status,
			response: { status },
		}));
		expect(answer.json).toMatchObject({
			Operations: [{ status: '201' }, ...errors, { status: '201' }],
		});
		expect(server.started).toMatchObject([[{ notice: { entityId: 'P000123' } }]]);
	});

	test('a user and a group may have the same ID', async () => {
		const server = await serve();
		const both = ['/Users/7', '/Groups/7'].map((path) => ({ method: 'DELETE', path }));
		await send(`${server.system}/Bulk`, { body: bulk(...both) });
		expect(server.started.map((items) => items.length)).toEqual([2]);
	});

	test.each([
		['nothing but what is off', 'POST', bulk(removal), 403],
		['no bulk request', 'POST', JSON.stringify(USER), 400],
		['cut', 'POST', bulk(create).slice(0, -1), 400],
		['PUT', 'PUT', bulk(create), 404],
		['GET', 'GET', undefined, 404],
	])('%s is refused as a whole', async (_name, method, body, status) => {
		const server = await serve({
			parameters: { kinds: ['changed'], options: { acceptScimPush: true } },
		});
		const answer = await send(`${server.system}/Bulk`, { method, ...(body && { body }) });
		expect(answer).toMatchObject({ status, json: { status: `${status}` } });
		expect(server.started).toEqual([]);
	});

	test('where push is off there is no such path', async () => {
		const server = await serve({ parameters: { options: {} } });
		const answer = await send(`${server.system}/Bulk`, { body: bulk(create) });
		expect(answer.status).toBe(404);
		expect(server.started).toEqual([]);
	});
});
