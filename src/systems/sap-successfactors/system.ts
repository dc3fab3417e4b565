import { defineSystem } from '../defineSystem';
import { odataReading, scimReading } from './reading';
import { readVersion1 } from './readVersion1';
import { readVersion2 } from './readVersion2';

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
			transformations: { read: readVersion2 },
			reading: scimReading,
		},
	],
	source: { eventNotices: true },
});
