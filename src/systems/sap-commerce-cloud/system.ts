import { defineSystem } from '../defineSystem';
import { scimReading } from '../scimReading';
import { write } from './write';

export const sapCommerceCloud = defineSystem({
	id: 'sap-commerce-cloud',
	name: 'SAP Commerce Cloud',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '1',
			name: 'SCIM API (extension cloudscimwebservices)',
			protocol: 'scim2',
			// The base URL ends with the context path under which the extension is deployed.
			paths: { user: '/Users', group: '/Groups' },
			transformations: { write },
			reading: scimReading('cc'),
		},
	],
	target: {
		uniqueness: true,
		orFilter: false,
		// PATCH takes all members out of a group, whatever it asks for.
		updateMethod: 'put',
		matchBy: {
			user: ['externalId', 'emails.value', 'userName'],
			group: ['externalId', 'displayName'],
		},
		matchesMustAgree: true,
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'cc.include.if.match.wildcard.header', otherwise: 'false' },
		members: { addAtMost: 20_000, removeAtMost: 98 },
	},
});
