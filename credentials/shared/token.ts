import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { isObject } from '../../src/model/json';
import { parseAddress } from '../../nodes/shared/address';
import { connectionError } from '../../nodes/shared/connectionError';
import { basic } from './connection';
import { credentialError } from './credentialError';
import { requireText } from './requireText';
import { samlFormOf } from './samlForm';

const TIMEOUT = 30_000;
const MAX_DETAIL = 200;

/** What to look at when the token endpoint refuses. */
const HINTS = {
	oAuth2ClientCredentials: "Check 'Client ID', 'Client Secret' and 'Token URL' in the credential.",
	samlBearer:
		"Check 'API Key', 'Company ID', 'User' and 'Private Key' in the credential, and the registered certificate.",
} as const;

/**
 * Fetches the access token that n8n keeps, encrypted, with the credential until a call answers 401
 * (client credentials grant: RFC 6749, section 4.4; SAML bearer assertion: RFC 7522).
 *
 * @throws UserError when the token endpoint gives none
 */
export async function preAuthentication(
	this: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const { authentication } = credentials;
	if (authentication !== 'oAuth2ClientCredentials' && authentication !== 'samlBearer') return {};
	try {
		const url = parseAddress(credentials['tokenUrl'], 'Token URL');
		const options = tokenRequest(url, credentials);
		const answer: unknown = await this.helpers.httpRequest(options).catch((error: unknown) => {
			throw connectionError(codeOf(error), url.host);
		});
		return { accessToken: tokenOf(answer, url.host, HINTS[authentication]) };
	} catch (error) {
		throw credentialError(error);
	}
}

function tokenRequest(url: URL, credentials: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const { body, authorization } =
		credentials['authentication'] === 'samlBearer'
			? { body: samlFormOf(credentials, url) }
			: clientForm(credentials);
	return {
		method: 'POST',
		url: url.href,
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
			...(authorization !== undefined && { authorization }),
		},
		body,
		timeout: TIMEOUT,
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
	};
}

function clientForm(credentials: ICredentialDataDecryptedObject): {
	readonly body: string;
	readonly authorization?: string;
} {
	const clientId = requireText(credentials, 'clientId', 'Client ID').trim();
	const clientSecret = requireText(credentials, 'clientSecret', 'Client Secret');
	const { scope } = credentials;
	const inForm = credentials['clientAuthentication'] === 'form';
	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		...(typeof scope === 'string' && scope.trim() !== '' && { scope: scope.trim() }),
		...(inForm && { client_id: clientId, client_secret: clientSecret }),
	});
	// Not form-encoded first, as RFC 6749 (section 2.3.1) wants it: the servers in question take it as it is.
	return {
		body: form.toString(),
		...(!inForm && { authorization: basic(clientId, clientSecret) }),
	};
}

function tokenOf(answer: unknown, host: string, hint: string): string {
	const status = isObject(answer) ? Number(answer['statusCode']) : 0;
	const body = isObject(answer) ? parseObject(answer['body']) : {};
	const token = body['access_token'];
	if (status === 200 && typeof token === 'string' && token !== '') return token;
	if (status === 200) throw unexpected(host);
	throw refused(host, status, body, hint);
}

function parseObject(body: unknown) {
	try {
		const value: unknown = typeof body === 'string' ? JSON.parse(body) : body;
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

function unexpected(host: string): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `${host} answered without an access token`,
		hint: "Check 'Token URL' in the credential: it is the complete address of the token endpoint.",
	});
}

function refused(
	host: string,
	status: number,
	body: Record<string, unknown>,
	hint: string,
): ProvisioningError {
	const words = [body['error'], body['error_description']].filter(
		(word) => typeof word === 'string',
	);
	const detail = words
		.join(', ')
		.replace(/\p{Cc}+/gu, ' ')
		.slice(0, MAX_DETAIL);
	const busy = status === 429 || status >= 500;
	return new ProvisioningError({
		code: busy ? 'server.unavailable' : 'access.unauthorized',
		message: `${host} gave no access token (${status}${detail && `: ${detail}`})`,
		hint: busy
			? 'The token endpoint is busy or has a problem of its own: run the item again later.'
			: hint,
		retryable: true,
		status,
	});
}

function codeOf(error: unknown): string {
	const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
	return typeof code === 'string' ? code : '';
}
