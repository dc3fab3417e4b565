import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { basic } from './basic';
import { requireText } from './requireText';

interface ClientForm {
	readonly body: string;
	readonly authorization?: string;
}

/** Written by us: a parameter of the author must not take their place. */
const OURS = new Set(['grant_type', 'client_id', 'client_secret']);

/**
 * The body of a client credentials request (RFC 6749, section 4.4.2), and the header where the client proves
 * itself there. With a certificate the connection proves it, and only the name of the client is sent.
 *
 * @throws ProvisioningError `configuration.invalid` for a field that is empty or cannot be read
 */
export function clientForm(
	kind: 'oAuth2ClientCredentials' | 'certificateOAuth2',
	credentials: ICredentialDataDecryptedObject,
): ClientForm {
	const clientId = requireText(credentials, 'clientId', 'Client ID').trim();
	const form = new URLSearchParams({ grant_type: 'client_credentials' });
	for (const name of ['scope', 'resource']) {
		const value = String(credentials[name] ?? '').trim();
		if (value !== '') form.set(name, value);
	}
	for (const [name, value] of furtherParameters(credentials['tokenParameters'])) {
		form.append(name, value);
	}
	if (kind === 'certificateOAuth2') {
		form.set('client_id', clientId);
		return { body: form.toString() };
	}
	const clientSecret = requireText(credentials, 'clientSecret', 'Client Secret');
	if (credentials['clientAuthentication'] === 'form') {
		form.set('client_id', clientId);
		form.set('client_secret', clientSecret);
		return { body: form.toString() };
	}
	// Not form-encoded first, as RFC 6749 (section 2.3.1) wants it: the servers in question take it as it is.
	return { body: form.toString(), authorization: basic(clientId, clientSecret) };
}

/** Written like a query: `audience=https://api.example.com&token_format=opaque`. */
function furtherParameters(text: unknown): URLSearchParams {
	const further = new URLSearchParams(typeof text === 'string' ? text.trim() : '');
	const wrong = [...further].find(([name, value]) => OURS.has(name) || name === '' || value === '');
	if (wrong === undefined) return further;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message:
			"'Additional Parameters' in the credential names no value, or one that has its own field",
		hint: "Write 'Additional Parameters' like a query: audience=https://api.example.com&token_format=opaque.",
	});
}
