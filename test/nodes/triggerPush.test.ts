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
