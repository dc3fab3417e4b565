import type { Json } from '../../model/json';
import { readBasic } from '../basic';
import { LIMITS } from '../limits';
import type { Answer } from '../respond';
import { isSame } from '../same';
import type { EndpointSecrets } from '../secrets';
import { hasOwnTokens, issueToken, TOKEN_LIFETIME } from './ownToken';

export interface TokenRequest {
	/** Every `Authorization` header. */
	readonly authorizations: readonly string[];
	/** Of the URL, without its question mark; only `grant_type` is read from it. */
	readonly query: string;
	readonly contentType: string;
	readonly body: Uint8Array;
}

interface Client {
	readonly id: string;
	readonly secret: string;
}

const GRANT = 'client_credentials';
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

function answer(status: number, body: Json, headers: Answer['headers'] = {}): Answer {
	const usual = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
	return { status, headers: { ...usual, ...headers }, body };
}

const INVALID_REQUEST = answer(400, { error: 'invalid_request' });
const UNSUPPORTED_GRANT = answer(400, { error: 'unsupported_grant_type' });
const INVALID_CLIENT = answer(
	401,
	{ error: 'invalid_client' },
	{ 'WWW-Authenticate': 'Basic realm="ipsproxy", charset="UTF-8"' },
);

/** `undefined` unless it is a form in which no name occurs twice (RFC 6749, section 3.2). */
function readForm({ body, contentType }: TokenRequest): URLSearchParams | undefined {
	if (body.byteLength > LIMITS.tokenRequestBytes) return undefined;
	if (body.byteLength > 0 && !FORM.test(contentType)) return undefined;
	const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
	return new Set(form.keys()).size === form.size ? form : undefined;
}

function decodeForm(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

/** RFC 6749, section 2.3.1, wants both encoded before they go into the header; most clients do not. */
function readClients(request: TokenRequest, form: URLSearchParams): Client[] {
	if (request.authorizations.length === 0) {
		return [{ id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }];
	}
	const { user: id, password: secret } = readBasic(request.authorizations) ?? {
		user: '',
		password: '',
	};
	return [
		{ id, secret },
		{ id: decodeForm(id), secret: decodeForm(secret) },
	];
}

/** The stored secret that was presented. The same work is done whatever is wrong. */
function findSecret(clients: readonly Client[], secrets: EndpointSecrets): string | undefined {
	const { clientId, clientSecret, secondClientSecret } = secrets;
	const hasSecond = secondClientSecret.trim() !== '';
	let found: string | undefined;
	for (const { id, secret } of clients) {
		const isClient = isSame(id, clientId);
		const isFirst = isSame(secret, clientSecret);
		const isSecond = isSame(secret, secondClientSecret);
		if (isClient && isFirst) found = clientSecret;
		if (isClient && isSecond && hasSecond) found ??= secondClientSecret;
	}
	return found;
}

/**
 * Our own token endpoint: client credentials grant (RFC 6749, section 4.4), for a client that presents
 * itself by Basic or in the form.
 * @returns `undefined` when the secrets offer no token endpoint; status 401 for a wrong client
 */
export async function answerTokenRequest(
	request: TokenRequest,
	secrets: EndpointSecrets,
	{ now, systemId }: { readonly now: number; readonly systemId: string },
): Promise<Answer | undefined> {
	if (!secrets.authentication.includes('oAuth2') || !hasOwnTokens(secrets)) return undefined;
	const form = readForm(request);
	if (form === undefined) return INVALID_REQUEST;
	// Two ways at once (RFC 6749, section 2.3).
	if (request.authorizations.length > 0 && form.has('client_secret')) return INVALID_REQUEST;
	const clientSecret = findSecret(readClients(request, form), secrets);
	if (clientSecret === undefined) return INVALID_CLIENT;

	const queried = new URLSearchParams(request.query).getAll('grant_type');
	const grants = new Set([...form.getAll('grant_type'), ...queried]);
	if (grants.size !== 1) return INVALID_REQUEST;
	if (!grants.has(GRANT)) return UNSUPPORTED_GRANT;

	const { clientId } = secrets;
	const token = await issueToken({ clientId, clientSecret, systemId, now });
	return answer(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFETIME });
}
