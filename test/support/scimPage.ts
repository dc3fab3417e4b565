import type { JsonObject } from '../../src/model/json';
import { ScimError } from './scimError';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const MOST = 100;

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
	const text = query.get(name);
	if (text === null) return otherwise;
	if (!/^-?\d+$/.test(text)) throw new ScimError(400, `${name} is a number.`, 'invalidValue');
	return Number(text);
}

/**
 * One page of a list: by `startIndex` (RFC 7644, section 3.4.2.4) or, as SAP prefers it, by
 * `startId`, where `nextId` is `end` on the last page.
 */
export function pageOf(hits: JsonObject[], query: URLSearchParams): JsonObject {
	const count = Math.min(MOST, Math.max(0, wholeNumber(query, 'count', MOST)));
	const common = { schemas: [LIST], totalResults: hits.length };
	const startId = query.get('startId');
	if (startId === null) {
		const startIndex = Math.max(1, wholeNumber(query, 'startIndex', 1));
		const page = hits.slice(startIndex - 1, startIndex - 1 + count);
		return { ...common, startIndex, itemsPerPage: page.length, Resources: page };
	}
	const first = startId === 'initial' ? 0 : hits.findIndex(({ id }) => id === startId);
	if (first < 0) throw new ScimError(400, 'startId is unknown.', 'invalidValue');
	const page = hits.slice(first, first + count);
	const nextId = hits[first + count]?.['id'] ?? 'end';
	return { ...common, itemsPerPage: page.length, startId, nextId, Resources: page };
}
