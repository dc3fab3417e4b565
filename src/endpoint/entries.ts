import { isObject, member, type Json, type JsonObject } from '../model/json';
import { collectBulk, isBulk } from './bulk';
import type { Entry, EntryKind } from './entry';
import { hintIn, ID_FIELDS, idIn } from './identity';
import { LIMITS } from './limits';
import { Refused } from './refusal';

/** How the documents of one call are read. */
export interface DocumentForm {
	/** Where the caller is a SCIM client that pushes whole users, it knows them by their userName. */
	readonly isPush?: boolean;
	/** Said further out in the same document. */
	readonly kind?: EntryKind;
}

const WRAPPERS = ['entity', 'user', 'group', 'data', 'payload', 'resource', 'value', 'd'];
const LISTS = ['entities', 'ids', 'users', 'groups', 'Resources', 'results'];
const KIND_FIELDS = ['operation', 'op', 'eventType', 'event', 'action', 'method'];

/** Fields that say which entity and what happened to it, nothing about it. */
const SPOKEN_FOR = new Set([
	...ID_FIELDS.slice(0, ID_FIELDS.indexOf('externalId')),
	...KIND_FIELDS,
	'__metadata',
]);

const KINDS: Readonly<Record<EntryKind, readonly string[]>> = {
	changed: [
		...['create', 'created', 'insert', 'add', 'hire'],
		...['update', 'updated', 'modify', 'change', 'patch'],
	],
	deleted: ['delete', 'deleted', 'remove', 'removed', 'deprovision'],
	test: ['test', 'ping'],
};
const KIND_OF_WORD = new Map<string, EntryKind>([
	...KINDS.changed.map((word) => [word, 'changed'] as const),
	...KINDS.deleted.map((word) => [word, 'deleted'] as const),
	...KINDS.test.map((word) => [word, 'test'] as const),
]);

function kindOf(object: JsonObject): EntryKind | undefined {
	for (const field of KIND_FIELDS) {
		const word = member(object, field);
		const kind = typeof word === 'string' ? KIND_OF_WORD.get(word.toLowerCase()) : undefined;
		if (kind !== undefined) return kind;
	}
	return undefined;
}

function entriesOfList(list: readonly Json[], form: DocumentForm): Entry[] {
	if (list.length > LIMITS.entries) throw new Refused('tooManyEntities');
	return list.flatMap((item) => collectEntries(item, form));
}

/** The forms in which a caller may name entities, in the order in which they are tried. */
export function collectEntries(document: Json, form: DocumentForm = {}): Entry[] {
	if (Array.isArray(document)) return entriesOfList(document, form);
	if (!isObject(document)) return [{ id: document, ...(form.kind && { kind: form.kind }) }];
	if (isBulk(document)) {
		return collectBulk(document, (resource) => collectEntries(resource, form)[0] ?? {});
	}

	const kind = kindOf(document) ?? form.kind;
	const inner = { ...form, ...(kind !== undefined && { kind }) };
	const own = (name: string) => member(document, name) ?? undefined;
	const named = idIn(document, form.isPush === true);
	if (named === undefined) {
		const wrapper = WRAPPERS.find((name) => typeof own(name) === 'object');
		if (wrapper !== undefined) return collectEntries(own(wrapper) ?? null, inner);
		const lists = LISTS.map(own).filter((value) => Array.isArray(value));
		if (lists.length > 0) return lists.flatMap((list) => entriesOfList(list, inner));
	}
	const entity = hintIn(document, SPOKEN_FOR);
	return [
		{
			...named,
			...(kind !== undefined && { kind }),
			...(entity !== undefined && { entity }),
		},
	];
}
