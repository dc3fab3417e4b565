import type { Json } from './json';

export type ChangeKind =
	| 'none'
	| 'create'
	| 'replace'
	| 'patch'
	| 'disable'
	| 'delete'
	| 'refuse'
	/** The notice itself goes on, to a system that reads the source for itself. */
	| 'notify';

/** One step of a PATCH (RFC 7644, section 3.5.2). */
export interface PatchOperation {
	readonly op: 'add' | 'replace' | 'remove';
	readonly path?: string;
	readonly value?: Json;
}

/** What goes over the wire, exactly: a preview shows it, but for a password, and a sync sends it. */
export interface ChangeRequest {
	readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the base URL of the connection, e.g. `/scim/Users/42`. */
	readonly path: string;
	readonly body?: Json;
}

/** A decision: what to do with one entity at one target, and why. Nothing has been sent yet. */
export interface Change {
	readonly kind: ChangeKind;
	readonly because: string;
	readonly targetId?: string;
	readonly request?: ChangeRequest;
	/** What follows the request, in this order: members of a group travel in chunks. */
	readonly further?: readonly ChangeRequest[];
	/** Paths of the attributes that differ, in the order of the request. */
	readonly attributes?: readonly string[];
}
