import type { EntityType } from '../model/entity';
import type { IdKind } from '../model/notice';

type PerType<T> = Readonly<Partial<Record<EntityType, T>>>;

/** A property as the administrator of SAP Identity Provisioning knows it, and what holds without it. */
export interface PropertyWithDefault {
	readonly property: string;
	readonly otherwise: string;
}

/** What reading needs to know about an API version, whatever its protocol. */
export interface Reading {
	/** Entities per page unless told otherwise. */
	readonly pageSize: number;
	/** The server gives no more than that. */
	readonly maxPageSize: number;
	readonly pageSizeProperty?: string;
	/** Properties with a filter for lists; what a notice names is read without it. */
	readonly filterProperties: PerType<string>;
	/** Where an id of another kind stands, so that a notice that names it can still be followed. */
	readonly searchBy: PerType<Readonly<Partial<Record<IdKind, string>>>>;
	/** Where to look, once, for an id that the API does not take for one of its own. */
	readonly otherwiseBy: PerType<string>;
}

/** A list inside of an entity that one answer does not hold as a whole. */
export interface LongList {
	readonly attribute: string;
	/** The server says nothing when it cuts, but it never gives more elements. */
	readonly most?: number;
	/** How to read on; without it the list stays cut, and the entity says so. */
	readonly paging?: {
		/** Elements that are asked for at a time. */
		readonly count: number;
		/** `true` reads on. */
		readonly enabled: PropertyWithDefault;
	};
}

export interface Scim2Reading extends Reading {
	/** By position (RFC 7644, section 3.4.2.4), or by the id that the next page starts with. */
	readonly paging: 'startIndex' | 'startId';
	/** Attribute with the time of the last change; absent where only a full read shows changes. */
	readonly changedAt: PerType<string>;
	/** Times in a filter carry their zone, or none and mean UTC. */
	readonly timeInFilter: 'zoned' | 'bare';
	/** The number of results may be missing: then the first empty page is the end. */
	readonly totals: 'always' | 'sometimes';
	readonly longLists: PerType<LongList>;
	/** A second read adds those who were deactivated since the day in the property. */
	readonly deactivated?: { readonly property: string; readonly attribute: string };
}

/** Paths are those of OData: `personKeyNav/perPersonUuid`. */
export interface Odata2Users {
	/** Names one row: `User('40017')`. */
	readonly key: string;
	/** The same in all rows of one person: the id of the entity. */
	readonly id: string;
	readonly select: PropertyWithDefault;
	readonly expand: PropertyWithDefault;
	readonly status: string;
	/** All there are, because without them only active employees are found; the first wins in doubt. */
	readonly statuses: readonly string[];
	readonly changedAt: string;
	/** How to come to a person where the API refuses a filter on `id`. */
	readonly detour: {
		readonly path: string;
		readonly by: string;
		readonly gives: string;
		readonly searchBy: string;
	};
}

export interface Odata2Groups {
	/** A whole number (Edm.Int64). */
	readonly id: string;
	readonly select: string;
	/** Unless the filter of the administrator says otherwise. */
	readonly filter: string;
	/** The function that lists members, and what is added to each of them from its user. */
	readonly members: {
		readonly path: string;
		readonly parameter: string;
		readonly attribute: string;
		readonly idAttribute: string;
	};
}

export interface Odata2Reading extends Reading {
	readonly users: Odata2Users;
	readonly groups: Odata2Groups;
}
