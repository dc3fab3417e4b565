import type { JsonObject } from '../../src/model/json';

/** How an application behaves, in the words of its documentation; nothing here comes from its definition. */
export interface Description {
	readonly system: string;
	readonly apiVersion?: string;
	readonly properties?: Readonly<Record<string, string>>;
	/** In front of `/Users` and `/Groups`. */
	readonly path: string;
	/** The part of it that the administrator enters with the host. */
	readonly entered?: string;
	/** Absent: a technical user with a password. */
	readonly token?: {
		readonly path: string;
		readonly client: 'basic' | 'form';
		/** Members of the answer besides `access_token`; services differ in them. */
		readonly answer: JsonObject;
	};
	/** Writing needs a token and cookies from here. */
	readonly csrf?: string;
	readonly mediaType: 'application/scim+json' | 'application/json';
	readonly scim: '2.0' | '1.1';
	/** A body may leave out which schema it follows. */
	readonly takesAnySchema?: true;
	/** A PUT says which version it replaces. */
	readonly versioned?: true;
	/** Paths whose values together belong to one user only. */
	readonly unique: readonly (readonly string[])[];
	/** Without one of these a user is refused. */
	readonly required?: readonly string[];
	/** Attributes of a user that are kept; absent: all. */
	readonly known?: readonly string[];
	/** Filters are refused on these, and with `or`. */
	readonly unsearchable?: readonly string[];
	readonly refusesOr?: true;
	/** Accounts with `madeByHand` are shown without their id. */
	readonly hidesIdsOfHandmade?: true;
	readonly groups: 'full' | 'membersOnly' | 'none';
	/** The name that a group is made with is its id. */
	readonly groupIdIsGiven?: true;
	/** Can be set once: names of the attribute of a group, from the outside in. */
	readonly fixedOnGroups?: readonly string[];
	readonly patch?: {
		readonly refused?: 'Users' | 'all';
		/** A group is changed in no other way. */
		readonly onlyGroups?: true;
		/** Answered with 200, and not done. */
		readonly ignored?: readonly string[];
		/** Taking one member out takes out all. */
		readonly emptiesGroups?: true;
		readonly removeAtMost?: number;
	};
}
