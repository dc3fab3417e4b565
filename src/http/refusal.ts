import { ProvisioningError, type ErrorCode } from '../model/errors';
import { isObject, member, type JsonObject } from '../model/json';
import type { HttpResponse } from '../model/ports';
import { parseRetryAfter } from './retry';

interface Meaning {
	readonly code: ErrorCode;
	readonly retryable: boolean;
	readonly hint: string;
}

const MEANINGS: Readonly<Record<number, Meaning>> = {
	401: {
		code: 'access.unauthorized',
		retryable: true,
		hint: "Check 'Authentication' in the credential, and its user, password, secret, token or certificate: they may be mistyped or have expired.",
	},
	403: {
		code: 'access.forbidden',
		retryable: false,
		hint: "Who is named by 'Authentication' in the credential is known but lacks a right: give it permission to read and write users and groups.",
	},
	404: {
		code: 'request.notFound',
		retryable: true,
		hint: "It may just have been removed: run the item again. If it stays, check 'Base URL' in the credential.",
	},
	409: {
		code: 'request.conflict',
		retryable: true,
		hint: 'Another account holds a value that must be unique; look for it in the target.',
	},
	412: {
		code: 'request.outdated',
		retryable: true,
		hint: 'Somebody else changed the account at the same time: run the item again.',
	},
	429: {
		code: 'request.throttled',
		retryable: true,
		hint: 'The system is limiting calls: run the item again after the time in retryAfter.',
	},
};

const REDIRECTED: Meaning = {
	code: 'answer.unexpected',
	retryable: false,
	hint: "The address redirects elsewhere, and redirects are not followed: enter the final one in 'Base URL' of the credential.",
};

/** RFC 6750, section 3.1. */
const UNSCOPED: Meaning = {
	code: 'access.forbidden',
	retryable: false,
	hint: "The token lacks a scope: enter it in 'Scope' of the credential, and allow the client to ask for it.",
};

const UNAVAILABLE: Meaning = {
	code: 'server.unavailable',
	retryable: true,
	hint: 'The system cannot work at the moment: run the item again later.',
};

const REJECTED: Meaning = {
	code: 'request.rejected',
	retryable: false,
	hint: 'The system refuses what was sent: change the transformation so that the value fits.',
};

const VERSION = "Or there is another version of the API: check 'API Version' in the node.";

const MAX_DETAIL = 300;

export interface RefusalContext {
	/** Its name, for the message. */
	readonly system: string;
	readonly now: number;
	/** There may be another version of its API at the address. */
	readonly hasVersions?: boolean;
}

/** What an answer that is not a success means, in the words of whoever has to act on it. */
export function refusal(response: HttpResponse, context: RefusalContext): ProvisioningError {
	const body = parseObject(response.body);
	const { code, hint, retryable } = meaning(response, body);
	return new ProvisioningError({
		code,
		hint: context.hasVersions && code === 'request.notFound' ? `${hint} ${VERSION}` : hint,
		retryable,
		message: `${context.system} answered ${response.status}${detailOf(body)}`,
		system: context.system,
		status: response.status,
		retryAfter: parseRetryAfter(response.headers['retry-after'], context.now),
	});
}

function meaning({ status, headers }: HttpResponse, body: JsonObject | undefined): Meaning {
	if (body?.['scimType'] === 'uniqueness') return MEANINGS[409] ?? REJECTED;
	// What a PATCH was to change is gone already.
	if (body?.['scimType'] === 'noTarget') return MEANINGS[412] ?? REJECTED;
	const challenge = headers['www-authenticate'] ?? '';
	const isUnscoped = /error="?insufficient_scope/i.test(challenge);
	if (status === 403 && (isUnscoped || body?.['error'] === 'insufficient_scope')) return UNSCOPED;
	const known = MEANINGS[status === 410 ? 404 : status];
	if (known) return known;
	if (status < 400) return REDIRECTED;
	return status < 500 || status === 501 ? REJECTED : UNAVAILABLE;
}

/** The server's own words, one line and cut; they stay with the item. */
function detailOf(body: JsonObject | undefined): string {
	const words = wordsOf(body).filter((word) => typeof word === 'string' && word !== '');
	if (words.length === 0) return '';
	const line = words.join(', ').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
	return `: ${line.slice(0, MAX_DETAIL)}`;
}

/** Of SCIM (RFC 7644, section 3.12, or 1.1), OData (2.0, Operations, section 2.8) or OAuth (RFC 6749, section 5.2). */
function wordsOf(body: JsonObject | undefined): unknown[] {
	const error = member(body, 'error');
	if (typeof error === 'string') return [error, body?.['error_description'] ?? body?.['message']];
	if (!isObject(error)) return [body?.['scimType'], body?.['detail'] ?? detailOf1(body)];
	return [error['code'], member(error['message'], 'value') ?? error['message']];
}

/** SCIM 1.1 (Core API, section 3.9). */
function detailOf1(body: JsonObject | undefined): unknown {
	const errors = body?.['Errors'];
	return member(Array.isArray(errors) ? errors[0] : undefined, 'description');
}

function parseObject(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
