import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const scimSystem = defineSystem({
	id: 'scim-system',
	name: 'SCIM System',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2.0',
			name: 'SCIM 2.0',
			protocol: 'scim2',
			// The base URL of the credential is the service address, e.g. https://host/scim/v2.
			paths: { user: '/Users', group: '/Groups' },
			transformations: { write },
			reading: scimReading('scim'),
		},
	],
	target: {
		// A server of unknown make: two runs under two names could both be let in.
		uniqueness: false,
		orFilter: true,
		// Identity Provisioning puts unless told otherwise; a PUT overwrites what others changed in between.
		updateMethod: 'patch',
		matchBy: { user: ['externalId', 'userName'], group: ['externalId', 'displayName'] },
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'scim.include.if.match.wildcard.header', otherwise: 'false' },
		csrf: {
			protection: { property: 'scim.api.csrf.protection', otherwise: 'disabled' },
			path: { property: 'scim.csrf.token.path', otherwise: '' },
		},
		members: { addAtMost: 1000, removeAtMost: 50 },
	},
});
