import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const cloudFoundryUaaServer = defineSystem({
	id: 'cloud-foundry-uaa-server',
	name: 'Cloud Foundry UAA Server',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '1.1',
			name: 'SCIM 1.1 (UAA 4.2 or later)',
			protocol: 'scim1',
			paths: { user: '/Users', group: '/Groups' },
			transformations: { write },
			reading: scimReading('scim'),
		},
	],
	target: {
		uniqueness: true,
		orFilter: true,
		updateMethod: 'put',
		matchBy: { user: ['externalId', ['userName', 'origin']], group: ['displayName'] },
		externalId: { user: true, group: false },
		ifMatch: 'version',
		onConflict: 'link',
		contentType: 'application/json',
		members: { addAtMost: 1000, removeAtMost: 50 },
	},
});
