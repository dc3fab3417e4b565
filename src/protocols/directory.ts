import type { Run } from '../http/run';
import type { ChangeRequest, PatchOperation } from '../model/change';
import type { Entity, EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { ChangeNotice, IdKind } from '../model/notice';
import type { System, SystemVersion, TargetTraits } from '../systems/system';

/** Attributes that must all have these values; paths of the protocol: `userName`, `emails.value`. */
export type Match = Readonly<Record<string, string>>;

/** The requests that change a system, built and not sent. */
export interface ChangeRequests {
	create(type: EntityType, attributes: JsonObject): ChangeRequest;
	patch(type: EntityType, id: string, operations: readonly PatchOperation[]): ChangeRequest;
	replace(type: EntityType, id: string, attributes: JsonObject): ChangeRequest;
	remove(type: EntityType, id: string): ChangeRequest;
}

export interface ListOptions {
	/** In the language of the protocol; takes the place of the filter among the properties. */
	readonly filter?: string;
	/** ISO 8601: only what changed later, where the system can tell; else everything. Deletions never show. */
	readonly changedSince?: string;
	/** Entities per request; never more than the system gives. */
	readonly pageSize?: number;
	/** Goes on behind a page: its `next`. */
	readonly startAfter?: string;
}

export interface Page {
	/** Not on any page before, within one list. */
	readonly entities: readonly Entity[];
	/** As the system counts; absent when it does not say. */
	readonly total?: number;
	/** Absent on the last page. */
	readonly next?: string;
	/** What the system listed in a form that cannot be read. */
	readonly skipped: readonly Skipped[];
}

export interface Skipped {
	readonly id?: string;
	readonly reason: string;
}

/**
 * One system, spoken to in its protocol. Every method but the `requests` throws ProvisioningError when the
 * system cannot be reached, refuses the credentials, or answers something that is not its protocol.
 */
export interface Directory {
	readonly system: System;
	readonly version: SystemVersion;
	/** How this version is written to; absent when it cannot be. */
	readonly traits?: TargetTraits;
	readonly requests: ChangeRequests;
	/** Only where the system takes notices in place of entities: the request that hands this one on. */
	notify?(notice: ChangeNotice): ChangeRequest;
	/**
	 * `undefined` only when the protocol itself says "not there".
	 *
	 * @param idKind an id of another kind than the API's own is searched for
	 */
	get(type: EntityType, id: string, idKind?: IdKind): Promise<Entity | undefined>;
	/** All entities that fulfil the match; what the server returned is compared again here. */
	find(type: EntityType, match: Match): Promise<Entity[]>;
	/** All entities that fulfil at least one match, in one request where the system can join them. */
	findAny(type: EntityType, matches: readonly Match[]): Promise<Entity[]>;
	/**
	 * Everything, page by page, each entity once; a page is asked for when the one before it is done with.
	 * A list that ends early throws: who is missing from it is not gone.
	 */
	list(type: EntityType, options?: ListOptions): AsyncIterable<Page>;
	count(type: EntityType, filter?: string): Promise<number>;
	/** Reads the first page of a list: proves base URL, credentials and the right to read. */
	check(type: EntityType): Promise<void>;
	/**
	 * Sends a change; the entity as the answer shows it, `undefined` when the answer does not.
	 *
	 * @param seen what the change was made for: a server that can tell refuses to overwrite a newer state
	 */
	send(type: EntityType, request: ChangeRequest, seen?: Entity): Promise<Entity | undefined>;
	/** False once the system was seen not to take PATCH: advice for the next change, never a promise. */
	takesPatch?(): boolean;
	/** The same directory for one run: its correlation id, its budget for waiting, its count of calls. */
	during(run: Run): Directory;
}
