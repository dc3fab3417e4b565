import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { systemClock } from '../../src/http/clock';
import { samlTokenForm } from '../../src/http/saml';
import { requireText } from './requireText';

const AUDIENCE = 'www.successfactors.com';

/**
 * The body of a token request with a fresh assertion for it.
 *
 * @throws ProvisioningError `configuration.invalid` for a field that is empty or a key that cannot sign
 */
export function samlFormOf(credentials: ICredentialDataDecryptedObject, tokenUrl: URL): string {
	const text = (name: string, displayName: string) =>
		requireText(credentials, name, displayName).trim();
	return samlTokenForm({
		companyId: text('companyId', 'Company ID'),
		clientId: text('clientId', 'Client ID'),
		user: text('user', 'User'),
		useUserName: credentials['useUserName'] !== false,
		privateKey: text('privateKey', 'Private Key'),
		issuer: text('issuer', 'Issuer'),
		audience: AUDIENCE,
		recipient: tokenUrl.href,
		id: `_${randomUUID()}`,
		issuedAt: systemClock.now(),
	});
}
