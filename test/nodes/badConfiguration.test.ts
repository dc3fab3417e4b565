/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- servers on this machine, and nothing secret; not shipped */
// What an administrator may mistake, system by system, through the real nodes and credentials.
import { createServer } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../src/http';
import { createCertificates, type Identity } from '../support/certificates';
import { listenOnLoopback, writeAnswer, type Answer, type Loopback } from '../support/loopback';
import { CHECK, findings, FIRST, OPERATIONS, trust, type Operation } from './systemsBed';
import { credentials, nodes, propertiesOf } from './describedPackage';

const basic = { authentication: 'basic', user: 'reader', password: 'any' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<!DOCTYPE html><html><body>Log on</body></html>';
const insufficient = { 'www-authenticate': 'Bearer realm="x", error="insufficient_scope"' };
const oAuthError = (status: number, error: string): Answer => ({
	status,
	body: JSON.stringify({ error }),
});

/** What the system answers, and the field to look at. */
const ANSWERS: ReadonlyArray<readonly [string, Answer, string]> = [
	['a wrong address', { status: 404, headers: html, body: page }, 'Base URL'],
	['an address of nothing', { status: 404 }, 'Base URL'],
	['a log-on page', { status: 200, headers: html, body: page }, 'Base URL'],
	['a redirect to one', { status: 302, headers: { location: '/login' } }, 'Base URL'],
	['wrong credentials', { status: 401, headers: html, body: page }, 'Authentication'],
	['a missing right', { status: 403 }, 'Authentication'],
	['a missing scope', { status: 403, headers: insufficient }, 'Scope'],
	['a missing scope, in the body', oAuthError(403, 'insufficient_scope'), 'Scope'],
];

/** What the token endpoint answers. */
const TOKEN_ANSWERS: ReadonlyArray<readonly [string, Answer, string]> = [
	['a token endpoint of nothing', { status: 404 }, 'Token URL'],
	['a log-on page', { status: 200, headers: html, body: page }, 'Token URL'],
	['a wrong secret', oAuthError(401, 'invalid_client'), 'Client Secret'],
	['a scope that is not allowed', oAuthError(400, 'invalid_scope'), 'Scope'],
	['a resource that is not allowed', oAuthError(400, 'invalid_target'), 'Resource'],
];

const FIELDS = [...credentials, ...nodes].flatMap((loaded) =>
	propertiesOf(loaded).map(({ displayName }) => displayName),
);

/** The hint names the field, which exists; the message names the system or the host, and quotes no page. */
async function expectToName(
	setting: string,
	operation: Operation,
	credential: IDataObject & { baseUrl: string },
	choice: { only?: number } = {},
) {
	expect(FIELDS).toContain(setting);
	const found = await findings(operation, credential, choice);
	const all = operation[0] === 'target' ? 13 : 6;
	expect(found.length).toBeGreaterThanOrEqual(choice.only ?? all);
	for (const { name, message, hint, isOneOfSeveral } of found) {
		expect([name, hint]).toEqual([name, expect.stringContaining(`'${setting}'`)]);
		expect([name, hint]).toEqual([name, expect.stringContaining('credential')]);
		expect([name, message.includes(name) || message.includes('127.0.0.1')]).toEqual([name, true]);
		expect(message).not.toContain('<');
		if (message.endsWith('answered 404')) {
			expect([name, hint.includes("'API Version'")]).toEqual([name, isOneOfSeveral]);
		}
	}
}

let loopback: Loopback;
let said: Answer;
beforeAll(async () => {
	// What may be throttling is tried again, in no time.
	jest.spyOn(systemClock, 'sleep').mockResolvedValue();
	const server = createServer((_, response) => writeAnswer(response, said));
	loopback = await listenOnLoopback(server);
});
afterAll(() => loopback.close());

describe.each(OPERATIONS.map((one) => [one[0], one[1]['operation'], one] as const))(
	'%s: %s',
	(_side, _operation, operation) => {
		test.each(ANSWERS)('%s', async (_, answer, setting) => {
			said = answer;
			await expectToName(setting, operation, { ...basic, baseUrl: loopback.origin });
		});

		test.each(TOKEN_ANSWERS)('%s, in place of a token', async (_, answer, setting) => {
			said = answer;
			const oAuth = {
				authentication: 'oAuth2ClientCredentials',
				clientId: 'client-7',
				clientSecret: 'any',
				tokenUrl: `${loopback.origin}/token`,
			};
			await expectToName(setting, operation, { ...oAuth, baseUrl: loopback.origin }, FIRST);
		});

		test('a port on which nothing listens', async () => {
			const nobody = await listenOnLoopback(createServer());
			await nobody.close();
			await expectToName('Base URL', operation, { ...basic, baseUrl: nobody.origin }, FIRST);
		});

		test('a version that does not exist: those that do are named', async () => {
			const credential = { ...basic, baseUrl: loopback.origin };
			const found = await findings(operation, credential, { apiVersion: '99' });
			for (const { name, message, hint, apiVersion } of found) {
				expect(message).toBe(`${name} has no API version '99'`);
				expect(hint).toContain(apiVersion);
			}
		});
	},
);

describe('certificates', () => {
	const { authority, server, expired, client } = createCertificates();
	const demanding = { requestCert: true, rejectUnauthorized: true, ca: authority };
	const own = ({ certificate, key }: Identity) => ({ cert: certificate, key });
	const presenting = ({ certificate: clientCertificate, key: privateKey }: Identity) => ({
		authentication: 'certificate',
		clientCertificate,
		privateKey,
	});

	let untrust = () => {};
	afterEach(() => untrust());

	async function withServer(options: ServerOptions, check: (baseUrl: string) => Promise<void>) {
		const secure = createTlsServer(options, (_, response) => response.end());
		const { origin, close } = await listenOnLoopback(secure);
		await check(origin.replace('http:', 'https:'));
		await close();
	}

	const SITUATIONS: ReadonlyArray<readonly [string, boolean, ServerOptions, IDataObject, RegExp]> =
		[
			['of an authority that is not known', false, own(server), basic, /'Base URL'/],
			['that has expired', true, own(expired), basic, /certificate renewed/],
			[
				'of ours that is demanded',
				true,
				{ ...own(server), ...demanding },
				basic,
				/'Authentication' and 'Certificate'/,
			],
			[
				'of ours that has expired',
				true,
				{ ...own(server), ...demanding },
				presenting(expired),
				/'Certificate'/,
			],
		];

	test.each(SITUATIONS)('one %s', async (_, isTrusted, options, credential, words) => {
		if (isTrusted) untrust = trust(authority);
		for (const operation of OPERATIONS) {
			await withServer(options, async (baseUrl) => {
				const [first] = await findings(operation, { ...credential, baseUrl }, FIRST);
				expect(first?.message).toContain('127.0.0.1');
				expect(first?.hint).toMatch(words);
			});
		}
	});

	test('the right ones are not complained about', async () => {
		untrust = trust(authority);
		await withServer({ ...own(server), ...demanding }, async (baseUrl) => {
			const credential = { ...presenting(client), baseUrl };
			const [first] = await findings(CHECK, credential, FIRST);
			expect(first?.message).toContain('answered 200');
		});
	});

	test('a port that does not speak TLS', async () => {
		const baseUrl = loopback.origin.replace('http:', 'https:');
		const [first] = await findings(CHECK, { ...basic, baseUrl }, FIRST);
		expect(first?.message).toContain('does not speak TLS');
		expect(first?.hint).toContain("'Base URL'");
	});
});
