import { decodeJwt, SignJWT } from 'jose';
import {
	answerTokenRequest,
	authenticate,
	findSecretFault,
	LIMITS,
	type EndpointSecrets,
	type TokenRequest,
} from '../../src/endpoint';
import { callerWith, CIRCUMSTANCES, NO_SECRETS, NOW } from './secrets';

const CLIENT = '1ab7c243-5de5-4530-8c14-1234a26373ab';
const SECRET = 'k9%+ &=ü-first-secret-of-the-client';
const SECOND = 'the-secret-that-was-there-before-it';

const SECRETS: EndpointSecrets = {
	...NO_SECRETS,
	authentication: ['oAuth2'],
	clientId: CLIENT,
	clientSecret: SECRET,
	secondClientSecret: SECOND,
};

const AT = { now: NOW, systemId: 'prod-ias' };
const FORM = 'application/x-www-form-urlencoded';
const GRANT = 'grant_type=client_credentials';

const basic = (id: string, secret: string) =>
	`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

function request(body: string, more: Partial<TokenRequest> = {}): TokenRequest {
	return { authorizations: [], query: '', contentType: FORM, body: Buffer.from(body), ...more };
}

function formOf(fields: Readonly<Record<string, string>>): string {
	return new URLSearchParams(fields).toString();
}

const byHeader = (secret = SECRET) => request(GRANT, { authorizations: [basic(CLIENT, secret)] });
const credentials = { client_id: CLIENT, client_secret: SECRET };

async function ask(asked: TokenRequest, secrets = SECRETS, at = AT) {
	const answer = await answerTokenRequest(asked, secrets, at);
	if (answer === undefined) throw new Error('There is no token endpoint.');
	return answer;
}

async function tokenFor(asked: TokenRequest, secrets = SECRETS, at = AT): Promise<string> {
	const { body } = await ask(asked, secrets, at);
	return Object(body).access_token;
}

async function verdictOf(token: string, secrets = SECRETS, at = AT) {
	const caller = callerWith(['Authorization', `Bearer ${token}`]);
	return await authenticate(caller, secrets, { ...CIRCUMSTANCES, ...at });
}

describe('row 33: a token is given', () => {
	test.each<[string, TokenRequest]>([
		['client in the Basic header', byHeader()],
		[
			'client in the header, encoded as RFC 6749 wants it',
			request(GRANT, {
				authorizations: [basic(CLIENT, new URLSearchParams({ a: SECRET }).toString().slice(2))],
			}),
		],
		['client in the form', request(formOf({ grant_type: 'client_credentials', ...credentials }))],
		[
			'grant in the query',
			request('', { authorizations: [basic(CLIENT, SECRET)], query: GRANT, contentType: '' }),
		],
		['grant in both', request(GRANT, { authorizations: [basic(CLIENT, SECRET)], query: GRANT })],
		['the second secret', byHeader(SECOND)],
		[
			'client id in the form beside the header',
			request(`${GRANT}&client_id=x`, { authorizations: [basic(CLIENT, SECRET)] }),
		],
		['a scope, which means nothing', request(`${formOf(credentials)}&${GRANT}&scope=x`)],
		[
			'charset',
			request(formOf(credentials), { query: GRANT, contentType: `${FORM};charset=UTF-8` }),
		],
	])('%s', async (_name, asked) => {
		const { status, headers, body } = await ask(asked);
		expect({ status, body }).toEqual({
			status: 200,
			body: { access_token: expect.any(String), token_type: 'Bearer', expires_in: 3_600 },
		});
		expect(headers).toMatchObject({ 'Cache-Control': 'no-store' });
		expect(await verdictOf(Object(body).access_token)).toEqual({ status: 'accepted' });
	});

	test('it holds no secret', async () => {
		expect(decodeJwt(await tokenFor(byHeader()))).toEqual({
			iss: 'n8n-nodes-realtime-provisioning',
			sub: CLIENT,
			aud: 'prod-ias',
			iat: NOW / 1_000,
			nbf: NOW / 1_000,
			exp: NOW / 1_000 + 3_600,
		});
	});
});

const twice = [basic(CLIENT, SECRET), basic(CLIENT, SECRET)];
describe('row 33: a token is refused', () => {
	test.each<[string, TokenRequest, number, string]>([
		['wrong secret', byHeader('wrong'), 401, 'invalid_client'],
		[
			'wrong client',
			request(GRANT, { authorizations: [basic('x', SECRET)] }),
			401,
			'invalid_client',
		],
		['no client', request(GRANT), 401, 'invalid_client'],
		['empty client', request(GRANT, { authorizations: [basic('', '')] }), 401, 'invalid_client'],
		['B6: header twice', request(GRANT, { authorizations: twice }), 401, 'invalid_client'],
		[
			'B17: client in the query',
			request('', { query: `${GRANT}&${formOf(credentials)}`, contentType: '' }),
			401,
			'invalid_client',
		],
		[
			'wrong secret and wrong grant: nothing is learnt about the grant',
			request('grant_type=password', { authorizations: [basic(CLIENT, 'x')] }),
			401,
			'invalid_client',
		],
		[
			'wrong grant',
			request('grant_type=password', { authorizations: [basic(CLIENT, SECRET)] }),
			400,
			'unsupported_grant_type',
		],
		['no grant', request('', { authorizations: [basic(CLIENT, SECRET)] }), 400, 'invalid_request'],
		[
			'two grants',
			request(GRANT, { authorizations: [basic(CLIENT, SECRET)], query: 'grant_type=password' }),
			400,
			'invalid_request',
		],
		['grant twice', request(`${GRANT}&${GRANT}`), 400, 'invalid_request'],
		[
			'client in header and form',
			request(`${GRANT}&client_secret=x`, { authorizations: [basic(CLIENT, SECRET)] }),
			400,
			'invalid_request',
		],
		[
			'JSON',
			request('{"grant_type":"client_credentials"}', { contentType: 'application/json' }),
			400,
			'invalid_request',
		],
		[
			'too long',
			request(`${GRANT}&x=${'y'.repeat(LIMITS.tokenRequestBytes)}`),
			400,
			'invalid_request',
		],
	])('%s', async (_name, asked, status, error) => {
		const answer = await ask(asked);
		expect(answer).toMatchObject({ status, body: { error } });
		expect(answer.headers['WWW-Authenticate']).toBe(
			status === 401 ? 'Basic realm="ipsproxy", charset="UTF-8"' : undefined,
		);
	});

	test.each<[string, Partial<EndpointSecrets>]>([
		['no client id', { clientId: '' }],
		['no secret', { clientSecret: ' ' }],
		['Basic only', { authentication: ['basic'] }],
	])('B3: %s: there is no token endpoint', async (_name, missing) => {
		const secrets = { ...SECRETS, ...missing };
		expect(await answerTokenRequest(byHeader(secrets.clientSecret), secrets, AT)).toBeUndefined();
	});

	test('an unused second secret is no secret', async () => {
		const secrets = { ...SECRETS, secondClientSecret: '' };
		expect((await ask(byHeader(''), secrets)).status).toBe(401);
	});
});

describe('a token of ours', () => {
	test.each([
		[0, 'accepted'],
		[3_659, 'accepted'],
		[3_660, 'refused'],
		[-60, 'accepted'],
		[-61, 'refused'],
	])('B8: after %d seconds is %s', async (seconds, status) => {
		const token = await tokenFor(byHeader());
		const verdict = await verdictOf(token, SECRETS, { ...AT, now: NOW + seconds * 1_000 });
		expect(verdict.status).toBe(status);
	});

	test('B18: is good for the trigger that gave it only', async () => {
		const token = await tokenFor(byHeader());
		expect(await verdictOf(token, SECRETS, { ...AT, systemId: 'test-ias' })).toEqual({
			status: 'refused',
			causes: ['tokenClaim'],
		});
	});

	test('B14: ends with the secret that it was given for', async () => {
		const old = await tokenFor(byHeader(SECOND));
		const fresh = await tokenFor(byHeader());
		const only = { ...SECRETS, secondClientSecret: '' };
		expect((await verdictOf(old)).status).toBe('accepted');
		expect((await verdictOf(old, only)).status).toBe('refused');
		expect((await verdictOf(fresh, only)).status).toBe('accepted');
		const moved = { ...SECRETS, clientSecret: SECOND, secondClientSecret: '' };
		expect((await verdictOf(old, moved)).status).toBe('accepted');
	});

	test.each<[string, Partial<EndpointSecrets>]>([
		['another client', { clientId: 'x' }],
		['another secret', { clientSecret: `${SECRET}x`, secondClientSecret: '' }],
		['no secrets', { clientSecret: '', secondClientSecret: '' }],
		['Basic only', { authentication: ['basic'], user: CLIENT, password: SECRET }],
	])('is nothing for %s', async (_name, change) => {
		const token = await tokenFor(byHeader());
		expect((await verdictOf(token, { ...SECRETS, ...change })).status).not.toBe('accepted');
	});

	test.each<[string, object, object]>([
		['signed with the secret itself, not with the key made of it', {}, {}],
		['without type', { typ: undefined }, {}],
	])('is not what the client makes by itself: %s', async (_name, header, claims) => {
		const genuine = decodeJwt(await tokenFor(byHeader()));
		const forged = await new SignJWT({ ...genuine, ...claims })
			.setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
			.sign(Buffer.from(SECRET));
		expect((await verdictOf(forged)).status).toBe('refused');
	});

	test('does not open Basic, nor does the secret open Bearer', async () => {
		const token = await tokenFor(byHeader());
		for (const value of [basic(CLIENT, SECRET), basic(CLIENT, token), `Bearer ${SECRET}`]) {
			const caller = callerWith(['Authorization', value]);
			expect(await authenticate(caller, SECRETS, CIRCUMSTANCES)).toEqual({
				status: 'refused',
				causes: ['tokenMissing'],
			});
		}
	});
});

describe('what client and tenant must be like', () => {
	const tenant = { issuer: 'https://t.example', audience: 'a', jwksUrl: 'https://t.example/certs' };
	const none = { clientId: '', clientSecret: '', secondClientSecret: '' };

	test.each<[string, Partial<EndpointSecrets>]>([
		['client', {}],
		['client with one secret', { secondClientSecret: '' }],
		['tenant', { ...none, ...tenant }],
		['both', tenant],
		['tenant on this machine', { ...none, ...tenant, jwksUrl: 'http://127.0.0.1:8080/certs' }],
	])('%s: no fault', (_name, change) => {
		expect(findSecretFault({ ...SECRETS, ...change }, NOW)).toBeUndefined();
	});

	test.each<[string, Partial<EndpointSecrets>, RegExp]>([
		['nothing', none, /client ID and secret, or issuer/],
		['no client id', { clientId: '' }, /client ID/],
		['colon in the client id', { clientId: 'a:b' }, /colon/],
		['no secret', { clientSecret: '' }, /at least 32/],
		['short secret', { clientSecret: 'x'.repeat(31) }, /at least 32/],
		['short second secret', { secondClientSecret: 'short' }, /at least 32/],
		['line end', { clientSecret: `${SECRET}\n` }, /line breaks/],
		['same secrets', { secondClientSecret: SECRET }, /differ from the first/],
		['secret as id', { clientId: SECOND, clientSecret: SECOND }, /differ from the client ID/],
		['no issuer', { ...tenant, issuer: '' }, /issuer/],
		['no audience', { ...tenant, audience: ' , ' }, /audience/],
		['no address', { ...tenant, jwksUrl: '' }, /JWKS URL/],
		['address of another scheme', { ...tenant, jwksUrl: 'file:///etc/passwd' }, /https/],
		['address without TLS', { ...tenant, jwksUrl: 'http://t.example/certs' }, /https/],
		['address with a password', { ...tenant, jwksUrl: 'https://u:p@t.example/' }, /password/],
	])('%s', (_name, change, sentence) => {
		const fault = findSecretFault({ ...SECRETS, ...change }, NOW);
		expect(fault).toMatch(sentence);
		expect(fault).not.toContain(SECRET);
	});
});
