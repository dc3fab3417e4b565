import { isObject, member, type Json, type JsonObject } from '../model/json';
import type { EntityType } from '../model/entity';
import type { Entry, EntryKind } from './entry';
import { LIMITS } from './limits';
import { Refused } from './refusal';

const PATH = /^\/?(Users|Groups)(?:\/([^/?]+))?$/i;

const KIND_OF_METHOD: ReadonlyMap<string, EntryKind> = new Map([
	['POST', 'changed'],
	['PUT', 'changed'],
	['PATCH', 'changed'],
	['DELETE', 'deleted'],
]);

/** A bulk request of SCIM 2.0 (RFC 7644, section 3.7). A patch has operations too, without a method. */
export function isBulk(document: JsonObject): boolean {
	const operations = member(document, 'Operations');
	const isCall = (operation: Json) => typeof member(operation, 'method') === 'string';
	return Array.isArray(operations) && operations.some(isCall);
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return '';
	}
}

function entryOf(operation: Json, read: (resource: Json) => Entry): Entry {
	const method = String(member(operation, 'method')).toUpperCase();
	const bulkId = member(operation, 'bulkId');
	const call = { operation: { method, ...(typeof bulkId === 'string' && { bulkId }) } };
	const kind = KIND_OF_METHOD.get(method);
	const [, word, segment] = PATH.exec(String(member(operation, 'path'))) ?? [];
	// Without id: left out, and named in the answer.
	if (kind === undefined || word === undefined) return call;
	const entityType: EntityType = word.toLowerCase() === 'users' ? 'user' : 'group';
	const data = member(operation, 'data');
	const said = isObject(data) ? read(data) : {};
	const named = segment === undefined ? {} : { id: decode(segment), field: 'id' };
	return { ...said, ...named, ...call, kind, entityType };
}

/**
 * One entry for each operation, in their order.
 * @param read the entry in the resource of an operation
 * @throws Refused `tooManyEntities`
 */
export function collectBulk(document: JsonObject, read: (resource: Json) => Entry): Entry[] {
	const operations = member(document, 'Operations');
	if (!Array.isArray(operations)) return [];
	if (operations.length > LIMITS.entries) throw new Refused('tooManyEntities');
	return operations.map((operation) => entryOf(operation, read));
}
