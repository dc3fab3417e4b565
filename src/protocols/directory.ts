import type { ChangeRequest, PatchOperation } from '../model/change';
import type { Entity, EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { System, SystemVersion } from '../systems/system';
import type { Run } from '../http/run';

/** Attributes that must all have these values; SCIM paths such as `userName` or `emails.value`. */
export type Match = Readonly<Record<string, string>>;

/** The requests that change a system, built and not sent. */
export interface ChangeRequests {
	create(type: EntityType, attributes: JsonObject): ChangeRequest;
	patch(type: EntityType, id: string, operations: readonly PatchOperation[]): ChangeRequest;
	replace(type: EntityType, id: string, attributes: JsonObject): ChangeRequest;
	remove(type: EntityType, id: string): ChangeRequest;
}

/**
 * One system, spoken to in its protocol. Every method but the `requests` throws ProvisioningError when the
 * system cannot be reached, refuses the credentials, or answers something that is not its protocol.
 */
export interface Directory {
	readonly system: System;
	readonly version: SystemVersion;
	readonly requests: ChangeRequests;
	/** `undefined` only for a 404 in the protocol's own form. */
	get(type: EntityType, id: string): Promise<Entity | undefined>;
	/** All entities that fulfil the match; what the server returned is compared again here. */
	find(type: EntityType, match: Match): Promise<Entity[]>;
	/** All entities that fulfil at least one match, in one request where the system can join them. */
	findAny(type: EntityType, matches: readonly Match[]): Promise<Entity[]>;
	/** Reads the first page of a list: proves base URL, credentials and the right to read. */
	check(type: EntityType): Promise<void>;
	/** Sends a change; the entity as the answer shows it, `undefined` when the answer does not. */
	send(type: EntityType, request: ChangeRequest): Promise<Entity | undefined>;
	/** The same directory for one run: its correlation id, its budget for waiting, its count of calls. */
	during(run: Run): Directory;
}
