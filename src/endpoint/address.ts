import type { EntityType } from '../model/entity';
import { readId } from './ids';
import { Refused } from './refusal';

/** What the URL of a call says. */
export interface Address {
	readonly systemId: string;
	/** The word in the URL; see {@link readEntityType}. */
	readonly entityWord: string;
	/** From the path, else from the query. */
	readonly entityId?: string;
	/** Below the system itself, as a SCIM client calls it, and not below its `entities`. */
	readonly isScim: boolean;
}

// The words must stand in this order: a router may match them in any.
const PATH =
	/(?:^|\/)ipsproxy\/service\/api\/v1\/systems\/([^/]+)(\/entities)?\/([^/]+)(?:\/([^/]+))?\/?$/;

const QUERY_IDS = ['id', 'entityId', 'entityID', 'userId', 'groupId', 'userUuid', 'uuid'];

/** What a SCIM client may ask for beside users and groups (RFC 7644, section 4). */
const DISCOVERY = new Set(['serviceproviderconfig', 'schemas', 'resourcetypes']);

const ENTITY_WORDS: Readonly<Record<string, EntityType>> = {
	user: 'user',
	users: 'user',
	group: 'group',
	groups: 'group',
};

/** Exactly once: what is still encoded afterwards is meant that way. */
function decode(segment: string): string | undefined {
	try {
		return decodeURIComponent(segment);
	} catch {
		return undefined;
	}
}

function idOfQuery(query: string): string | undefined {
	const parameters = new URLSearchParams(query);
	const values = new Set(QUERY_IDS.flatMap((name) => parameters.getAll(name)));
	if (values.size > 1) throw new Refused('idMismatch');
	const [value] = values;
	return value === undefined ? undefined : readId(value);
}

/**
 * @param target path of the request as it was sent (encoded), with its query
 * @throws Refused `unknownPath`, `badId`, `idMismatch`
 */
export function readAddress(target: string): Address {
	const mark = target.indexOf('?');
	const path = mark === -1 ? target : target.slice(0, mark);
	const query = mark === -1 ? '' : target.slice(mark + 1);
	const [, systemId, entities, entityWord, segment] = PATH.exec(path) ?? [];
	if (systemId === undefined || entityWord === undefined) throw new Refused('unknownPath');
	const ofPath = segment === undefined ? undefined : readId(decode(segment) ?? '');
	const ofQuery = idOfQuery(query);
	if (ofPath !== undefined && ofQuery !== undefined && ofPath !== ofQuery) {
		throw new Refused('idMismatch');
	}
	const entityId = ofPath ?? ofQuery;
	const isScim = entities === undefined;
	return { systemId, entityWord, isScim, ...(entityId !== undefined && { entityId }) };
}

/** Many pushed entities in one call (RFC 7644, section 3.7). */
export function isBulkAddress({ entityWord, entityId, isScim }: Address): boolean {
	return isScim && entityId === undefined && entityWord.toLowerCase() === 'bulk';
}

/**
 * @returns `undefined` for what a SCIM client asks about the service itself
 * @throws Refused `unknownEntityType`, `unknownPath`
 */
export function readEntityType({ entityWord, isScim }: Address): EntityType | undefined {
	const word = entityWord.toLowerCase();
	if (isScim && DISCOVERY.has(word)) return undefined;
	// In SCIM the plural is part of the protocol; its other words are paths like any other.
	if (isScim && !word.endsWith('s')) throw new Refused('unknownPath');
	const type = Object.hasOwn(ENTITY_WORDS, word) ? ENTITY_WORDS[word] : undefined;
	if (type === undefined) throw new Refused(isScim ? 'unknownPath' : 'unknownEntityType');
	return type;
}
