import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { parseBaseUrl } from '../../nodes/shared/address';
import { withCertificate } from './certificate';
import { credentialError } from './credentialError';
import { missing, requireText } from './requireText';

/**
 * Adds the `Authorization` header, or the client certificate, to a request of a connection credential.
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
		const authorization = authorizationOf(credentials);
		return { ...request, headers: { ...request.headers, authorization } };
	} catch (error) {
		throw credentialError(error);
	}
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
		case 'samlBearer':
			return `Bearer ${requireText(credentials, 'accessToken', 'Access Token')}`;
		default:
			throw missing('Authentication');
	}
}

/** RFC 7617, in UTF-8. */
export function basic(user: string, password: string): string {
	return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
