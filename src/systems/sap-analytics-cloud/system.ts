import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const sapAnalyticsCloud = defineSystem({
	id: 'sap-analytics-cloud',
	name: 'SAP Analytics Cloud',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2',
			name: 'SCIM API, version 2',
			protocol: 'scim2',
			paths: { user: '/api/v1/scim2/Users', group: '/api/v1/scim2/Groups' },
			transformations: { write },
			reading: scimReading('sac'),
		},
	],
	target: {
		uniqueness: true,
		orFilter: false,
		// A PUT without roles takes them away.
		updateMethod: 'patch',
		matchBy: {
			user: ['externalId', 'userName', 'emails.value'],
			group: ['externalId', 'displayName'],
		},
		externalId: true,
		// The name that a team gets when it is made stays its id.
		givenIds: ['group'],
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'sac.include.if.match.wildcard.header', otherwise: 'false' },
		csrf: {
			protection: { property: 'sac.api.csrf.protection', otherwise: 'enabled' },
			path: { property: 'sac.csrf.token.path', otherwise: '/api/v1/scim2/Users?count=1' },
		},
		throttledBy: [403],
		members: { addAtMost: 20_000, removeAtMost: 98 },
	},
});
