/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- loopback servers and canaries; not shipped */
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { authenticate } from '../../credentials/shared/connection';
import { startRecorder, type Recorder } from '../nodes/shared/probe';
import { makeCertificate } from '../support/certificate';
import { createCertificates } from '../support/certificates';
import {
	headersOf,
	listenOnLoopback,
	readText,
	type Call,
	type Loopback,
} from '../support/loopback';
import { testConnection } from './testConnection';

const SECRET = 'canary-5e2b';
const { authority, server, client } = createCertificates();
/** Of the same name, signed by itself. */
const stranger = makeCertificate({ name: 'client' });

interface Seen extends Call {
	/** Common name of the client certificate; empty without one. */
	readonly subject: string;
}

/** The credential, on a machine that trusts the authority of the test. */
function trusting(): ICredentialType {
	const type = new ProvisioningTargetApi();
	const { authenticate: honest, preAuthentication } = type;
	const trust = (options: IHttpRequestOptions): IHttpRequestOptions => ({
		...options,
		agentOptions: { ...options.agentOptions, ca: authority },
	});
	type.authenticate = async (credentials, request) => trust(await honest(credentials, request));
	type.preAuthentication = function (credentials) {
		const httpRequest: typeof this.helpers.httpRequest = (options) =>
			this.helpers.httpRequest(trust(options));
		return preAuthentication.call({ helpers: { ...this.helpers, httpRequest } }, credentials);
	};
	return type;
}

/** One TLS server, a token endpoint that demands a certificate beside an API that takes only its tokens. */
describe('over TLS', () => {
	let loopback: Loopback;
	let baseUrl: string;
	const seen: Seen[] = [];

	beforeAll(async () => {
		const identity = { ca: authority, cert: server.certificate, key: server.key };
		const optional = { requestCert: true, rejectUnauthorized: false };
		const tls = createServer({ ...identity, ...optional }, (request, response) => {
			void readText(request).then((body) => {
				const socket = request.socket instanceof TLSSocket ? request.socket : undefined;
				const subject = socket?.authorized ? String(socket.getPeerCertificate().subject.CN) : '';
				const { method = '', url: path = '' } = request;
				const headers = headersOf(request);
				seen.push({ method, path, headers, body, subject });
				response.setHeader('content-type', 'application/json');
				if (path === '/token') {
					response.statusCode = subject === 'client' ? 200 : 401;
					const token = { access_token: 'fresh', token_type: 'Bearer' };
					response.end(JSON.stringify(subject === 'client' ? token : { error: 'invalid_client' }));
					return;
				}
				response.statusCode = headers['authorization'] === 'Bearer fresh' ? 200 : 401;
				response.end('{}');
			});
		});
		loopback = await listenOnLoopback(tls);
		baseUrl = loopback.origin.replace('http:', 'https:');
	});
	afterEach(() => seen.splice(0));
	afterAll(() => loopback.close());

	const values = () => ({
		authentication: 'certificateOAuth2',
		baseUrl,
		tokenUrl: `${baseUrl}/token`,
		clientId: ' client-id ',
		clientCertificate: client.certificate.replaceAll('\n', ' '),
		privateKey: client.key,
		clientSecret: SECRET,
	});

	test('a certificate proves the client to the token endpoint, the token is for the API', async () => {
		const resource = 'urn:sap:identity:application:provider:name:provisioning';
		const tokenParameters = 'audience=https://a.example&token_format=opaque';
		const change = { scope: 'scim', resource, tokenParameters };
		const verdict = await testConnection(trusting(), { ...values(), ...change });
		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
		const [token, call] = seen;
		expect(token).toMatchObject({ method: 'POST', subject: 'client' });
		expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
			grant_type: 'client_credentials',
			client_id: 'client-id',
			scope: 'scim',
			resource,
			audience: 'https://a.example',
			token_format: 'opaque',
		});
		expect(token?.headers).not.toHaveProperty('authorization');
		expect(call).toMatchObject({ path: '/ServiceProviderConfig', subject: '' });
		expect(JSON.stringify(seen)).not.toContain(SECRET);
	});

	test('a certificate that the token endpoint does not know is named', async () => {
		const { pem: clientCertificate, key: privateKey } = stranger;
		const verdict = await testConnection(trusting(), {
			...values(),
			clientCertificate,
			privateKey,
		});
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toContain("'Certificate' and 'Token URL' in the credential");
		expect(seen).toHaveLength(1);
	});

	test.each([
		['no certificate', { clientCertificate: '' }, "'Certificate' in the credential is empty"],
		['no key', { privateKey: '' }, "'Private Key' in the credential is empty"],
		['no client', { clientId: '' }, "'Client ID' in the credential is empty"],
		['the key of another', { privateKey: stranger.key }, 'do not belong together'],
		[
			'a parameter with its own field',
			{ tokenParameters: 'client_id=x' },
			"'Additional Parameters'",
		],
		['a parameter without value', { tokenParameters: 'audience' }, "'Additional Parameters'"],
	])('%s is named before anything is sent', async (_, change, words) => {
		const verdict = await testConnection(trusting(), { ...values(), ...change });
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toContain(words);
		expect(seen).toEqual([]);
	});

	test('an authority that this machine does not trust is told by the test', async () => {
		const verdict = await testConnection(new ProvisioningTargetApi(), values());
		expect(verdict).toMatchObject({ status: 'Error' });
		expect(verdict.message).toContain("Check 'Token URL' in the credential");
		expect(verdict.message).toContain('NODE_EXTRA_CA_CERTS');
	});
});

describe('with an API key', () => {
	let recorder: Recorder | undefined;
	afterEach(() => recorder?.close());

	test.each([
		['apiKey', 'apikey'],
		[' X-Application-Key ', 'x-application-key'],
	])('the key goes out in the header %j', async (apiKeyHeader, name) => {
		recorder = await startRecorder((_, response) => response.end('{}'));
		const values = { authentication: 'apiKey', apiKeyHeader, apiKey: ` ${SECRET}\n` };
		const verdict = await testConnection(new ProvisioningTargetApi(), {
			...values,
			baseUrl: recorder.origin,
		});
		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
		const [call] = recorder.calls;
		expect(call?.headers[name]).toBe(SECRET);
		expect(call?.headers).not.toHaveProperty('authorization');
	});

	test.each([
		[{ apiKey: '' }, "'API Key' in the credential is empty"],
		[{ apiKeyHeader: '' }, "'Header Name' in the credential is empty"],
		[{ apiKeyHeader: 'api key: x' }, "'Header Name' in the credential is not the name"],
	])('%j is refused before anything is sent', async (change, words) => {
		const baseUrl = 'https://scim.example.com';
		const values = { authentication: 'apiKey', apiKeyHeader: 'apiKey', apiKey: SECRET, baseUrl };
		const refused = expect(authenticate({ ...values, ...change }, { url: baseUrl })).rejects;
		await refused.toThrow(words);
		await refused.not.toThrow(SECRET);
	});
});
