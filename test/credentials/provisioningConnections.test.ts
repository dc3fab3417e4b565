/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- loopback servers and canaries; not shipped */
import type { RequestListener } from 'node:http';
import type { ICredentialType } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { startRecorder, type Recorder } from '../nodes/shared/probe';
import { authorization } from '../support/authentication';
import { testConnection, type Verdict } from './testConnection';

const SECRET = 'canary-91c4';

const credentialTypes: Array<[string, ICredentialType, string]> = [
	['source', new ProvisioningSourceApi(), '/scim/ServiceProviderConfig'],
	['target', new ProvisioningTargetApi(), '/ServiceProviderConfig'],
];

let server: Recorder | undefined;
afterEach(() => server?.close());

const answerWith =
	(status: number, body = '{}'): RequestListener =>
	(_, response) => {
		response.writeHead(status, { 'content-type': 'application/json', location: '/login' });
		response.end(body);
	};

describe.each(credentialTypes)('the %s credential', (_, type, testPath) => {
	async function verdictOf(answer: RequestListener, values: Record<string, string>) {
		server = await startRecorder(answer);
		const baseUrl = `${server.origin}${values['baseUrl'] ?? ''}`;
		const verdict = await testConnection(type, { ...values, baseUrl });
		return { verdict, calls: server.calls };
	}

	const basic = { authentication: 'basic', user: 'user', password: SECRET };

	test.each([
		['basic', basic, authorization({ kind: 'basic', user: 'user', password: SECRET })],
		[
			'basic with other letters',
			{ ...basic, user: 'jürgen' },
			authorization({ kind: 'basic', user: 'jürgen', password: SECRET }),
		],
		['bearer', { authentication: 'bearer', token: ` ${SECRET}\n` }, `Bearer ${SECRET}`],
	])('sends %s to the test path', async (_kind, values, expected) => {
		const { verdict, calls } = await verdictOf(answerWith(200), { ...values, baseUrl: '/base/' });
		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /base${testPath}`]);
		expect(calls[0]?.headers['authorization']).toBe(expected);
	});

	test.each([
		[301, "Enter the final address in 'Base URL'"],
		[401, 'does not accept these credentials'],
		[403, 'lack a right'],
		[404, "Check 'Base URL' and 'Connection Test Path'"],
		[503, 'Test again later'],
	])('says what to do about %d', async (status, words) => {
		const { verdict, calls } = await verdictOf(answerWith(status), basic);
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toContain(words);
		expect(calls.every(({ path }) => path === testPath)).toBe(true);
	});

	describe('with OAuth 2.0 client credentials', () => {
		const client = {
			authentication: 'oAuth2ClientCredentials',
			clientId: 'client',
			clientSecret: `${SECRET}+/=`,
		};
		let verdict: Verdict;

		async function verdictOnToken(values: Record<string, string>, token: RequestListener) {
			server = await startRecorder((request, response) =>
				(request.url === '/token' ? token : answerWith(200))(request, response),
			);
			const tokenUrl = `${server.origin}/token`;
			verdict = await testConnection(type, {
				baseUrl: server.origin,
				tokenUrl,
				...client,
				...values,
			});
			return server.calls;
		}

		const given = answerWith(200, JSON.stringify({ access_token: 'fresh', token_type: 'Bearer' }));

		test.each([
			[
				'basic',
				'',
				authorization({ kind: 'basic', user: 'client', password: client.clientSecret }),
				'grant_type=client_credentials',
			],
			[
				'form',
				' read  write ',
				undefined,
				`grant_type=client_credentials&scope=read++write&client_id=client&client_secret=${SECRET}%2B%2F%3D`,
			],
		])('fetches a token by %s', async (clientAuthentication, scope, header, body) => {
			const [token, call] = await verdictOnToken({ clientAuthentication, scope }, given);
			expect(verdict.status).toBe('OK');
			expect(token).toMatchObject({ method: 'POST', path: '/token', body });
			expect(token?.headers['content-type']).toBe('application/x-www-form-urlencoded');
			expect(token?.headers['authorization']).toBe(header);
			expect(call?.headers['authorization']).toBe('Bearer fresh');
		});

		test('C9: of two clients at one address each gets its own token', async () => {
			const origin = (server = await startRecorder((request, response) => {
				const [, sent = ''] = (request.headers.authorization ?? '').split(' ');
				const [clientId = ''] = Buffer.from(sent, 'base64').toString().split(':');
				const token = { access_token: clientId, token_type: 'Bearer' };
				answerWith(200, JSON.stringify(token))(request, response);
			})).origin;
			for (const clientId of ['one', 'two', 'one']) {
				const address = { baseUrl: origin, tokenUrl: `${origin}/token` };
				await testConnection(type, { ...address, ...client, clientId });
			}
			const used = server.calls.map(({ headers }) => headers['authorization'] ?? '');
			const bearers = used.filter((header) => header.startsWith('Bearer '));
			expect(bearers).toEqual(['Bearer one', 'Bearer two', 'Bearer one']);
		});

		test.each([
			[401, '{"error":"invalid_client"}', 'gave no access token (401: invalid_client)'],
			[
				400,
				'no JSON',
				"Check 'Client ID', 'Client Secret', 'Client Authentication' and 'Token URL'",
			],
			[400, '{"error":"invalid_scope"}', "Check 'Scope' in the credential"],
			[400, '{"error":"invalid_target"}', "Check 'Resource' in the credential"],
			[200, '{"error":"invalid_client"}', "Check 'Client ID'"],
			[404, '<html>', "Check 'Token URL' in the credential: there is nothing"],
			[302, '', "final address in 'Token URL'"],
			[503, '', 'run the item again later'],
			[200, '<html>', 'answered without an access token'],
			[200, '{"access_token":""}', 'answered without an access token'],
		])('says why status %d with body %j is no token', async (status, body, words) => {
			const calls = await verdictOnToken({}, answerWith(status, body));
			expect(verdict.status).toBe('Error');
			expect(verdict.message).toContain(words);
			expect(verdict.message).not.toContain(SECRET);
			expect(calls).toHaveLength(1);
		});

		test.each([
			[
				'an unreachable token endpoint',
				{ tokenUrl: 'http://127.0.0.1:9/token' },
				'could not be reached',
			],
			['an unencrypted token endpoint', { tokenUrl: 'http://example.com/token' }, "'Token URL'"],
			['an empty secret', { clientSecret: '' }, "'Client Secret' in the credential is empty"],
		])('names %s', async (_what, values, words) => {
			const calls = await verdictOnToken(values, given);
			expect(verdict).toMatchObject({ status: 'Error' });
			expect(verdict.message).toContain(words);
			expect(calls).toHaveLength(0);
		});
	});

	test.each([
		['nothing', ''],
		['no scheme', 'scim.example.com'],
		['another scheme', 'ftp://scim.example.com'],
		['no encryption', 'http://scim.example.com'],
		['an address that looks like this machine', 'http://127.0.0.1.example.com'],
		['a password', `https://user:${SECRET}@scim.example.com`],
		['a query', 'https://scim.example.com?token=1'],
	])('refuses a base URL with %s before anything is sent', async (_what, baseUrl) => {
		const verdict = await testConnection(type, { ...basic, baseUrl });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toContain("'Base URL' in the credential");
		expect(verdict.message).not.toContain(SECRET);
	});

	test('keeps every secret in a password field', () => {
		const secrets = type.properties.filter(({ name }) =>
			/password|secret|token$|key$|passphrase/i.test(name),
		);
		const names = new Set(secrets.map(({ name }) => name));
		const all = ['password', 'token', 'clientSecret', 'accessToken', 'privateKey', 'passphrase'];
		const own = type.name === 'provisioningTargetApi' ? ['apiKey'] : [];
		expect([...names].sort()).toEqual([...all, ...own].sort());
		expect(secrets.every(({ typeOptions }) => typeOptions?.password === true)).toBe(true);
	});
});
