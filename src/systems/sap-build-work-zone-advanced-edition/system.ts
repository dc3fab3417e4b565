import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const sapBuildWorkZoneAdvancedEdition = defineSystem({
	id: 'sap-build-work-zone-advanced-edition',
	name: 'SAP Build Work Zone, Advanced Edition',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '1',
			name: 'SCIM API',
			protocol: 'scim2',
			paths: { user: '/api/v1/scim/Users', group: '/api/v1/scim/Groups' },
			transformations: { write },
			reading: scimReading('workzone'),
		},
	],
	target: {
		uniqueness: true,
		orFilter: false,
		updateMethod: 'patch',
		matchBy: { user: ['externalId', 'userName'], group: ['externalId', 'displayName'] },
		// Unproven: its published transformations neither read nor write it.
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'scim.include.if.match.wildcard.header', otherwise: 'false' },
		deactivates: true,
		members: { addAtMost: 1000, removeAtMost: 50 },
	},
});
