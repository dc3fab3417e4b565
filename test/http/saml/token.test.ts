import { generateKeyPairSync } from 'node:crypto';
import axios from 'axios';
import { axiosHttp, requestSamlBearerToken, withBearer } from '../../../src/http';
import type { Http } from '../../../src/model/ports';
import { createFakeClock } from '../../support/clock';
import { startSamlTokenEndpoint, type SamlTokenEndpoint } from '../../support/samlTokenEndpoint';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const recipient = 'https://api.sf.example.com/oauth/token';
const client = { clientId: 'YjQ3', companyId: 'ACMEEX', recipient };

let clock: ReturnType<typeof createFakeClock>;
let endpoint: SamlTokenEndpoint;
let http: Http;

beforeEach(async () => {
	clock = createFakeClock();
	endpoint = await startSamlTokenEndpoint({ ...client, publicKey, clock });
	http = axiosHttp(axios.create({ baseURL: endpoint.origin, timeout: 300 }));
});
afterEach(() => endpoint.close());

const request = (change: Partial<typeof client> & { issuedAt?: number } = {}) =>
	requestSamlBearerToken(http, {
		...client,
		privateKey,
		issuer: 'www.successfactors.com',
		audience: 'www.successfactors.com',
		user: 'apiuser',
		useUserName: true,
		id: '_1',
		issuedAt: clock.now(),
		...change,
	});
const connection = () => withBearer(http, clock, request);
const get = (over: Http) => over.send({ method: 'GET', path: '/odata/v2/User' });

test('a signed assertion is exchanged for a token', async () => {
	expect(await request()).toEqual({ accessToken: 'token-1', expiresIn: 86_399 });
	expect(endpoint.ledger.entries[0]?.headers['content-type']).toBe(
		'application/x-www-form-urlencoded',
	);
});

test.each([
	['another company', { companyId: 'OTHER' }, 'unknown company'],
	['another client', { clientId: 'other' }, 'unknown client'],
	['another endpoint', { recipient: 'https://elsewhere.example.com' }, 'recipient'],
	['an old assertion', { issuedAt: Date.UTC(2026, 0, 1) }, 'not valid now'],
])('%s gets none, and the error says why', async (_, change, detail) => {
	await expect(request(change)).rejects.toMatchObject({
		code: 'request.rejected',
		message: expect.stringContaining(detail),
	});
});

test.each(['200html', '200empty'] as const)('%s is no token', async (fault) => {
	endpoint.setFaults({ do: fault });
	await expect(request()).rejects.toMatchObject({ code: 'answer.unexpected' });
});

describe('row 82: a connection with tokens', () => {
	test('one token serves all calls, those at the same time too', async () => {
		const over = connection();
		const answers = await Promise.all([get(over), get(over), get(over)]);
		expect((await get(over)).status).toBe(200);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(endpoint.given()).toBe(1);
	});

	test('401: one refresh, then the call again', async () => {
		const over = connection();
		await get(over);
		endpoint.revoke();
		const answers = await Promise.all([get(over), get(over)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(endpoint.given()).toBe(2);
	});

	test('a fresh token that is refused as well is not replaced for ever', async () => {
		endpoint.setFaults({ path: '/odata', do: 'status(401)' });
		expect((await get(connection())).status).toBe(401);
		expect(endpoint.given()).toBe(2);
	});

	test('renewed a minute before its end, once for all who wait', async () => {
		const over = connection();
		await get(over);
		await clock.advance(86_338_000);
		await get(over);
		expect(endpoint.given()).toBe(1);
		await clock.advance(1_000);
		await Promise.all([get(over), get(over)]);
		expect(endpoint.given()).toBe(2);
	});

	test('a token endpoint that fails once is asked again by the next call', async () => {
		endpoint.setFaults({ path: '/oauth', nth: 1, do: '500' });
		const over = connection();
		await expect(get(over)).rejects.toMatchObject({ code: 'server.unavailable' });
		expect((await get(over)).status).toBe(200);
	});
});
