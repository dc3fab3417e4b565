import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';
import { writeDirectly } from './writeDirectly';

const api = {
	protocol: 'scim2',
	reading: scimReading('scim'),
} as const;

const ONCE =
	'Choose the mapping once: with the other one users are renamed, or made a second time where SAP Jam does not keep the ID of the source.';

export const sapJamCollaboration = defineSystem({
	id: 'sap-jam-collaboration',
	name: 'SAP Jam Collaboration',
	entityTypes: ['user', 'group'],
	// One API, two ways to fill it. Accounts of the one are not those of the other: who chooses anew has to
	// take the old accounts out.
	versions: [
		{
			...api,
			version: 'connector',
			name: 'Mapping of SAP Identity Provisioning',
			notice: ONCE,
			paths: { user: '/api/v1/scim/Users', group: '/api/v1/scim/Groups' },
			transformations: { write },
		},
		{
			...api,
			version: 'console',
			name: 'Mapping of Identity Authentication',
			notice: `For at most 500 users, and no groups. The user name is the ID in the directory. ${ONCE}`,
			paths: { user: '/api/v1/scim/Users' },
			transformations: { write: writeDirectly },
		},
	],
	target: {
		uniqueness: true,
		orFilter: false,
		updateMethod: 'put',
		matchBy: { user: ['externalId', 'userName'], group: ['externalId', 'displayName'] },
		// Unproven: its published transformation takes it out. Without it nobody finds the account of who is gone.
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'scim.include.if.match.wildcard.header', otherwise: 'false' },
		deactivates: true,
		members: { addAtMost: 1000, removeAtMost: 50 },
	},
});
