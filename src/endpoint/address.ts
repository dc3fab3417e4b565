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
}

// The words must stand in this order: a router may match them in any.
const PATH =
	/(?:^|\/)ipsproxy\/service\/api\/v1\/systems\/([^/]+)\/entities\/([^/]+)(?:\/([^/]+))?\/?$/;

const QUERY_IDS = ['id', 'entityId', 'entityID', 'userId', 'groupId', 'userUuid', 'uuid'];

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
	const [, systemId, entityWord, segment] = PATH.exec(path) ?? [];
	if (systemId === undefined || entityWord === undefined) throw new Refused('unknownPath');
	const ofPath = segment === undefined ? undefined : readId(decode(segment) ?? '');
	const ofQuery = idOfQuery(query);
	if (ofPath !== undefined && ofQuery !== undefined && ofPath !== ofQuery) {
		throw new Refused('idMismatch');
	}
	const entityId = ofPath ?? ofQuery;
	return { systemId, entityWord, ...(entityId !== undefined && { entityId }) };
}

/** @throws Refused `unknownEntityType` */
export function readEntityType(word: string): EntityType {
	const lower = word.toLowerCase();
	const type = Object.hasOwn(ENTITY_WORDS, lower) ? ENTITY_WORDS[lower] : undefined;
	if (type === undefined) throw new Refused('unknownEntityType');
	return type;
}
