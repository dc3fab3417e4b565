import type { JsonObject } from '../../src/model/json';

/** As Identity Authentication shows the person whose change is pinned on the triggers of the examples. */
export const PINNED_PERSON: JsonObject = {
	schemas: [
		'urn:ietf:params:scim:schemas:core:2.0:User',
		'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
	],
	id: '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001',
	userName: 'mira.holm',
	name: { givenName: 'Mira', familyName: 'Holm' },
	displayName: 'Mira Holm',
	emails: [{ value: 'mira.holm@example.com', type: 'work', primary: true }],
	active: true,
	'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Finance' },
	'urn:ietf:params:scim:schemas:extension:sap:2.0:User': {
		userId: 'P000042',
		status: 'active',
		userUuid: '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001',
	},
};
