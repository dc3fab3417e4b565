import { isObject, member, type Json, type JsonObject } from '../model/json';
import type { NoticeKind } from '../model/notice';
import { LIMITS } from './limits';
import { Refused } from './refusal';

export type EntryKind = Exclude<NoticeKind, 'unknown'> | 'test';

/** One entity as a document names it; nothing of it has been checked yet. */
export interface Entry {
	readonly id?: Json;
	/** Name of the field that held the id; absent for a bare value. */
	readonly field?: string;
	/** Said by the document itself; else the method decides. */
	readonly kind?: EntryKind;
	readonly entity?: JsonObject;
}

const ID_FIELDS = [
	'id',
	'entityId',
	'entityID',
	'userId',
	'userID',
	'groupId',
	'groupID',
	'perPersonUuid',
	'personGUID',
	'userUuid',
	'uuid',
	'externalId',
	'userName',
	'username',
];
const WRAPPERS = ['entity', 'user', 'group', 'data', 'payload', 'resource', 'value', 'd'];
const LISTS = ['entities', 'ids', 'users', 'groups', 'Resources', 'results'];
const KIND_FIELDS = ['operation', 'op', 'eventType', 'event', 'action', 'method'];

/** Fields that say which entity and what happened to it, nothing about it. */
const SPOKEN_FOR = new Set([
	...ID_FIELDS.slice(0, ID_FIELDS.indexOf('externalId')),
	...KIND_FIELDS,
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

/** What the document says about the entity beyond id and operation; never its password. */
function hintIn(object: JsonObject): JsonObject | undefined {
	if (Object.hasOwn(object, 'Operations')) return undefined;
	const attributes = Object.entries(object).filter(([name]) => name !== 'password');
	const saysMore = attributes.some(([name]) => !SPOKEN_FOR.has(name));
	return saysMore ? Object.fromEntries(attributes) : undefined;
}

function entriesOfList(list: readonly Json[], kind: EntryKind | undefined): Entry[] {
	if (list.length > LIMITS.entries) throw new Refused('tooManyEntities');
	return list.flatMap((item) => collectEntries(item, kind));
}

/** The forms in which a caller may name entities, in the order in which they are tried. */
export function collectEntries(document: Json, inherited?: EntryKind): Entry[] {
	if (Array.isArray(document)) return entriesOfList(document, inherited);
	if (!isObject(document)) return [{ id: document, ...(inherited && { kind: inherited }) }];

	const kind = kindOf(document) ?? inherited;
	const own = (name: string) => member(document, name) ?? undefined;
	const field = ID_FIELDS.find((name) => own(name) !== undefined);
	if (field === undefined) {
		const wrapper = WRAPPERS.find((name) => typeof own(name) === 'object');
		if (wrapper !== undefined) return collectEntries(own(wrapper) ?? null, kind);
		const lists = LISTS.map(own).filter((value) => Array.isArray(value));
		if (lists.length > 0) return lists.flatMap((list) => entriesOfList(list, kind));
	}
	const id = field === undefined ? undefined : own(field);
	const entity = hintIn(document);
	return [
		{
			...(id !== undefined && { id }),
			...(field !== undefined && { field }),
			...(kind !== undefined && { kind }),
			...(entity !== undefined && { entity }),
		},
	];
}
