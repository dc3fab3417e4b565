/** What becomes of a person and of a group at an application, seen from outside. */
export interface Life {
	readonly system: string;
	readonly apiVersion?: string;
	/** The user name of Mira Holm there: hers, the id of version 2, or the one of version 1 (`P000123`). */
	readonly userName: 'own' | 'uuid' | 'number';
	/** What is left of an account that is to be deleted. */
	readonly deleted: 'gone' | 'inactive';
	/** It does not keep the id at the source: only its own attributes find an account. */
	readonly forgetsOwner?: true;
	/** Roles come from groups of the source, whatever an administrator gives there. */
	readonly rolesAreOurs?: true;
	/** An account of her name that nobody knows the owner of. */
	readonly found: 'linked' | 'refused';
	readonly groups?: {
		/** A new name in the source is followed: it is not the only thing that a group is found by. */
		readonly renamed: boolean;
		readonly deleted: 'gone' | 'kept';
		/** An administrator has to make it. */
		readonly madeThere?: true;
	};
}

const full = { renamed: true, deleted: 'gone' } as const;

export const LIVES: readonly Life[] = [
	{ system: 'scim-system', userName: 'own', deleted: 'gone', found: 'linked', groups: full },
	{
		system: 'identity-authentication',
		apiVersion: '2',
		userName: 'own',
		deleted: 'gone',
		found: 'refused',
		groups: full,
	},
	{
		system: 'identity-authentication',
		apiVersion: '1',
		userName: 'own',
		deleted: 'gone',
		forgetsOwner: true,
		found: 'linked',
		groups: { renamed: true, deleted: 'kept' },
	},
	{
		system: 'local-identity-directory',
		userName: 'own',
		deleted: 'gone',
		found: 'refused',
		groups: full,
	},
	{
		system: 'sap-jam-collaboration',
		apiVersion: 'connector',
		userName: 'own',
		deleted: 'inactive',
		found: 'linked',
		groups: full,
	},
	{
		system: 'sap-jam-collaboration',
		apiVersion: 'console',
		userName: 'number',
		deleted: 'inactive',
		found: 'linked',
	},
	{
		system: 'sap-successfactors',
		apiVersion: '2',
		userName: 'own',
		deleted: 'gone',
		forgetsOwner: true,
		found: 'linked',
		groups: { renamed: false, deleted: 'kept', madeThere: true },
	},
	{
		system: 'sap-successfactors-learning',
		userName: 'own',
		deleted: 'gone',
		found: 'linked',
	},
	{
		system: 'sap-analytics-cloud',
		apiVersion: '2',
		userName: 'own',
		deleted: 'gone',
		found: 'linked',
		groups: full,
	},
	{
		system: 'sap-commerce-cloud',
		userName: 'own',
		deleted: 'gone',
		found: 'linked',
		// It shows the technical name, which never changes.
		groups: { renamed: false, deleted: 'gone' },
	},
	{
		system: 'sap-build-work-zone-advanced-edition',
		userName: 'uuid',
		deleted: 'inactive',
		rolesAreOurs: true,
		found: 'linked',
		groups: full,
	},
	{
		system: 'sap-field-service-management',
		userName: 'own',
		deleted: 'gone',
		found: 'linked',
		// A notice of its end names only the id: nobody knows then which group it was.
		groups: { renamed: false, deleted: 'kept', madeThere: true },
	},
	{
		system: 'cloud-foundry-uaa-server',
		userName: 'own',
		deleted: 'gone',
		found: 'linked',
		groups: { renamed: false, deleted: 'kept' },
	},
];
