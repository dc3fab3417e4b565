import { defineSystem } from '../defineSystem';

/** SAP Identity Provisioning itself: it takes notices and reads the source for itself. */
export const identityProvisioning = defineSystem({
	id: 'identity-provisioning',
	name: 'SAP Identity Provisioning',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '1',
			name: 'Real-time endpoint',
			protocol: 'real-time',
			// The base URL ends with the ID of the source system there: .../ipsproxy/service/api/v1/systems/<id>
			paths: { user: '/entities/user', group: '/entities/group' },
			transformations: {},
		},
	],
});
