import type { EntityType } from '../model/entity';
import { member, type Json, type JsonObject } from '../model/json';
import type { ChangeNotice, IdKind } from '../model/notice';
import { readAddress, readEntityType } from './address';
import { collectEntries, type Entry, type EntryKind } from './entries';
import { kindOfId, readId } from './ids';
import { parseJson } from './json';
import { LIMITS } from './limits';
import { readMediaType, type BodyForm } from './mediaType';
import { codeOf, Refused, type RefusalCode } from './refusal';

/** A call to the real-time endpoint, after its caller was let in. */
export interface ReceivedCall {
	readonly method: string;
	/** As it was sent (encoded), with its query. */
	readonly path: string;
	readonly contentType?: string;
	readonly body?: string | Uint8Array;
}

/** A notice without the two things that only its receiver can add. */
export interface ParsedNotice extends Omit<ChangeNotice, 'receivedAt' | 'correlationId'> {
	/** What the caller said about the entity: a hint, never the truth; passwords are taken out. */
	readonly entity?: JsonObject;
}

export type ParsedNotices =
	| {
			readonly status: 'accepted';
			readonly notices: readonly ParsedNotice[];
			/** Entries that were left out, by their position in the call. */
			readonly refused: readonly { readonly index: number; readonly code: RefusalCode }[];
	  }
	/** A call that only tries the connection. */
	| { readonly status: 'test'; readonly notices: readonly [] }
	| { readonly status: 'refused'; readonly notices: readonly []; readonly code: RefusalCode };

const TEST: ParsedNotices = { status: 'test', notices: [] };
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const SEARCH_FIELDS: Readonly<Record<string, IdKind>> = {
	externalId: 'externalId',
	userName: 'userName',
	username: 'userName',
};
/** Fields that must agree with an id in the URL; the others may be a second name of the entity. */
const SAME_AS_URL = new Set<string | undefined>([undefined, 'id', 'entityId', 'entityID']);

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return UTF8.decode(bytes);
	} catch {
		return undefined;
	}
}

function textOf(body: string | Uint8Array): string {
	const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
	if (size > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	const text = typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decodeUtf8(body);
	if (text === undefined) throw new Refused('notUtf8');
	return text;
}

function documentOf(form: BodyForm, text: string): Json {
	if (form === 'json') return parseJson(text);
	if (form === 'form') {
		const fields = [...new URLSearchParams(text)];
		if (fields.length > LIMITS.nodes) throw new Refused('tooManyValues');
		if (new Set(fields.map(([name]) => name)).size < fields.length) {
			throw new Refused('duplicateKey');
		}
		return Object.fromEntries(fields);
	}
	if (form === 'text' && /^\S+$/.test(text.trim())) return text.trim();
	throw new Refused(form === 'text' ? 'notOneToken' : 'mediaType');
}

/** `undefined` when there is no body at all. */
function entriesOf(call: ReceivedCall): Entry[] | undefined {
	const form = readMediaType(call.contentType);
	const text = textOf(call.body ?? '');
	if (text.trim() === '') return undefined;
	return collectEntries(documentOf(form, text));
}

function refuseOtherType(entity: JsonObject | undefined, entityType: EntityType): void {
	const schemas = member(entity, 'schemas');
	const other = entityType === 'user' ? 'Group' : 'User';
	const ofOther = (schema: Json) =>
		typeof schema === 'string' && schema.endsWith(`:core:2.0:${other}`);
	if (Array.isArray(schemas) && schemas.some(ofOther)) throw new Refused('wrongEntity');
}

function kindFor(method: string, entry: Entry): EntryKind {
	const isDelete = method === 'DELETE';
	if (isDelete && entry.kind === 'changed') throw new Refused('contradiction');
	return entry.kind ?? (isDelete ? 'deleted' : 'changed');
}

/** An id in the URL names the one entity of the call; a body may add to it, not change it. */
function withIdOfUrl(entries: readonly Entry[], entityId: string): Entry {
	if (entries.length > 1) throw new Refused('idMismatch');
	const [entry = {}] = entries;
	const isNamed = entry.id !== undefined && SAME_AS_URL.has(entry.field);
	if (isNamed && readId(entry.id ?? null) !== entityId) throw new Refused('idMismatch');
	const { kind, entity } = entry;
	return { id: entityId, ...(kind && { kind }), ...(entity && { entity }) };
}

interface Examined {
	readonly notices: ParsedNotice[];
	readonly refused: { index: number; code: RefusalCode }[];
	tests: number;
}

function examine(system: string, call: ReceivedCall): ParsedNotices {
	const address = readAddress(call.path);
	const entityType = readEntityType(address.entityWord);
	if (call.method === 'GET' || call.method === 'HEAD') return TEST;

	const found = entriesOf(call);
	const { entityId } = address;
	if (found === undefined && entityId === undefined && call.method === 'POST') return TEST;
	const entries = entityId === undefined ? (found ?? []) : [withIdOfUrl(found ?? [], entityId)];

	const seen = new Set<string>();
	const result: Examined = { notices: [], refused: [], tests: 0 };
	entries.forEach((entry, index) => {
		try {
			const kind = kindFor(call.method, entry);
			if (kind === 'test') {
				result.tests += 1;
				return;
			}
			if (entry.id === undefined) throw new Refused('noId');
			refuseOtherType(entry.entity, entityType);
			const id = readId(entry.id);
			if (seen.has(`${kind} ${id}`)) return;
			seen.add(`${kind} ${id}`);
			result.notices.push({
				system,
				systemId: address.systemId,
				entityType,
				entityId: id,
				idKind: SEARCH_FIELDS[entry.field ?? ''] ?? kindOfId(id),
				kind,
				test: false,
				...(entry.entity !== undefined && { entity: entry.entity }),
			});
		} catch (error) {
			result.refused.push({ index, code: codeOf(error) });
		}
	});
	const { notices, refused, tests } = result;
	if (notices.length > 0) return { status: 'accepted', notices, refused };
	if (refused[0] !== undefined) throw new Refused(refused[0].code);
	if (tests > 0) return TEST;
	throw new Refused('noId');
}

/**
 * Reads the notices out of a call, whatever form its caller likes. Never throws: what cannot be
 * read is refused, with a code of {@link RefusalCode}.
 * @param system id of the source application in the registry
 */
export function parseNotices(system: string, call: ReceivedCall): ParsedNotices {
	try {
		return examine(system, call);
	} catch (error) {
		return { status: 'refused', notices: [], code: codeOf(error) };
	}
}
