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
import { basic, requireText } from './connection';
import { credentialError } from './credentialError';

const TIMEOUT = 30_000;
const MAX_DETAIL = 200;

/**
 * Fetches the access token that n8n keeps, encrypted, with the credential until a call answers 401
 * (OAuth 2.0 client credentials grant, RFC 6749, section 4.4).
 *
 * @throws UserError when the token endpoint gives none
 */
export async function preAuthentication(
	this: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	if (credentials['authentication'] !== 'oAuth2ClientCredentials') return {};
	try {
		const url = parseAddress(credentials['tokenUrl'], 'Token URL');
		const options = tokenRequest(url, credentials);
		const answer: unknown = await this.helpers.httpRequest(options).catch((error: unknown) => {
			throw connectionError(codeOf(error), url.host);
		});
		return { accessToken: tokenOf(answer, url.host) };
	} catch (error) {
		throw credentialError(error);
	}
}

function tokenRequest(url: URL, credentials: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const clientId = requireText(credentials, 'clientId', 'Client ID').trim();
	const clientSecret = requireText(credentials, 'clientSecret', 'Client Secret');
	const { scope } = credentials;
	const inForm = credentials['clientAuthentication'] === 'form';
	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		...(typeof scope === 'string' && scope.trim() !== '' && { scope: scope.trim() }),
		...(inForm && { client_id: clientId, client_secret: clientSecret }),
	});
	return {
		method: 'POST',
		url: url.href,
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
			// Not form-encoded first, as RFC 6749 (section 2.3.1) wants it: the servers in question take it as it is.
			...(!inForm && { authorization: basic(clientId, clientSecret) }),
		},
		body: form.toString(),
		timeout: TIMEOUT,
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
	};
}

function tokenOf(answer: unknown, host: string): string {
	const status = isObject(answer) ? Number(answer['statusCode']) : 0;
	const body = isObject(answer) ? parseObject(answer['body']) : {};
	const token = body['access_token'];
	if (status === 200 && typeof token === 'string' && token !== '') return token;
	if (status === 200) throw unexpected(host);
	throw refused(host, status, body);
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

function refused(host: string, status: number, body: Record<string, unknown>): ProvisioningError {
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
			: "Check 'Client ID', 'Client Secret' and 'Token URL' in the credential.",
		retryable: true,
		status,
	});
}

function codeOf(error: unknown): string {
	const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
	return typeof code === 'string' ? code : '';
}
