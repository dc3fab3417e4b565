import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { parseBaseUrl } from '../../nodes/shared/address';
import { credentialError } from './credentialError';

/**
 * Adds the `Authorization` header to a request of a connection credential.
 *
 * @throws UserError when a field is missing or the base URL is not one that secrets may be sent to
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	try {
		parseBaseUrl(credentials['baseUrl']);
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
			return `Bearer ${requireText(credentials, 'accessToken', 'Access Token')}`;
		default:
			throw missing('Authentication');
	}
}

/** RFC 7617, in UTF-8. */
export function basic(user: string, password: string): string {
	return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** @throws ProvisioningError `configuration.invalid` when the field is empty: nobody is let in by an empty secret */
export function requireText(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	displayName: string,
): string {
	const value = credentials[name];
	if (typeof value === 'string' && value !== '') return value;
	throw missing(displayName);
}

function missing(displayName: string): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${displayName}' in the credential is empty`,
		hint: `Fill '${displayName}' in the credential.`,
	});
}
