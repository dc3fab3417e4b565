import { createLocalJWKSet } from 'jose/jwks/local';
import { isObject, type Json } from '../../model/json';
import type { Http } from '../../model/ports';
import { LIMITS } from '../limits';

/** Public keys of a tenant, as they stood in its document (RFC 7517, section 5). */
export type KeySet = ReturnType<typeof createLocalJWKSet>;

/**
 * @param url where a tenant publishes its keys
 * @param isUnknownKey a token names a key that is not among those that were read last
 * @returns `undefined` when they cannot be read now
 */
export type Keys = (
	url: string,
	now: number,
	isUnknownKey?: boolean,
) => Promise<KeySet | undefined>;

/** @param origin such as `https://tenant.example.com`; no credentials are sent there */
export type OpenHttp = (origin: string) => Http;

interface Kept {
	readonly triedAt: number;
	readonly readAt: number;
	readonly keys: Promise<KeySet | undefined>;
}

/** Keys are read again after this time, but good for longer: the tenant may be down for a moment. */
const FRESH_MS = 600_000;
const USABLE_MS = 3_600_000;
/** However many tokens with unknown keys come. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;

const HEADERS = { accept: 'application/json, application/jwk-set+json' };

function parseKeySet(text: string): KeySet | undefined {
	if (text.length > LIMITS.keySetLength) return undefined;
	const document: Json = JSON.parse(text);
	if (!isObject(document) || !Array.isArray(document['keys'])) return undefined;
	return createLocalJWKSet({ keys: document['keys'].filter(isObject) });
}

async function readKeySet(openHttp: OpenHttp, url: string): Promise<KeySet | undefined> {
	const { origin, pathname, search } = new URL(url);
	try {
		const path = `${pathname}${search}`;
		const request = { method: 'GET', path, headers: HEADERS, timeout: TIMEOUT_MS } as const;
		const answer = await openHttp(origin).send(request);
		return answer.status === 200 ? parseKeySet(answer.body) : undefined;
	} catch {
		return undefined;
	}
}

const isWithin = (since: number, now: number, ms: number) => now >= since && now - since < ms;

export interface KeyStore {
	/** @param openHttp how to reach a tenant in this call */
	through(openHttp: OpenHttp): Keys;
}

/** Keys of tenants, kept in this process; the addresses come from credentials, never from tokens. */
export function createKeyStore(): KeyStore {
	const kept = new Map<string, Kept>();

	async function read(openHttp: OpenHttp, url: string, now: number, old: Kept | undefined) {
		const keys = readKeySet(openHttp, url);
		// A second call meanwhile waits for the same answer.
		kept.delete(url);
		kept.set(url, { triedAt: now, readAt: now, keys });
		const [oldest] = kept.keys();
		if (kept.size > LIMITS.keySets && oldest !== undefined) kept.delete(oldest);
		if ((await keys) !== undefined) return await keys;
		const isUsable = old !== undefined && isWithin(old.readAt, now, USABLE_MS);
		const remembered = isUsable
			? { ...old, triedAt: now }
			: { triedAt: now, readAt: now, keys: Promise.resolve(undefined) };
		kept.set(url, remembered);
		return await remembered.keys;
	}

	return {
		through:
			(openHttp) =>
			async (url, now, isUnknownKey = false) => {
				const known = kept.get(url);
				if (known === undefined) return await read(openHttp, url, now, undefined);
				const isWanted = isUnknownKey || !isWithin(known.readAt, now, FRESH_MS);
				const mayRead = !isWithin(known.triedAt, now, COOLDOWN_MS);
				const isMissing = (await known.keys) === undefined;
				if ((isWanted || isMissing) && mayRead) return await read(openHttp, url, now, known);
				return isWithin(known.readAt, now, USABLE_MS) ? await known.keys : undefined;
			},
	};
}
