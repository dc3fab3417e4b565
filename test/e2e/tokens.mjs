// Bearer tokens, through n8n: of a tenant that publishes its keys, and of our own token endpoint.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { addressFor, send } from './rawHttp.mjs';
import { publishTenantTrigger } from './triggers.mjs';

const systemId = 'tokens-tenant';
const notice = '{"id":"P000123"}';
const seconds = () => Math.floor(Date.now() / 1_000);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Publishes its keys, and counts who asks. */
async function startTenant(keys) {
	let asked = 0;
	const server = createServer((_request, response) => {
		asked += 1;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ keys }));
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${server.address().port}/oauth2/certs`;
	return { url, asked: () => asked, close: () => server.close() };
}

export function describeTokens({ n8n, triggers, bait, tools }) {
	const { makeKey, jwk, signToken, ISSUER, AUDIENCE } = tools;
	const key = makeKey('k1');
	const stranger = makeKey('k1');
	let tenant;
	let trigger;
	let callers = 100_000;

	const claimsAt = (now) => ({ nbf: now - 1, iat: now - 1, exp: now + 600 });
	const sign = (claims = {}, header = {}, by = key) =>
		signToken(by, { claims: { ...claimsAt(seconds()), ...claims }, header });
	const unsigned = (header) =>
		`${encode(header)}.${encode({ iss: ISSUER, aud: AUDIENCE, ...claimsAt(seconds()) })}`;

	function call(path, authorization) {
		callers += 1;
		const headers = { 'content-type': 'application/scim+json', authorization };
		return send(n8n.url, { path, headers, body: notice, from: addressFor(callers) });
	}

	const forged = {
		'B8: expired': () => sign({ exp: seconds() - 120, nbf: seconds() - 600, iat: seconds() - 600 }),
		'B8: not valid yet': () => sign({ nbf: seconds() + 600 }),
		'B8: without end': () => sign({ exp: undefined }),
		'B8: another issuer': () => sign({ iss: 'https://evil.example.com' }),
		'B8: another audience': () => sign({ aud: 'somebody-else' }),
		'B8: no audience': () => sign({ aud: undefined }),
		'B7: another key under the same name': () => sign({}, {}, stranger),
		'B7: alg none': () => `${unsigned({ alg: 'none', kid: 'k1' })}.`,
		'B7: HS256 with the public key as secret': () => {
			const text = unsigned({ alg: 'HS256', kid: 'k1', typ: 'JWT' });
			const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
			return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
		},
		'B7: jku of the caller': () => sign({}, { jku: `http://${bait.host}/keys` }, stranger),
		'B7: x5u of the caller': () => sign({}, { x5u: `http://${bait.host}/keys` }, stranger),
		'B7: a key inside the token': () => sign({}, { jwk: jwk(stranger) }, stranger),
		'B7: a key that nobody knows': () => sign({}, { kid: `http://${bait.host}/k2` }, stranger),
		cut: async () => (await sign()).slice(0, -4),
	};

	describe('tokens of a tenant', () => {
		before(async () => {
			tenant = await startTenant([jwk(key)]);
			const credential = {
				type: 'realTimeEndpointApi',
				name: 'Tokens of a tenant',
				data: {
					authentication: ['oAuth2'],
					issuer: ISSUER,
					audience: AUDIENCE,
					jwksUrl: tenant.url,
				},
			};
			trigger = await publishTenantTrigger(n8n, systemId, credential);
		});
		after(() => tenant?.close());

		test('row 34: an honest token comes in and starts one execution', async () => {
			const answer = await call(trigger.path, `Bearer ${await sign()}`);
			assert.equal(answer.status, 202, answer.body);
			assert.equal(await trigger.executions(), 1);
		});

		for (const [name, make] of Object.entries(forged)) {
			test(`${name}: 401`, async () => {
				const { status, headers } = await call(trigger.path, `Bearer ${await make()}`);
				assert.equal(status, 401);
				assert.match(headers, /^www-authenticate: .*Bearer/im);
			});
		}

		test('they have started nothing, and the keys were read once and from the tenant only', async () => {
			assert.equal(await trigger.executions(), 1);
			// One more for a key that nobody knows would be right, but within 30 seconds there is none.
			assert.equal(tenant.asked(), 1);
			assert.equal(bait.opened(), 0);
		});
	});

	describe('tokens of our own endpoint', () => {
		const ask = ({ path, client }, body, authorization = client) => {
			callers += 1;
			const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization };
			const at = { path: `${path}/oauth2/token`, headers, from: addressFor(callers) };
			return send(n8n.url, { ...at, body });
		};
		const tokens = new Map();

		for (const one of triggers) {
			test(`row 33: ${one.key}: a client gets a token, and with it one execution`, async () => {
				const answer = await ask(one, 'grant_type=client_credentials');
				assert.equal(answer.status, 200, answer.body);
				const { access_token: token, token_type: type } = JSON.parse(answer.body);
				assert.equal(type.toLowerCase(), 'bearer');
				tokens.set(one.key, token);
				const known = await one.executions();
				const taken = await call(`${one.path}/entities/user`, `Bearer ${token}`);
				assert.equal(taken.status, 202, taken.body);
				assert.equal(await one.executions(), known + 1);
			});

			test(`row 33, B18: ${one.key}: a wrong secret gets none, and another trigger's token opens nothing`, async () => {
				const known = await one.executions();
				assert.equal((await ask(one, 'grant_type=password')).status, 400);
				const [other] = triggers.filter(({ key: name }) => name !== one.key);
				const wrong = await ask(one, 'grant_type=client_credentials', other.client);
				assert.equal(wrong.status, 401);
				const foreign = tokens.get(other.key) ?? 'none yet';
				const refused = await call(`${one.path}/entities/user`, `Bearer ${foreign}`);
				assert.equal(refused.status, 401);
				assert.equal(await one.executions(), known);
			});
		}
	});
}
