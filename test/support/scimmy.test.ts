import type { JsonObject } from '../../src/model/json';
import { authorization, type Authentication } from './authentication';
import { startFaultyProxy, type FaultyProxy } from './proxy';
import { startScimmy, type ScimmyServer } from './scimmy';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const basic: Authentication = { kind: 'basic', user: 'technical', password: 'canary' };

let server: ScimmyServer;
let proxy: FaultyProxy;

beforeEach(async () => {
	server = await startScimmy({ authentication: basic });
	proxy = await startFaultyProxy({ target: server.url });
});
afterEach(async () => {
	await proxy.close();
	await server.close();
});

async function send(url: string, method: string, path: string, body?: JsonObject, user = basic) {
	const response = await fetch(`${url}${path}`, {
		method,
		headers: { 'content-type': 'application/scim+json', authorization: authorization(user) },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, json: text ? JSON.parse(text) : undefined };
}

const mira = {
	schemas: [USER, ENTERPRISE],
	userName: 'mira.holm',
	[ENTERPRISE]: { department: 'Logistics' },
};

describe('real SCIM server', () => {
	it('keeps users with their extension and refuses a second of the same name', async () => {
		const { json } = await send(server.url, 'POST', '/Users', mira);
		expect(
			await send(server.url, 'POST', '/Users', { ...mira, userName: 'Mira.Holm' }),
		).toMatchObject({
			status: 409,
			json: { scimType: 'uniqueness' },
		});
		expect(server.users()).toEqual([
			{ id: json.id, userName: 'mira.holm', [ENTERPRISE]: { department: 'Logistics' } },
		]);
		expect(server.ledger.entries.map(({ status, applied }) => [status, applied])).toEqual([
			[201, true],
			[409, false],
		]);
		expect(server.ledger.entries[0]?.body).toEqual(mira);
	});

	it('pages', async () => {
		for (const userName of ['a', 'b', 'c']) {
			await send(server.url, 'POST', '/Users', { schemas: [USER], userName });
		}
		const { json } = await send(server.url, 'GET', '/Users?startIndex=2&count=1');
		expect(json).toMatchObject({ totalResults: 3, Resources: [{ userName: 'b' }] });
	});

	it('asks who is calling', async () => {
		const { status } = await send(server.url, 'GET', '/Users', undefined, {
			...basic,
			password: 'no',
		});
		expect(status).toBe(401);
		expect(JSON.stringify(server.ledger.entries)).not.toContain(authorization(basic));
	});

	it('is one of a process', async () => {
		await expect(startScimmy()).rejects.toThrow('close the first one');
	});
});

describe('proxy before it', () => {
	it('passes everything on, locations included', async () => {
		const { status, json } = await send(proxy.url, 'POST', '/Users', mira);
		expect(status).toBe(201);
		expect(json.meta.location).toBe(`${proxy.url}/Users/${json.id}`);
		expect((await send(proxy.url, 'DELETE', `/Users/${json.id}`)).status).toBe(204);
		expect(proxy.ledger.entries.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
		expect(server.users()).toEqual([]);
	});

	it('adds what the server cannot do: one answer 429, not applied', async () => {
		proxy.setFaults({ method: 'POST', nth: 1, do: '429(1)' });
		expect((await send(proxy.url, 'POST', '/Users', mira)).status).toBe(429);
		expect(server.ledger.entries).toEqual([]);
		expect((await send(proxy.url, 'POST', '/Users', mira)).status).toBe(201);
		expect(proxy.ledger.writes()).toHaveLength(1);
	});

	it('says that the server behind it is away', async () => {
		await server.close();
		expect((await send(proxy.url, 'GET', '/Users')).status).toBe(502);
		server = await startScimmy();
	});
});
