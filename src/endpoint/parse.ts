import type { EntityType } from '../model/entity';
import { member, type Json, type JsonObject } from '../model/json';
import type { ChangeNotice, IdKind } from '../model/notice';
import { systems } from '../systems';
import { isBulkAddress, readAddress, readEntityType, type Address } from './address';
import { readContent } from './content';
import type { BulkCall, Entry, EntryKind } from './entry';
import { isScim1 } from './identity';
import { kindOfId, readId } from './ids';
import { codeOf, Refused, type RefusalCode } from './refusal';
import type { EventMessage } from './soap';

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
	/** What the caller said about the event behind the notice: type, times, whether it is a repeat. */
	readonly event?: JsonObject;
}

/** One operation of a bulk request, and what became of it. */
export interface BulkOperation extends BulkCall {
	readonly result: ParsedNotice | RefusalCode;
}

export type ParsedNotices =
	| {
			readonly status: 'accepted';
			readonly notices: readonly ParsedNotice[];
			/** Entries that were left out, by their position in the call. */
			readonly refused: readonly { readonly index: number; readonly code: RefusalCode }[];
			/** Of a SOAP notice: it wants to be acknowledged. */
			readonly message?: EventMessage;
			/** Of a bulk request of a SCIM client, in its order. */
			readonly operations?: readonly BulkOperation[];
	  }
	/** A call that only tries the connection. */
	| { readonly status: 'test'; readonly notices: readonly [] }
	| { readonly status: 'refused'; readonly notices: readonly []; readonly code: RefusalCode };

const TEST: ParsedNotices = { status: 'test', notices: [] };
const SEARCH_FIELDS: Readonly<Record<string, IdKind>> = {
	externalId: 'externalId',
	userName: 'userName',
	username: 'userName',
};
/** Fields that must agree with an id in the URL; the others may be a second name of the entity. */
const SAME_AS_URL = new Set<string | undefined>([undefined, 'id', 'entityId', 'entityID']);

/** Whether the application with this id in the registry may send notices as XML. */
export function takesXml(system: string): boolean {
	return systems.get(system)?.source?.eventNotices === true;
}

function refuseOtherType({ entity, entityType: said }: Entry, entityType: EntityType): void {
	if (said !== undefined && said !== entityType) throw new Refused('wrongEntity');
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

/**
 * A SCIM client that pushes whole users gives as userName the id that the application itself uses, or
 * what people log on with.
 */
function idKindOf(id: string, entry: Entry, { isScim }: Address, type: EntityType): IdKind {
	const form = kindOfId(id);
	const isOfUrl = isScim && entry.field === undefined;
	const isOfPush = entry.field === 'userName' && (isScim || isScim1(entry.entity));
	if (type === 'user' && (isOfUrl || isOfPush)) {
		return form === 'pUser' || form === 'uuid' ? form : 'userName';
	}
	return SEARCH_FIELDS[entry.field ?? ''] ?? form;
}

interface Examined {
	readonly notices: readonly ParsedNotice[];
	readonly refused: { index: number; code: RefusalCode }[];
	readonly operations: readonly BulkOperation[];
	readonly tests: number;
}

interface Place {
	readonly address: Address;
	/** Absent where each entry says for itself what it is about. */
	readonly entityType?: EntityType;
}

function examineEntries(
	system: string,
	{ method }: ReceivedCall,
	{ address, entityType: ofAddress }: Place,
	entries: readonly Entry[],
): Examined {
	const seen = new Map<string, ParsedNotice>();
	const refused: Examined['refused'] = [];
	const operations: BulkOperation[] = [];
	let tests = 0;

	function noticeOf(entry: Entry): ParsedNotice | undefined {
		const kind = kindFor(method, entry);
		if (kind === 'test') return undefined;
		const entityType = ofAddress ?? entry.entityType;
		if (entityType === undefined) throw new Refused('unknownEntityType');
		if (entry.id === undefined) throw new Refused('noId');
		refuseOtherType(entry, entityType);
		const id = readId(entry.id);
		return {
			system,
			systemId: address.systemId,
			entityType,
			entityId: id,
			idKind: idKindOf(id, entry, address, entityType),
			kind,
			test: false,
			...(entry.entity !== undefined && { entity: entry.entity }),
			...(entry.event !== undefined && { event: entry.event }),
		};
	}

	entries.forEach((entry, index) => {
		const { operation } = entry;
		try {
			const notice = noticeOf(entry);
			if (notice === undefined) {
				tests += 1;
				return;
			}
			const key = `${notice.kind} ${notice.entityType} ${notice.entityId}`;
			const first = seen.get(key) ?? notice;
			seen.set(key, first);
			if (operation) operations.push({ ...operation, result: first });
		} catch (error) {
			const code = codeOf(error);
			refused.push({ index, code });
			if (operation) operations.push({ ...operation, result: code });
		}
	});
	return { notices: [...seen.values()], refused, operations, tests };
}

function examine(system: string, call: ReceivedCall): ParsedNotices {
	const address = readAddress(call.path);
	const isBulk = isBulkAddress(address);
	const entityType = isBulk ? undefined : readEntityType(address);
	if (isBulk && call.method !== 'POST') throw new Refused('unknownPath');
	if (call.method === 'GET' || call.method === 'HEAD') return TEST;
	if (!isBulk && entityType === undefined) throw new Refused('unknownPath');

	const content = readContent(call, takesXml(system), { isPush: address.isScim });
	const { entityId } = address;
	if (content === undefined && entityId === undefined && call.method === 'POST') return TEST;
	const found = content?.entries ?? [];
	if (address.isScim && !isBulk && found.length > 1) throw new Refused('oneEntity');
	const entries = entityId === undefined ? found : [withIdOfUrl(found, entityId)];

	const place = { address, ...(entityType !== undefined && { entityType }) };
	const { notices, refused, operations, tests } = examineEntries(system, call, place, entries);
	const message = content?.message;
	if (notices.length > 0) {
		const more = { ...(message && { message }), ...(isBulk && { operations }) };
		return { status: 'accepted', notices, refused, ...more };
	}
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
