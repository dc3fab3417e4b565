import { defineSystem } from '../defineSystem';
import { write } from './write';

export const scimSystem = defineSystem({
	id: 'scim-system',
	name: 'SCIM System',
	protocol: 'scim2',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2.0',
			name: 'SCIM 2.0',
			// The base URL of the credential is the service address, e.g. https://host/scim/v2.
			paths: { user: '/Users', group: '/Groups' },
			transformations: { write },
		},
	],
	target: {
		uniqueness: true,
		orFilter: true,
		updateMethod: 'patch',
		matchBy: { user: ['externalId', 'userName'], group: ['externalId', 'displayName'] },
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
	},
});
