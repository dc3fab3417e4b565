import { ProvisioningError } from '../../src/model/errors';
import { isObject, type JsonObject } from '../../src/model/json';

const MAX_DETAIL = 200;

/** What to look at when the token endpoint refuses. */
const HINTS = {
	oAuth2ClientCredentials:
		"Check 'Client ID', 'Client Secret', 'Client Authentication' and 'Token URL' in the credential.",
	certificateOAuth2:
		"Check 'Client ID', 'Certificate' and 'Token URL' in the credential: the certificate has to be registered for this client.",
	samlBearer:
		"Check 'Client ID', 'Company ID', 'User' and 'Private Key' in the credential, and the registered certificate.",
} as const;

/** What the endpoint says by name (RFC 6749, section 5.2; RFC 8707, section 2). */
const NAMED: Readonly<Record<string, string>> = {
	invalid_scope: "Check 'Scope' in the credential: this client may not ask for it.",
	invalid_target: "Check 'Resource' in the credential: this client may not ask for it.",
};

export type TokenKind = keyof typeof HINTS;

export function isTokenKind(kind: unknown): kind is TokenKind {
	return typeof kind === 'string' && Object.hasOwn(HINTS, kind);
}

/** @throws ProvisioningError when the answer holds no token; its words are the endpoint's own, cut */
export function tokenOf(answer: unknown, host: string, kind: TokenKind): string {
	const status = isObject(answer) ? Number(answer['statusCode']) : 0;
	const body = isObject(answer) ? parseObject(answer['body']) : {};
	const token = body['access_token'];
	if (status === 200 && typeof token === 'string' && token !== '') return token;
	if (status === 200 && typeof body['error'] !== 'string') throw unexpected(host);
	throw refused(host, status, body, kind);
}

function parseObject(body: unknown): JsonObject {
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
	{ error, error_description: description }: JsonObject,
	kind: TokenKind,
): ProvisioningError {
	const words = [error, description].filter((word) => typeof word === 'string');
	const detail = words
		.join(', ')
		.replace(/\p{Cc}+/gu, ' ')
		.slice(0, MAX_DETAIL);
	const busy = status === 429 || status >= 500;
	return new ProvisioningError({
		code: busy ? 'server.unavailable' : 'access.unauthorized',
		message: `${host} gave no access token (${status}${detail && `: ${detail}`})`,
		hint: busy
			? 'The token endpoint is busy or cannot work at the moment: run the item again later.'
			: hintFor(status, error, kind),
		retryable: true,
		status,
	});
}

function hintFor(status: number, error: unknown, kind: TokenKind): string {
	if (status >= 300 && status < 400)
		return "Enter the final address in 'Token URL' of the credential.";
	if (status === 404)
		return "Check 'Token URL' in the credential: there is nothing at this address.";
	return (typeof error === 'string' ? NAMED[error] : undefined) ?? HINTS[kind];
}
