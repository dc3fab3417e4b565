import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { parseBaseUrl } from '../../nodes/shared/address';
import { ProvisioningError } from '../../src/model/errors';
import { basic } from './basic';
import { withCertificate } from './certificate';
import { credentialError } from './credentialError';
import { missing, requireText } from './requireText';

/**
 * Adds the header that proves who we are, or the client certificate, to a request of a connection credential.
 *
 * @throws UserError when a field is missing or the base URL is not one that secrets may be sent to
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	try {
		parseBaseUrl(credentials['baseUrl']);
		if (credentials['authentication'] === 'certificate') {
			return withCertificate(credentials, request);
		}
		return { ...request, headers: { ...request.headers, ...proofOf(credentials) } };
	} catch (error) {
		throw credentialError(error);
	}
}

/** The header that proves who we are. */
function proofOf(credentials: ICredentialDataDecryptedObject): Record<string, string> {
	if (credentials['authentication'] !== 'apiKey') {
		return { authorization: authorizationOf(credentials) };
	}
	const name = requireText(credentials, 'apiKeyHeader', 'Header Name').trim();
	const value = requireText(credentials, 'apiKey', 'API Key').trim();
	if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return { [name.toLowerCase()]: value };
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: "'Header Name' in the credential is not the name of a header",
		hint: "Enter the name alone in 'Header Name' of the credential, such as apiKey.",
	});
}

function authorizationOf(credentials: ICredentialDataDecryptedObject): string {
	switch (credentials['authentication']) {
		case 'basic':
			return basic(
				requireText(credentials, 'user', 'User'),
				requireText(credentials, 'password', 'Password'),
			);
		case 'bearer':
			return `Bearer ${requireText(credentials, 'token', 'Token').trim()}`;
		case 'oAuth2ClientCredentials':
		case 'certificateOAuth2':
		case 'samlBearer':
			return `Bearer ${requireText(credentials, 'accessToken', 'Access Token')}`;
		default:
			throw missing('Authentication');
	}
}
