/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests */
import { createServer } from 'node:http';
import { CLAIMS, jwk, makeKey, signToken } from '../endpoint/tenant';
import { listenOnLoopback, type Loopback } from '../support/loopback';
import { SECRETS, send, serveTrigger, type ServedTrigger, type TriggerOptions } from './trigger';

const CLIENT = { clientId: 'client', clientSecret: 'a-secret-of-the-client-that-is-long' };
const BOTH = { ...SECRETS, ...CLIENT, authentication: ['basic', 'oAuth2'] };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GRANT = 'grant_type=client_credentials';
const PAIR = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64');
const WITH_CLIENT = { ...FORM, authorization: `Basic ${PAIR}` };

const open: Loopback[] = [];
const servers: ServedTrigger[] = [];
async function serve(options: TriggerOptions = { secrets: BOTH }) {
	const server = await serveTrigger(options);
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all([...servers, ...open].map((one) => one.close()));
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const tokenOf = (json: unknown) => String(Object(json).access_token);

describe('the token endpoint of the trigger', () => {
	test.each([
		['row 33: client in the header', `${GRANT}`, WITH_CLIENT],
		[
			'row 33: client in the form',
			`${GRANT}&client_id=client&client_secret=${CLIENT.clientSecret}`,
			{ ...FORM, authorization: '' },
		],
	])('%s: gives a token that starts the workflow', async (_name, body, headers) => {
		const server = await serve();
		// An empty header is a header: without one the form has to do.
		const given = await post(`${server.system}/oauth2/token`, body, headers);
		expect(given).toMatchObject({ status: 200, json: { token_type: 'Bearer', expires_in: 3600 } });
		expect(given.headers.get('cache-control')).toBe('no-store');
		expect(server.started).toEqual([]);

		const call = { body: '"u1"', headers: bearer(tokenOf(given.json)) };
		expect((await send(`${server.entities}/user`, call)).status).toBe(202);
		expect(server.started).toHaveLength(1);
		expect(JSON.stringify(server.started)).not.toContain(tokenOf(given.json));
	});

	test('B18: a token of one trigger does not open another with the same credential', async () => {
		const [one, other] = [
			await serve(),
			await serve({ secrets: BOTH, parameters: { systemId: 'other-ias' } }),
		];
		const given = await post(`${one.system}/oauth2/token`, GRANT, WITH_CLIENT);
		const call = { body: '"u1"', headers: bearer(tokenOf(given.json)) };
		const url = `${other.entities.replace('prod-ias', 'other-ias')}/user`;
		expect((await send(url, call)).status).toBe(401);
		expect((await send(url, { body: '"u1"' })).status).toBe(202);
	});

	test.each([
		[
			'row 33: wrong secret',
			GRANT,
			{ ...FORM, authorization: 'Basic eDp5' },
			401,
			'invalid_client',
		],
		['row 33: wrong grant', 'grant_type=x', WITH_CLIENT, 400, 'unsupported_grant_type'],
		['JSON', '{}', { ...WITH_CLIENT, 'content-type': 'application/json' }, 400, 'invalid_request'],
	])('%s', async (_name, body, headers, status, error) => {
		const server = await serve();
		const answer = await post(`${server.system}/oauth2/token`, body, headers);
		expect(answer).toMatchObject({ status, json: { error } });
		expect(server.started).toEqual([]);
	});

	test('is not there for a credential that offers none', async () => {
		const server = await serve({});
		const answer = await post(`${server.system}/oauth2/token`, GRANT, WITH_CLIENT);
		expect(answer).toMatchObject({ status: 404, json: { detail: 'Not found.' } });
	});

	test.each<[string, TriggerOptions]>([
		['B1: no credential', { isOpen: true }],
		['B2: unreadable', { secrets: () => Promise.reject(new Error('cannot decrypt')) }],
	])('%s: 503', async (_name, options) => {
		const server = await serve(options);
		const answer = await post(`${server.system}/oauth2/token`, GRANT, WITH_CLIENT);
		expect(answer.status).toBe(503);
		expect(answer.text).not.toContain('decrypt');
	});
});

/** `fetch` sends no empty header, which is what is wanted here. */
async function post(url: string, body: string, headers: Record<string, string>) {
	const present = Object.entries(headers).filter(([, value]) => value !== '');
	const response = await fetch(url, { method: 'POST', body, headers: present });
	const text = await response.text();
	const json: unknown = JSON.parse(text);
	return { status: response.status, headers: response.headers, text, json };
}

describe('row 34: tokens of a tenant, with keys from its address', () => {
	const key = makeKey('k1');
	const nowInSeconds = Math.floor(Date.now() / 1_000);
	const fresh = { nbf: nowInSeconds, exp: nowInSeconds + 600 };

	async function serveTenant(status = 200, location = '') {
		const asked: string[] = [];
		const tenant = await listenOnLoopback(
			createServer((request, response) => {
				asked.push(`${request.url} ${request.headers.authorization ?? ''}`);
				response.writeHead(status, { ...(location !== '' && { location }) });
				response.end(JSON.stringify({ keys: [jwk(key)] }));
			}),
		);
		open.push(tenant);
		const { iss: issuer, aud: audience } = CLAIMS;
		const jwksUrl = `${tenant.origin}/oauth2/certs`;
		const secrets = { authentication: ['oAuth2'], issuer, audience, jwksUrl };
		return { asked, server: await serve({ secrets }), origin: tenant.origin };
	}

	test('are accepted, and the keys read once, without any secret', async () => {
		const { asked, server } = await serveTenant();
		const headers = bearer(await signToken(key, { claims: fresh }));
		for (const id of ['u1', 'u2']) {
			const answer = await send(`${server.entities}/user`, { body: `"${id}"`, headers });
			expect(answer.status).toBe(202);
		}
		expect(asked).toEqual(['/oauth2/certs ']);
	});

	test('are refused when expired, with the challenge for tokens only', async () => {
		const { server } = await serveTenant();
		const headers = bearer(await signToken(key, { claims: { ...fresh, exp: nowInSeconds - 61 } }));
		const answer = await send(`${server.entities}/user`, { body: '"u1"', headers });
		expect(answer.status).toBe(401);
		expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="ipsproxy"');
	});

	test('are answered with 503 when the keys cannot be read, and no redirect is followed', async () => {
		const elsewhere = await serveTenant();
		const { server } = await serveTenant(302, `${elsewhere.origin}/oauth2/certs`);
		const headers = bearer(await signToken(key, { claims: fresh }));
		const answer = await send(`${server.entities}/user`, { body: '"u1"', headers });
		expect(answer.status).toBe(503);
		expect(answer.headers.get('retry-after')).toBe('30');
		expect(elsewhere.asked).toEqual([]);
		expect(server.started).toEqual([]);
	});
});
