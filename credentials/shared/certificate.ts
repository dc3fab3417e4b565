import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { normalizePem } from '../../src/http/pem';
import { ProvisioningError } from '../../src/model/errors';
import { requireText } from './requireText';

/**
 * Presents the client certificate to the server of a request, and names the company where there is one.
 *
 * @throws ProvisioningError `configuration.invalid` before anything is sent
 */
export function withCertificate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const agentOptions = { ...request.agentOptions, ...keyPair(credentials) };
	return { ...withCompany(credentials, request), agentOptions };
}

/**
 * What a TLS connection proves itself with.
 *
 * @throws ProvisioningError `configuration.invalid` when it cannot be read, or does not belong together
 */
export function keyPair(credentials: ICredentialDataDecryptedObject) {
	const cert = normalizePem(requireText(credentials, 'clientCertificate', 'Certificate'));
	const key = normalizePem(requireText(credentials, 'privateKey', 'Private Key'));
	const { passphrase } = credentials;
	const secret = typeof passphrase === 'string' && passphrase !== '' ? { passphrase } : {};
	if (!isPair(cert, { key, ...secret })) {
		throw invalid(
			"'Certificate' and 'Private Key' in the credential cannot be read, or do not belong together",
			'Paste the whole PEM blocks, with their BEGIN and END lines, and the passphrase if there is one.',
		);
	}
	return { cert, key, ...secret };
}

/** OpenSSL's own words help nobody, and a handshake that fails says even less. */
function isPair(cert: string, key: { key: string; passphrase?: string }): boolean {
	try {
		return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
	} catch {
		return false;
	}
}

function withCompany(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const companyId = String(credentials['companyId'] ?? '').trim();
	if (companyId === '' && needsCompany(credentials['baseUrl'])) {
		throw invalid(
			"'Company ID' in the credential is empty, and SAP SuccessFactors wants it with a certificate",
			"Fill 'Company ID' in the credential.",
		);
	}
	if (companyId === '' || credentials['sendCompanyId'] === 'none') return request;
	if (credentials['sendCompanyId'] === 'query') {
		return { ...request, qs: { ...request.qs, company_id: companyId } };
	}
	return { ...request, headers: { ...request.headers, company_id: companyId } };
}

/** The hosts of SAP SuccessFactors that ask for certificates: `api4.cert.successfactors.com`. */
function needsCompany(baseUrl: unknown): boolean {
	const { hostname } = new URL(String(baseUrl));
	return /\.cert\.(?:successfactors|sapsf)\.\w+$/i.test(hostname);
}

function invalid(message: string, hint: string): ProvisioningError {
	return new ProvisioningError({ code: 'configuration.invalid', message, hint });
}
