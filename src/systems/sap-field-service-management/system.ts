import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const sapFieldServiceManagement = defineSystem({
	id: 'sap-field-service-management',
	name: 'SAP Field Service Management',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '1',
			name: 'SCIM API',
			protocol: 'scim2',
			paths: { user: '/Users', group: '/Groups' },
			transformations: { write },
			reading: scimReading('fsm'),
		},
	],
	target: {
		uniqueness: true,
		orFilter: false,
		updateMethod: 'put',
		matchBy: { user: ['externalId', 'userName'], group: ['displayName'] },
		// Unproven: its published transformations neither read nor write it.
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'fsm.include.if.match.wildcard.header', otherwise: 'false' },
		membersOnly: true,
		members: { addAtMost: 1000, removeAtMost: 50 },
	},
});
