/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server; not shipped */
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { authenticate } from '../../credentials/shared/connection';
import { makeCertificate } from '../support/certificate';
import { createCertificates } from '../support/certificates';
import { listenOnLoopback, type Loopback } from '../support/loopback';
import { testConnection } from './testConnection';

const { authority, server, client, encryptedClientKey } = createCertificates();
/** Of the same name, signed by itself. */
const other = makeCertificate({ name: 'client' });

const oneLine = (pem: string) => pem.trim().replaceAll('\n', ' ');
const values = {
	authentication: 'certificate',
	clientCertificate: client.certificate,
	privateKey: client.key,
};

/** The credential, on a machine that trusts the authority of the test. */
function trusting(): ICredentialType {
	const type = new ProvisioningSourceApi();
	const honest = type.authenticate;
	type.authenticate = async (credentials, request) => {
		const options: IHttpRequestOptions = await honest(credentials, request);
		return { ...options, agentOptions: { ...options.agentOptions, ca: authority } };
	};
	return type;
}

describe('a TLS server that demands a client certificate', () => {
	let loopback: Loopback;
	let baseUrl: string;
	const seen: { subject: string; company: string | undefined; url: string | undefined }[] = [];

	beforeAll(async () => {
		const options = { ca: authority, cert: server.certificate, key: server.key };
		const demanding = { requestCert: true, rejectUnauthorized: true };
		const tls = createServer({ ...options, ...demanding }, (request, response) => {
			const socket = request.socket instanceof TLSSocket ? request.socket : undefined;
			const { company_id: company } = request.headers;
			const subject = String(socket?.getPeerCertificate().subject.CN);
			seen.push({ subject, company: company?.toString(), url: request.url });
			response.setHeader('content-type', 'application/json').end('{}');
		});
		loopback = await listenOnLoopback(tls);
		baseUrl = loopback.origin.replace('http:', 'https:');
	});
	afterEach(() => seen.splice(0));
	afterAll(() => loopback.close());

	test.each([
		['as it is', values],
		[
			'on one line',
			{ clientCertificate: oneLine(client.certificate), privateKey: oneLine(client.key) },
		],
		['encrypted', { privateKey: oneLine(encryptedClientKey), passphrase: 'passphrase' }],
	])('accepts the certificate that was pasted, %s', async (_, change) => {
		const verdict = await testConnection(trusting(), { ...values, ...change, baseUrl });
		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(seen).toEqual([
			{ subject: 'client', company: undefined, url: '/scim/ServiceProviderConfig' },
		]);
	});

	test.each([
		['header', 'ACMEEX', '/scim/ServiceProviderConfig'],
		['query', undefined, '/scim/ServiceProviderConfig?company_id=ACMEEX'],
		['none', undefined, '/scim/ServiceProviderConfig'],
	])('names the company: %s', async (sendCompanyId, company, url) => {
		const change = { companyId: ' ACMEEX ', sendCompanyId };
		await testConnection(trusting(), { ...values, ...change, baseUrl });
		expect(seen).toEqual([{ subject: 'client', company, url }]);
	});

	test.each([
		['nothing', { authentication: 'bearer', token: 'x' }],
		['a certificate of another authority', { clientCertificate: other.pem, privateKey: other.key }],
	])('refuses %s', async (_, change) => {
		const verdict = await testConnection(trusting(), { ...values, ...change, baseUrl });
		expect(verdict.status).toBe('Error');
		expect(seen).toEqual([]);
	});
});

describe('before anything is sent', () => {
	const baseUrl = 'https://api4.example.com';
	const refused = (change: Record<string, string>) =>
		expect(authenticate({ baseUrl, ...values, ...change }, { url: baseUrl })).rejects;

	test('row 83: the host of SAP SuccessFactors for certificates wants a company ID', async () => {
		const host = { baseUrl: 'https://api4.cert.successfactors.com' };
		await refused(host).toThrow("'Company ID' in the credential is empty");
		const named = { ...values, ...host, companyId: 'ACMEEX' };
		expect(await authenticate(named, { url: '/' })).toMatchObject({
			headers: { company_id: 'ACMEEX' },
		});
	});

	test.each([
		['no certificate', { clientCertificate: '' }, "'Certificate' in the credential is empty"],
		['no key', { privateKey: '' }, "'Private Key' in the credential is empty"],
		['half a key', { privateKey: client.key.slice(0, 99) }, 'cannot be read'],
		['the key of another certificate', { privateKey: server.key }, 'do not belong together'],
		['a wrong passphrase', { privateKey: encryptedClientKey, passphrase: 'x' }, 'cannot be read'],
		['a missing passphrase', { privateKey: encryptedClientKey }, 'cannot be read'],
	])('%s is named, and no secret is', async (_, change, words) => {
		await refused(change).toThrow(words);
		await refused(change).not.toThrow(/MII|passphrase: x/);
	});
});
