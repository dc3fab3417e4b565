/* eslint-disable @n8n/community-nodes/no-restricted-imports -- raw sockets, for what no HTTP client sends */
import { once } from 'node:events';
import { connect } from 'node:net';
import {
	BASIC,
	PASSWORD,
	SECRETS,
	send,
	serveTrigger,
	USER,
	type Sent,
	type ServedTrigger,
} from './trigger';

const servers: ServedTrigger[] = [];
async function serve(...options: Parameters<typeof serveTrigger>) {
	const server = await serveTrigger(...options);
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((server) => server.close()));
});

const UUID = '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001';

describe('an accepted call', () => {
	test('row 1: starts one execution with one item of the agreed shape', async () => {
		const server = await serve();
		const sent = await send(`${server.entities}/user`, { body: '{"id":"P000123"}' });
		expect(sent).toMatchObject({ status: 202, json: { id: 'P000123', status: 'ACCEPTED' } });
		expect(server.started).toEqual([
			[
				{
					notice: {
						system: 'identity-authentication',
						systemId: 'prod-ias',
						entityType: 'user',
						entityId: 'P000123',
						idKind: 'pUser',
						kind: 'changed',
						test: false,
						receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
						readAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
						correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
					},
					entityOrigin: 'none',
					variables: { entityIdSourceSystem: 'P000123' },
				},
			],
		]);
	});

	test('row 3: keeps what the caller says about the entity as a hint', async () => {
		const server = await serve();
		const entity = { id: UUID, userName: 'mira.holm', name: { givenName: 'Mira' } };
		await send(`${server.entities}/user`, { body: JSON.stringify(entity) });
		expect(server.started[0]?.[0]).toMatchObject({ entity, entityOrigin: 'notice' });
	});

	test('row 52: carries no header and no secret onto the item', async () => {
		const server = await serve();
		const headers = { cookie: 'canary=1', 'x-client-cert': 'canary', 'x-correlation-id': 'canary' };
		const body = `{"id":"u1","userName":"m","password":"${PASSWORD}"}`;
		await send(`${server.entities}/user?token=canary`, { headers, body });
		expect(server.started).toHaveLength(1);
		const stored = JSON.stringify(server.started);
		for (const secret of ['canary', PASSWORD, BASIC, USER, 'uthorization']) {
			expect(stored).not.toContain(secret);
		}
	});

	test.each<[string, string, Sent, object]>([
		[
			'row 2: scim+json with charset',
			'/user',
			{
				body: `{"id":"${UUID}"}`,
				headers: { 'content-type': 'application/scim+json; charset=utf-8' },
			},
			{ entityId: UUID },
		],
		[
			'application/json, read by n8n',
			'/user',
			{ body: '{"id":"u1"}', headers: { 'content-type': 'application/json' } },
			{ entityId: 'u1' },
		],
		[
			'row 5: text/plain',
			'/user',
			{ body: 'u1', headers: { 'content-type': 'text/plain' } },
			{ entityId: 'u1' },
		],
		[
			'row 6: form',
			'/user',
			{ body: 'id=u1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
			{ entityId: 'u1' },
		],
		[
			'row 11: DELETE with id in the path',
			'/user/u1',
			{ method: 'DELETE' },
			{ entityId: 'u1', kind: 'deleted' },
		],
		[
			'row 12: DELETE with id in the query',
			'/user?id=u1',
			{ method: 'DELETE' },
			{ entityId: 'u1', kind: 'deleted' },
		],
		[
			'row 13: DELETE with a body',
			'/user',
			{ method: 'DELETE', body: '{"id":"u1"}' },
			{ entityId: 'u1', kind: 'deleted' },
		],
		[
			'row 15: PUT',
			'/user/u1',
			{ method: 'PUT', body: '{"active":false}' },
			{ entityId: 'u1', kind: 'changed' },
		],
		[
			'row 15: PATCH',
			'/user/u1',
			{ method: 'PATCH', body: '{"Operations":[]}' },
			{ entityId: 'u1' },
		],
		['row 19: trailing slash', '/user/', { body: '"u1"' }, { entityId: 'u1' }],
		['row 19: users', '/Users', { body: '"u1"' }, { entityId: 'u1', entityType: 'user' }],
		['row 22: group', '/group', { body: '"g1"' }, { entityId: 'g1', entityType: 'group' }],
		[
			'row 22: group, DELETE',
			'/group/g1',
			{ method: 'DELETE' },
			{ entityType: 'group', kind: 'deleted' },
		],
		['A22: encoded once', '/user/a%20b%2541', { method: 'DELETE' }, { entityId: 'a b%41' }],
		[
			'A23: an override header changes nothing',
			'/user',
			{ body: '"u1"', headers: { 'x-http-method-override': 'DELETE' } },
			{ kind: 'changed' },
		],
		[
			'foreign forwarding headers change nothing',
			'/user',
			{ body: '"u1"', headers: { 'x-original-url': '/x', 'x-forwarded-host': 'evil' } },
			{ entityId: 'u1' },
		],
	])('%s', async (_name, path, sent, notice) => {
		const server = await serve();
		expect((await send(`${server.entities}${path}`, sent)).status).toBe(202);
		expect(server.started).toEqual([
			[expect.objectContaining({ notice: expect.objectContaining(notice) })],
		]);
	});

	test('row 7, A19: several entities are one execution', async () => {
		const server = await serve();
		const sent = await send(`${server.entities}/user`, { body: '["u1","a/b","u2","u1"]' });
		expect(sent.json).toEqual({
			ids: ['u1', 'u2'],
			refused: [{ index: 1, detail: 'The id is not valid.' }],
			status: 'ACCEPTED',
		});
		expect(server.started.map((items) => items.length)).toEqual([2]);
	});

	test.each([200, 201, 202, 204])(
		'is answered with the chosen status %p',
		async (receivedStatus) => {
			const server = await serve({ parameters: { options: { receivedStatus } } });
			expect((await send(`${server.entities}/user`, { body: '"u1"' })).status).toBe(receivedStatus);
		},
	);
});

describe('a call that only looks', () => {
	test.each<[string, string, Sent, number]>([
		['row 40: GET', '/user', { method: 'GET' }, 200],
		['row 40: GET of an entity', '/user/u1', { method: 'GET' }, 200],
		['row 40: HEAD', '/user', { method: 'HEAD' }, 200],
		['row 42: POST without body', '/user', {}, 200],
		['POST of the operation test', '/user', { body: '{"operation":"test"}' }, 200],
		[
			'row 41: GET with a wrong password',
			'/user',
			{ method: 'GET', headers: { authorization: 'Basic eDp5' } },
			401,
		],
	])('%s starts nothing', async (_name, path, sent, status) => {
		const server = await serve();
		expect((await send(`${server.entities}${path}`, sent)).status).toBe(status);
		expect(server.started).toEqual([]);
	});
});

describe('a refused call is a SCIM error and starts nothing', () => {
	test.each<[string, string, Sent, number]>([
		['row 29: no credentials', '/user', { body: '"u1"', headers: { authorization: '' } }, 401],
		[
			'row 30: wrong password',
			'/user',
			{ body: '"u1"', headers: { authorization: 'Basic eDp5' } },
			401,
		],
		[
			'401 before a bad body',
			'/user',
			{ body: '{', headers: { authorization: 'Basic eDp5' } },
			401,
		],
		[
			'B17: secret in the query',
			`/user?user=${USER}&password=${encodeURIComponent(PASSWORD)}`,
			{ headers: { authorization: '' } },
			401,
		],
		['A6, row 26: bad JSON', '/user', { body: '{"id":' }, 400],
		[
			'A8: a name twice, in a type that n8n has parsed',
			'/user',
			{ body: '{"id":"a","id":"b"}', headers: { 'content-type': 'application/json' } },
			400,
		],
		['row 14: DELETE without id', '/user', { method: 'DELETE' }, 400],
		['row 24: dots in the id', '/user/%2e%2e%20', { method: 'DELETE' }, 400],
		['unknown entity type', '/device', { body: '"u1"' }, 400],
		['row 27: too long', '/user', { body: `"${'x'.repeat(1024 * 1024)}"` }, 413],
		['row 28: media type', '/user', { body: 'x', headers: { 'content-type': 'image/png' } }, 415],
		['A3: compressed', '/user', { body: 'x', headers: { 'content-encoding': 'gzip' } }, 415],
		[
			'A14: charset',
			'/user',
			{ body: '"u1"', headers: { 'content-type': 'application/scim+json; charset=utf-16' } },
			415,
		],
	])('%s', async (_name, path, sent, status) => {
		const server = await serve();
		const answer = await send(`${server.entities}${path}`, sent);
		expect(answer).toMatchObject({ status, json: { status: `${status}` } });
		expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
		expect(answer.headers.has('www-authenticate')).toBe(status === 401);
		expect(server.started).toEqual([]);
	});

	test('A20: permuted words of the path', async () => {
		const server = await serve();
		const url = server.entities.replace('ipsproxy/service', 'service/ipsproxy');
		expect(await send(`${url}/user/u1`, { method: 'DELETE' })).toMatchObject({
			status: 404,
			json: { detail: 'Not found.' },
		});
		expect(server.started).toEqual([]);
	});

	test('A24, row 20: the id of another system, where our own stands in another place', async () => {
		const server = await serve();
		const url = server.entities.replace('prod-ias', 'other-ias');
		expect(await send(`${url}/user/prod-ias`, { method: 'DELETE' })).toMatchObject({
			status: 404,
			json: { detail: 'Not found.' },
		});
		expect(server.started).toEqual([]);
	});

	test('A24, row 20: the id of another system is not even routed here', async () => {
		const server = await serve();
		const url = server.entities.replace('prod-ias', 'other-ias');
		expect((await send(`${url}/user`, { body: '"u1"' })).status).toBe(404);
		expect(server.started).toEqual([]);
	});

	test('B16: every 401 has the same bytes', async () => {
		const server = await serve();
		const wrong = ['', 'Basic', 'Bearer x', 'Basic eDp5', `${BASIC}x`];
		const answers = await Promise.all(
			wrong.map((authorization) => send(`${server.entities}/user`, { headers: { authorization } })),
		);
		expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
	});
});

describe('what is switched off is 403', () => {
	test('an entity type', async () => {
		const server = await serve({ parameters: { entityTypes: ['user'] } });
		expect((await send(`${server.entities}/group`, { body: '"g1"' })).status).toBe(403);
		expect((await send(`${server.entities}/user`, { body: '"u1"' })).status).toBe(202);
		expect(server.started).toHaveLength(1);
	});

	test('a kind of change', async () => {
		const server = await serve({ parameters: { kinds: ['changed'] } });
		expect((await send(`${server.entities}/user/u1`, { method: 'DELETE' })).status).toBe(403);
		expect((await send(`${server.entities}/user`, { body: '"u1"' })).status).toBe(202);
		expect(server.started).toHaveLength(1);
	});
});

describe('without secrets nobody comes in', () => {
	test.each<[string, Parameters<typeof serveTrigger>[0]]>([
		['B1: no credential chosen', { isOpen: true }],
		['B2: credential unreadable', { secrets: () => Promise.reject(new Error('cannot decrypt')) }],
		['B3: empty password', { secrets: { ...SECRETS, password: '' } }],
		['B3: blank user', { secrets: { ...SECRETS, user: ' ' } }],
		['B3: fields missing', { secrets: async () => ({}) }],
		['B3: fields of another type', { secrets: async () => ({ ...SECRETS, password: 12 }) }],
	])('%s: 503 with Retry-After', async (_name, options) => {
		const server = await serve(options);
		for (const authorization of [BASIC, 'Basic Og==']) {
			const answer = await send(`${server.entities}/user`, {
				body: '"u1"',
				headers: { authorization },
			});
			expect(answer.status).toBe(503);
			expect(answer.headers.get('retry-after')).toBe('300');
			expect(answer.text).not.toContain('decrypt');
		}
		expect(server.started).toEqual([]);
	});

	test('a credential is decrypted once for calls in a row, and again after a failure', async () => {
		let reads = 0;
		const secrets = async () => {
			reads += 1;
			if (reads === 1) throw new Error('database is busy');
			return SECRETS;
		};
		const server = await serve({ secrets });
		const statuses: number[] = [];
		for (let call = 0; call < 4; call += 1) {
			statuses.push((await send(`${server.entities}/user`, { body: '"u1"' })).status);
		}
		expect(statuses).toEqual([503, 202, 202, 202]);
		expect(reads).toBe(2);
	});
});

/** Writes lines as they are, and reads to the end of the connection. */
async function raw(server: ServedTrigger, lines: readonly string[], rest = ''): Promise<string> {
	const { hostname, port, pathname } = new URL(`${server.entities}/user`);
	const socket = connect(Number(port), hostname);
	socket.write([`POST ${pathname} HTTP/1.1`, 'Host: x', ...lines, '', rest].join('\r\n'));
	let answer = '';
	socket.on('data', (chunk) => {
		answer += chunk.toString();
	});
	await once(socket, 'close');
	return answer;
}

describe('on the wire', () => {
	const end = 'Connection: close';

	test('B6: two Authorization headers, the right one first', async () => {
		const server = await serve();
		const headers = [`Authorization: ${BASIC}`, 'Authorization: Basic eDp5', end];
		expect(await raw(server, headers)).toMatch(/^HTTP\/1\.1 401 /);
		expect(server.started).toEqual([]);
	});

	test('A1: a body without length is read up to the cap, then refused and cut off', async () => {
		const server = await serve();
		const headers = [`Authorization: ${BASIC}`, 'Content-Type: application/scim+json'];
		const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
		const answer = await raw(server, [...headers, 'Transfer-Encoding: chunked'], chunk.repeat(17));
		expect(answer).toMatch(/^HTTP\/1\.1 413 /);
		expect(answer).toMatch(/connection: close/i);
	});

	test('A1: a length above the cap is refused before the body', async () => {
		const server = await serve();
		const headers = [`Authorization: ${BASIC}`, 'Content-Type: application/scim+json'];
		expect(await raw(server, [...headers, 'Content-Length: 5000000'])).toMatch(/^HTTP\/1\.1 413 /);
	});

	test('A5: a caller that hangs up in the middle does no harm', async () => {
		const server = await serve();
		const { hostname, port, pathname } = new URL(`${server.entities}/user`);
		const hangUp = async () => {
			const socket = connect(Number(port), hostname);
			const head = `POST ${pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: ${BASIC}\r\n`;
			socket.write(`${head}Content-Type: application/scim+json\r\nContent-Length: 20\r\n\r\n{"id"`);
			await once(socket, 'connect');
			socket.destroy();
			await once(socket, 'close');
		};
		await Promise.all(Array.from({ length: 50 }, hangUp));
		expect((await send(`${server.entities}/user`, { body: '"u1"' })).status).toBe(202);
		expect(server.started).toHaveLength(1);
		expect(server.thrown).toEqual([]);
	});
});
