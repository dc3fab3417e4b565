import { defineSystem } from '../defineSystem';
import { SAP } from '../schemas';
import { odataReading, scimReading } from './reading';
import { readVersion1 } from './readVersion1';
import { readVersion2 } from './readVersion2';
import { writeVersion2 } from './writeVersion2';

export const sapSuccessFactors = defineSystem({
	id: 'sap-successfactors',
	name: 'SAP SuccessFactors',
	entityTypes: ['user', 'group'],
	versions: [
		{
			// `sf.api.version` is 1 where nobody has set it.
			version: '1',
			name: 'HCM Suite OData API',
			protocol: 'odata2',
			paths: { user: '/odata/v2/User', group: '/odata/v2/DynamicGroup' },
			transformations: { read: readVersion1 },
			reading: odataReading,
		},
		{
			version: '2',
			name: 'Workforce SCIM API',
			protocol: 'scim2',
			paths: { user: '/rest/iam/scim/v2/Users', group: '/rest/iam/scim/v2/Groups' },
			transformations: { read: readVersion2, write: writeVersion2 },
			reading: scimReading,
		},
	],
	source: { settling: 2_000, eventNotices: true },
	// Written to in version 2 only.
	target: {
		uniqueness: true,
		orFilter: true,
		// A PATCH does not change the name of a user; of a group nothing but members can be changed.
		updateMethod: { user: 'put', group: 'patch' },
		matchBy: { user: [`${SAP}:userUuid`, 'userName'], group: ['displayName'] },
		// It has an externalId of its own, which no filter knows.
		externalId: false,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'sf.include.if.match.wildcard.header', otherwise: 'false' },
		members: { addAtMost: 1000, removeAtMost: 50 },
		membersOnly: true,
	},
});
