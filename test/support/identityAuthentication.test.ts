/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { createServer, type Server } from 'node:http';
import { authorization } from './authentication';
import { startIdentityAuthentication, type IdentityAuthentication } from './identityAuthentication';
import { createLedger, type Ledger } from './ledger';
import { headersOf, listenOnLoopback, readText, writeAnswer, type Loopback } from './loopback';
import { createPeople } from './people';
import type { NoticeForm } from './notice';

const SAP_USER = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';

let source: IdentityAuthentication;
let endpoint: Loopback;
let heard: Ledger;
let authorizations: (string | undefined)[];

beforeEach(async () => {
	heard = createLedger();
	authorizations = [];
	const server: Server = createServer((request, response) => {
		void readText(request).then((body) => {
			const { method = '', url: path = '' } = request;
			authorizations.push(request.headers.authorization);
			heard.record({ method, path, headers: headersOf(request), body }, { applied: true });
			writeAnswer(response, { status: 202, body: '{"status":"ACCEPTED"}' });
		});
	});
	endpoint = await listenOnLoopback(server);
	source = await startIdentityAuthentication();
});
afterEach(async () => {
	await source.close();
	await endpoint.close();
});

const listen = (form?: Partial<NoticeForm>) =>
	source.setEndpoint(
		{ url: `${endpoint.origin}/hook/entities/user`, user: 'ias', password: 'secret' },
		form,
	);

async function read(path: string, password = source.authentication.password) {
	const response = await fetch(`${source.url}${path}`, {
		headers: { authorization: authorization({ ...source.authentication, password }) },
	});
	return { status: response.status, json: JSON.parse(await response.text()) };
}

describe('read API of the simulated Identity Authentication', () => {
	it('shows the user that the administrator entered, with what the tenant adds', async () => {
		const mira = createPeople()();
		const { id, answer } = await source.createUser(mira);
		expect(answer).toBeUndefined();
		const { status, json } = await read(`/scim/Users/${id}`);
		expect(status).toBe(200);
		expect(json).toMatchObject({ ...mira, id, [SAP_USER]: { userId: 'P000123', userUuid: id } });
		await source.updateUser(id, { title: 'Controller', phoneNumbers: null });
		const changed = (await read(`/scim/Users/${id}`)).json;
		expect(changed).toMatchObject({ title: 'Controller', [SAP_USER]: { userId: 'P000123' } });
		expect(changed).not.toHaveProperty('phoneNumbers');
		await source.deleteUser(id);
		expect(await read(`/scim/Users/${id}`)).toMatchObject({ status: 404, json: { status: '404' } });
	});

	test.each([
		['/scim/Users/P000123', 400],
		['/scim/Users/00000000-0000-4000-8000-000000000000', 404],
		['/scim/Groups/00000000-0000-4000-8000-000000000000', 404],
		['/scim/Users?filter=userName%20eq', 400],
		['/scim/ServiceProviderConfig', 200],
		['/service/scim/Users', 200],
		['/service/Users', 404],
	])('answers %s with %i', async (path, status) => {
		expect((await read(path)).status).toBe(status);
	});

	it('finds a user by the id of the other API version', async () => {
		const { id } = await source.createUser(createPeople()());
		const filter = encodeURIComponent(`${SAP_USER}:userId eq "P000123"`);
		const { json } = await read(`/scim/Users?filter=${filter}`);
		expect(json).toMatchObject({ totalResults: 1, Resources: [{ id }] });
	});

	it('refuses the wrong password and every write', async () => {
		expect((await read('/scim/Users', 'wrong')).status).toBe(401);
		const headers = { authorization: authorization(source.authentication) };
		const answer = await fetch(`${source.url}/scim/Users`, { method: 'POST', headers });
		expect(answer.status).toBe(405);
	});

	it('can be away, unwilling and late', async () => {
		const { id } = await source.createUser({ userName: 'mira.holm' });
		source.setFaults({ nth: 1, do: 'status(500)' }, { nth: 1, do: 'stale(60000)' });
		expect((await read(`/scim/Users/${id}`)).status).toBe(500);
		expect((await read(`/scim/Users/${id}`)).status).toBe(404);
		await source.refuse();
		await expect(read(`/scim/Users/${id}`)).rejects.toThrow();
		await source.resume();
		expect((await read(`/scim/Users/${id}`)).status).toBe(200);
	});
});

describe('notices of the simulated Identity Authentication', () => {
	test.each<[string, Partial<NoticeForm>]>([
		['application/json', {}],
		['application/scim+json', { contentType: 'application/scim+json' }],
	])('sends the id as %s', async (contentType, form) => {
		listen(form);
		const { id, answer } = await source.createUser({ userName: 'mira.holm' });
		expect(answer).toMatchObject({ status: 202, body: '{"status":"ACCEPTED"}' });
		expect(heard.entries).toMatchObject([
			{
				method: 'POST',
				path: '/hook/entities/user',
				headers: { 'content-type': contentType },
				body: { id },
			},
		]);
		expect(authorizations).toEqual([`Basic ${btoa('ias:secret')}`]);
	});

	it('sends the whole user', async () => {
		listen({ changed: 'entity' });
		const { id } = await source.createUser({ userName: 'mira.holm' });
		await source.provision(id);
		expect(heard.entries[0]?.body).toEqual(source.user(id));
		expect(heard.entries[1]?.body).toEqual(heard.entries[0]?.body);
	});

	test.each<[NoticeForm['deleted'], (id: string) => object]>([
		['body', (id) => ({ path: '/hook/entities/user', body: { id } })],
		['path', (id) => ({ path: `/hook/entities/user/${id}`, body: undefined })],
	])('sends a removal with the id in the %s', async (deleted, expected) => {
		const { id } = await source.createUser({ userName: 'mira.holm' });
		listen({ deleted });
		await source.deleteUser(id);
		expect(heard.entries).toMatchObject([{ method: 'DELETE', ...expected(id) }]);
	});

	it('tests the connection without a body', async () => {
		listen();
		await source.testConnection();
		expect(heard.entries).toMatchObject([{ method: 'GET', body: undefined }]);
	});
});

describe('made-up people', () => {
	const many = (seed: number) => Array.from({ length: 50 }, createPeople(seed));

	it('are the same for the same seed and have names of their own', () => {
		expect(many(3)).toEqual(many(3));
		expect(many(3)).not.toEqual(many(4));
		const names = many(3).map(({ userName }) => userName);
		expect(names[0]).toBe('mira.holm');
		expect(new Set(names).size).toBe(50);
		expect(names.join('')).toMatch(/^[a-z0-9.]+$/);
	});
});
