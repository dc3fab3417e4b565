import { generateKeyPairSync } from 'node:crypto';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { startSamlTokenEndpoint, type SamlTokenEndpoint } from '../support/samlTokenEndpoint';
import { testConnection } from './testConnection';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const client = { clientId: 'YjQ3', companyId: 'ACMEEX' };

describe('the source credential with a SAML bearer assertion', () => {
	let endpoint: SamlTokenEndpoint;
	// The endpoint has to know its own address before it listens.
	const expected = { ...client, publicKey, recipient: '' };
	beforeEach(async () => {
		endpoint = await startSamlTokenEndpoint(expected);
		expected.recipient = `${endpoint.origin}/oauth/token`;
	});
	afterEach(() => endpoint.close());

	const verdict = (change: Record<string, string> = {}) =>
		testConnection(new ProvisioningSourceApi(), {
			authentication: 'samlBearer',
			baseUrl: endpoint.origin,
			tokenUrl: `${endpoint.origin}/oauth/token`,
			user: 'apiuser',
			privateKey: privateKey.trim().replaceAll('\n', ' '),
			testPath: '/odata/v2/User',
			...client,
			...change,
		});

	test('a key on one line signs an assertion that the endpoint accepts', async () => {
		expect(await verdict()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(endpoint.ledger.entries.map(({ path }) => path)).toEqual([
			'/oauth/token',
			'/odata/v2/User',
		]);
	});

	test('row 82: 401: one new token, then the call again', async () => {
		endpoint.setFaults({ path: '/odata', nth: 1, do: 'expire(0)' });
		expect((await verdict()).status).toBe('OK');
		expect(endpoint.given()).toBe(2);
		expect(endpoint.ledger.entries.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
	});

	test.each([
		['another company', { companyId: 'OTHER' }, 'unknown company'],
		['another client', { clientId: 'other' }, 'unknown client'],
	])('%s: says what the endpoint says', async (_, change, words) => {
		const { status, message } = await verdict(change);
		expect(status).toBe('Error');
		expect(message).toContain(words);
	});

	test.each([
		['privateKey', '', "'Private Key' in the credential is empty"],
		['privateKey', 'secret', 'The private key cannot be read'],
		['companyId', '', "'Company ID' in the credential is empty"],
		['clientId', '', "'Client ID' in the credential is empty"],
		['user', '', "'User' in the credential is empty"],
		['tokenUrl', 'http://api.example.com/oauth/token', "'Token URL'"],
	])('%s %j is named before anything is sent', async (name, value, words) => {
		const { status, message } = await verdict({ [name]: value });
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(endpoint.ledger.entries).toEqual([]);
	});
});
