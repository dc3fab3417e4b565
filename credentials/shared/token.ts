import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { codeOf, connectionError } from '../../src/http/connectionError';
import { parseAddress } from '../../nodes/shared/address';
import { keyPair } from './certificate';
import { clientForm } from './clientForm';
import { credentialError } from './credentialError';
import { samlFormOf } from './samlForm';
import { isTokenKind, tokenOf, type TokenKind } from './tokenAnswer';

const TIMEOUT = 30_000;

/**
 * Fetches the access token that n8n keeps, encrypted, with the credential until a call answers 401
 * (client credentials grant: RFC 6749, section 4.4; client certificate: RFC 8705, section 2; SAML bearer
 * assertion: RFC 7522).
 *
 * @throws UserError when the token endpoint gives none
 */
export async function preAuthentication(
	this: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const { authentication: kind } = credentials;
	if (!isTokenKind(kind)) return {};
	try {
		const url = parseAddress(credentials['tokenUrl'], 'Token URL');
		const options = tokenRequest(kind, url, credentials);
		const answer: unknown = await this.helpers.httpRequest(options).catch((error: unknown) => {
			throw connectionError(codeOf(error), url.host, 'Token URL');
		});
		return { accessToken: tokenOf(answer, url.host, kind) };
	} catch (error) {
		throw credentialError(error);
	}
}

function tokenRequest(
	kind: TokenKind,
	url: URL,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { body, authorization } =
		kind === 'samlBearer' ? { body: samlFormOf(credentials, url) } : clientForm(kind, credentials);
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
		...(kind === 'certificateOAuth2' && { agentOptions: keyPair(credentials) }),
	};
}
