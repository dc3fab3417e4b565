/* eslint-disable @n8n/community-nodes/no-restricted-globals -- waits for a socket, not for time */
import type { JsonObject } from '../../src/model/json';
import { createFakeClock } from './clock';
import type { Fault } from './faults';
import { startFaultyScim, type FaultyScim } from './faultyScim';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

let server: FaultyScim;
afterEach(() => server.close());

const begin = async (...faults: Fault[]) => {
	server = await startFaultyScim({ faults, clock: createFakeClock() });
};

async function send(method: string, path: string, body?: JsonObject) {
	const response = await fetch(`${server.url}${path}`, {
		method,
		redirect: 'manual',
		headers: { 'content-type': 'application/scim+json', authorization: 'Bearer canary' },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json') ?? false;
	return {
		status: response.status,
		headers: response.headers,
		text,
		json: isJson && text ? JSON.parse(text) : undefined,
	};
}

const create = (attributes: JsonObject) =>
	send('POST', '/Users', { schemas: [USER], ...attributes });
const search = (filter: string) => send('GET', `/Users?filter=${encodeURIComponent(filter)}`);
const mira = {
	userName: 'mira.holm',
	externalId: '40017',
	emails: [{ type: 'work', value: 'Mira@example.com' }],
};

describe('SCIM fake that behaves', () => {
	it('creates, reads, replaces and deletes', async () => {
		await begin();
		const created = await create({ ...mira, nickName: null, phoneNumbers: [] });
		expect(created.status).toBe(201);
		expect(created.headers.get('location')).toBe(`${server.url}/Users/${created.json.id}`);
		expect(created.json).not.toHaveProperty('phoneNumbers');
		expect(await send('GET', `/Users/${created.json.id}`)).toMatchObject({
			status: 200,
			json: mira,
		});
		const put = await send('PUT', `/Users/${created.json.id}`, {
			schemas: [USER],
			userName: 'mira.beck',
		});
		expect(put).toMatchObject({ status: 200, json: { userName: 'mira.beck' } });
		expect(put.json).not.toHaveProperty('emails');
		expect((await send('DELETE', `/Users/${created.json.id}`)).status).toBe(204);
		expect((await send('DELETE', `/Users/${created.json.id}`)).status).toBe(404);
		expect(server.ledger.writes().map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
	});

	it('patches all or nothing', async () => {
		await begin();
		const { json } = await create(mira);
		const patch = (...Operations: JsonObject[]) =>
			send('PATCH', `/Users/${json.id}`, { schemas: [PATCH_OP], Operations });
		const title = { op: 'replace', path: 'title', value: 'Lead' };
		const refused = await patch(title, { op: 'replace', path: 'id', value: 'x' });
		expect(refused).toMatchObject({ status: 400, json: { scimType: 'mutability' } });
		expect(server.users()[0]).not.toHaveProperty('title');
		expect(await patch(title)).toMatchObject({ status: 200, json: { ...mira, title: 'Lead' } });
	});

	test.each([
		[409, 'uniqueness', { schemas: [USER], userName: 'MIRA.holm' }],
		[400, 'invalidValue', { schemas: [USER] }],
		[400, 'invalidValue', { schemas: [USER], userName: 'x', active: 'False' }],
		[400, 'invalidSyntax', { userName: 'x' }],
	])('refuses a create with %i %s', async (status, scimType, body) => {
		await begin();
		await create(mira);
		expect(await send('POST', '/Users', body)).toMatchObject({
			status,
			json: { status: String(status), scimType },
		});
		expect(server.users()).toHaveLength(1);
		expect(server.ledger.entries.at(-1)).toMatchObject({ status, applied: false });
	});

	test.each([
		['userName eq "MIRA.HOLM"', 1],
		['externalId eq "40017"', 1],
		['externalId eq "nobody" or userName eq "mira.holm"', 1],
		['userName eq "mira.holm" and active eq true', 0],
		['emails.value eq "mira@example.com"', 1],
		['emails[type eq "home"]', 0],
		[`${ENTERPRISE}:department eq "Logistics"`, 1],
		[`${USER}:userName eq "mira.holm"`, 1],
		['userName eq "a\\"b"', 1],
	])('finds by %s', async (filter, hits) => {
		await begin();
		await create({ ...mira, [ENTERPRISE]: { department: 'Logistics' } });
		await create({ userName: 'a"b' });
		expect((await search(filter)).json).toMatchObject({ totalResults: hits });
	});

	it('refuses a filter without a value', async () => {
		await begin();
		expect(await search('userName eq')).toMatchObject({
			status: 400,
			json: { scimType: 'invalidFilter' },
		});
	});

	it('pages by startIndex and by startId', async () => {
		await begin();
		for (const userName of ['a', 'b', 'c']) await create({ userName });
		const names = ({ json }: { json: { Resources: { userName: string }[] } }) =>
			json.Resources.map(({ userName }) => userName).join('');
		expect(names(await send('GET', '/Users?startIndex=2&count=1'))).toBe('b');
		const first = await send('GET', '/Users?startId=initial&count=2');
		expect(names(first)).toBe('ab');
		const last = await send('GET', `/Users?startId=${first.json.nextId}&count=2`);
		expect(names(last) + last.json.nextId).toBe('cend');
	});
});

describe('SCIM fake that misbehaves', () => {
	test.each<[Fault['do'], Record<string, unknown>, number]>([
		['429(7)', { status: 429, retryAfter: '7' }, 0],
		['429date', { status: 429, retryAfter: 'Wed, 25 Nov 2026 08:00:02 GMT' }, 0],
		['429bare', { status: 429, retryAfter: null }, 0],
		['500', { status: 500 }, 0],
		['502html', { status: 502, json: undefined }, 0],
		['503(3)', { status: 503, retryAfter: '3' }, 0],
		['200html', { status: 200, json: undefined }, 0],
		['200empty', { status: 200, text: '' }, 1],
		['noId', { status: 201, id: undefined }, 1],
		['wrongType', { status: 201, json: undefined }, 1],
		['ignore', { status: 201 }, 0],
		['redirect(http://127.0.0.1:9/)', { status: 302 }, 0],
		['html404', { status: 404, json: undefined }, 0],
		['forbid', { status: 403 }, 0],
		['expire(0)', { status: 401 }, 0],
		['status(418)', { status: 418 }, 0],
	])('answers a create with %s', async (fault, expected, users) => {
		await begin({ do: fault });
		const { status, headers, text, json } = await create(mira);
		const seen = { status, retryAfter: headers.get('retry-after'), text, json, id: json?.id };
		expect(seen).toMatchObject(expected);
		expect(server.users()).toHaveLength(users);
		expect(server.ledger.entries).toMatchObject([{ status, fault, applied: users === 1 }]);
	});

	test.each<[Fault['do'], number]>([
		['resetBefore', 0],
		['resetAfter', 1],
		['half', 0],
		['halfAfter', 1],
	])('breaks the connection with %s', async (fault, users) => {
		await begin({ do: fault });
		await expect(create(mira)).rejects.toThrow();
		expect(server.users()).toHaveLength(users);
		expect(server.ledger.entries).toMatchObject([{ fault, applied: users === 1 }]);
		expect(server.ledger.entries[0]?.status).toBeUndefined();
	});

	test.each<[Fault['do'], number]>([
		['stall', 0],
		['stallAfter', 1],
	])('never answers with %s, and closes all the same', async (fault, users) => {
		await begin({ do: fault });
		const answer = create(mira).catch(() => 'cut');
		while (server.ledger.entries.length === 0) await new Promise(setImmediate);
		expect(server.users()).toHaveLength(users);
		await server.close();
		expect(await answer).toBe('cut');
	});

	it('takes a second user of the same name with nonUnique', async () => {
		await begin({ method: 'POST', nth: 2, do: 'nonUnique' });
		await create(mira);
		expect((await create(mira)).status).toBe(201);
		expect(server.users()).toHaveLength(2);
	});

	it('shows the past with stale', async () => {
		const clock = createFakeClock();
		server = await startFaultyScim({ clock, faults: [{ method: 'GET', do: 'stale(5000)' }] });
		await create(mira);
		expect((await search('userName eq "mira.holm"')).json).toMatchObject({ totalResults: 0 });
		await clock.advance(5000);
		expect((await search('userName eq "mira.holm"')).json).toMatchObject({ totalResults: 1 });
	});

	it('refuses connections and listens again', async () => {
		await begin();
		await server.refuse();
		await expect(create(mira)).rejects.toThrow();
		await server.resume();
		expect((await create(mira)).status).toBe(201);
	});

	it('keeps no secret in the ledger', async () => {
		await begin();
		await create(mira);
		expect(JSON.stringify(server.ledger.entries)).not.toContain('canary');
	});
});
