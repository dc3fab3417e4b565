import {
	CUSTOM,
	ENTERPRISE,
	SAP,
	SAP_GROUP,
	SAP_ODM,
	CUSTOM_GROUP,
} from '../../src/systems/schemas';

/** Where a default of ours gives something else than the documented one. */
export interface Difference {
	/** Names of the attribute, from the outside in. */
	readonly at: readonly string[];
	readonly because: string;
}

interface Comparison {
	readonly id: string;
	readonly version: string;
	/** Of the published document. */
	readonly file: string;
	readonly user: readonly Difference[];
	readonly group: readonly Difference[];
	/** Users that the documented default fails and ours writes. */
	readonly more?: string;
}

const owner: Difference = {
	at: ['externalId'],
	because: 'it is the id at the source here, written by the engine: so the account is found again',
};
const readOnly: Difference = {
	at: ['groups'],
	because: 'read-only on a user (RFC 7643, section 4.1.2): members come with the group',
};
const constantSchemas: Difference = {
	at: ['schemas'],
	because: 'names what is sent, not what the source had',
};
const dropped = (urn: string): Difference => ({
	at: [urn],
	because: 'unknown there: what a server drops would look changed with every notice',
});

export const COMPARISONS: readonly Comparison[] = [
	{
		id: 'identity-authentication',
		version: '2',
		file: 'identity-authentication.target.v2.json',
		user: [],
		group: [],
	},
	{
		id: 'identity-authentication',
		version: '1',
		file: 'identity-authentication.target.v1.json',
		user: [],
		group: [],
	},
	{
		id: 'local-identity-directory',
		version: '2',
		file: 'local-identity-directory.target.v1.json',
		user: [],
		group: [],
	},
	{
		id: 'scim-system',
		version: '2.0',
		file: 'scim-system.target.v1.json',
		user: [owner, readOnly, constantSchemas, ...[SAP, SAP_ODM, CUSTOM].map(dropped)],
		group: [constantSchemas, ...[SAP_GROUP, CUSTOM_GROUP].map(dropped)],
	},
	{
		id: 'sap-jam-collaboration',
		version: 'connector',
		file: 'sap-jam-collaboration.target.v1.json',
		user: [
			readOnly,
			constantSchemas,
			...[SAP, SAP_ODM, CUSTOM].map(dropped),
			{
				at: [ENTERPRISE, 'manager', 'value'],
				because: 'a manager without an account is left out, not named by the id at the source',
			},
		],
		group: [constantSchemas, ...[SAP_GROUP, CUSTOM_GROUP].map(dropped)],
	},
	{
		id: 'sap-successfactors',
		version: '2',
		file: 'sap-successfactors.target.v2.json',
		user: [{ at: ['externalId'], because: 'the application has one of its own' }, readOnly],
		group: [],
	},
	{
		id: 'sap-successfactors-learning',
		version: '1',
		file: 'sap-successfactors-learning.target.v1.json',
		user: [owner],
		group: [],
	},
	{
		id: 'sap-commerce-cloud',
		version: '1',
		file: 'sap-commerce-cloud.target.v1.json',
		user: [owner, constantSchemas],
		group: [],
		more: 'the documented default wants the P number of Identity Authentication; nothing here needs it',
	},
	{
		id: 'sap-build-work-zone-advanced-edition',
		version: '1',
		file: 'sap-build-work-zone-advanced-edition.target.v1.json',
		user: [
			constantSchemas,
			{
				at: ['addresses'],
				because:
					'the address at work becomes the primary one; theirs marks the second, and makes one up where there is none',
			},
			{
				at: ['urn:sap:cloud:scim:schemas:extension:custom:2.0:JamCustomUser', 'attributes'],
				because: 'a list stays a list when it has one element',
			},
		],
		group: [],
	},
	{
		id: 'sap-field-service-management',
		version: '1',
		file: 'sap-field-service-management.target.v1.json',
		user: [],
		group: [],
	},
	{
		id: 'cloud-foundry-uaa-server',
		version: '1.1',
		file: 'cloud-foundry-uaa-server.target.v1.json',
		user: [{ at: ['id'], because: 'the server gives the id; theirs sends one that is made up' }],
		group: [],
	},
];
