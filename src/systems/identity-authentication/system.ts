import { defineSystem } from '../defineSystem';
import { readVersion2 } from './read';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';

export const identityAuthentication = defineSystem({
	id: 'identity-authentication',
	name: 'Identity Authentication',
	protocol: 'scim2',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2',
			name: 'Identity Directory SCIM API',
			paths: { user: '/scim/Users', group: '/scim/Groups' },
			transformations: { read: readVersion2 },
		},
	],
	source: {
		// A notice may still name the id of version 1 (`P000123`); it is kept beside the UUID.
		searchBy: { pUser: `${SAP}:userId`, userName: 'userName' },
	},
});
