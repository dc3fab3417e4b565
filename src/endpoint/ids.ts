import type { Json } from '../model/json';
import type { IdKind } from '../model/notice';
import { LIMITS } from './limits';
import { Refused } from './refusal';

// Would leave the place in a URL, a log line or a screen where they are put.
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069/\\]|\.\./u;

const KINDS: readonly (readonly [IdKind, RegExp])[] = [
	['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
	['pUser', /^[A-Z]\d{6,}$/],
	['number', /^\d+$/],
	['objectId', /^[0-9a-f]{24}$/i],
	['guid32', /^[0-9a-f]{32}$/i],
];

/** A number is taken only if JSON.parse cannot have rounded it. */
function textOf(value: Json): string {
	if (typeof value === 'string') return value.trim();
	const isExact = Number.isSafeInteger(value) && !Object.is(value, -0) && Number(value) >= 0;
	if (typeof value === 'number' && isExact) return `${value}`;
	throw new Refused('badId');
}

/** @throws Refused `badId` */
export function readId(value: Json): string {
	const id = textOf(value);
	const fits = id.length > 0 && id.length <= LIMITS.idLength;
	if (!fits || id === '.' || FORBIDDEN.test(id)) throw new Refused('badId');
	return id;
}

export function kindOfId(id: string): IdKind {
	return KINDS.find(([, form]) => form.test(id))?.[0] ?? 'other';
}
