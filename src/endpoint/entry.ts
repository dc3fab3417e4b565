import type { EntityType } from '../model/entity';
import type { Json, JsonObject } from '../model/json';
import type { NoticeKind } from '../model/notice';

export type EntryKind = Exclude<NoticeKind, 'unknown'> | 'test';

/** One entity as a document names it; nothing of it has been checked yet. */
export interface Entry {
	readonly id?: Json;
	/** Name of the field that held the id; absent for a bare value. */
	readonly field?: string;
	/** Said by the document itself; else the method decides. */
	readonly kind?: EntryKind;
	/** Said by the document itself; it must be that of the address. */
	readonly entityType?: EntityType;
	readonly entity?: JsonObject;
	/** What a notice of events says about the event. */
	readonly event?: JsonObject;
	/** Of a bulk request: its sender wants to hear about each of them. */
	readonly operation?: BulkCall;
}

/** What the answer to one operation of a bulk request has to repeat (RFC 7644, section 3.7.3). */
export interface BulkCall {
	readonly method: string;
	readonly bulkId?: string;
}
