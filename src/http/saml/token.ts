import { ProvisioningError } from '../../model/errors';
import { isObject } from '../../model/json';
import type { Http } from '../../model/ports';
import { refusal } from '../refusal';
import { buildSamlAssertion, type SamlAssertionOptions } from './assertion';

export interface SamlTokenOptions extends SamlAssertionOptions {
	readonly companyId: string;
	/** Below the base URL of the connection; default: `/oauth/token`. */
	readonly path?: string;
}

export interface AccessToken {
	readonly accessToken: string;
	/** Seconds; absent when the server does not say. */
	readonly expiresIn?: number;
}

/** The body of the token request (RFC 7522, section 2.1), with the company as SAP SuccessFactors wants it. */
export function samlTokenForm(options: SamlTokenOptions): string {
	return new URLSearchParams({
		company_id: options.companyId,
		client_id: options.clientId,
		grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
		assertion: Buffer.from(buildSamlAssertion(options)).toString('base64'),
	}).toString();
}

/**
 * Exchanges a signed assertion for an access token. `http` carries no authentication of its own.
 *
 * @throws ProvisioningError when the token endpoint gives none
 */
export async function requestSamlBearerToken(
	http: Http,
	options: SamlTokenOptions,
): Promise<AccessToken> {
	const response = await http.send({
		method: 'POST',
		path: options.path ?? '/oauth/token',
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: samlTokenForm(options),
	});
	const context = { system: 'The token endpoint', now: options.issuedAt };
	if (response.status !== 200) throw refusal(response, context);
	const body = parse(response.body);
	const token = isObject(body) ? body['access_token'] : undefined;
	if (!isObject(body) || typeof token !== 'string' || token === '') {
		throw new ProvisioningError({
			code: 'answer.unexpected',
			message: 'The token endpoint answered without an access token',
			hint: 'Check the address of the token endpoint.',
			status: response.status,
		});
	}
	const expiresIn = Number(body['expires_in']);
	return { accessToken: token, ...(expiresIn > 0 && { expiresIn }) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
