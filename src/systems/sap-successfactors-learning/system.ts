import { defineSystem } from '../defineSystem';
import { read } from './read';
import { write } from './write';

export const sapSuccessFactorsLearning = defineSystem({
	id: 'sap-successfactors-learning',
	name: 'SAP SuccessFactors Learning',
	entityTypes: ['user'],
	versions: [
		{
			version: '1',
			name: 'Learning user API (SCIM)',
			protocol: 'scim2',
			// The base URL is that of the application: .../learning/public-api/rest/admin/Integration.svc/ias
			paths: { user: '/Users' },
			transformations: { read, write },
			reading: {
				paging: 'startIndex',
				pageSize: 100,
				maxPageSize: 100,
				filterProperties: { user: 'lms.user.filter' },
				searchBy: { user: { userName: 'userName' } },
				otherwiseBy: { user: 'userName' },
				changedAt: { user: 'meta.lastModified' },
				timeInFilter: 'zoned',
				totals: 'sometimes',
				longLists: {},
			},
		},
	],
	// The application limits how often it is called (SAP Knowledge Base Article 2516640).
	source: { settling: 2_000, spacing: 500, testUsers: '^ias_test_user_' },
	target: {
		uniqueness: true,
		orFilter: false,
		updateMethod: 'put',
		matchBy: { user: ['externalId', 'userName'], group: [] },
		externalId: true,
		onConflict: 'link',
		contentType: 'application/scim+json',
		ifMatch: { property: 'lms.include.if.match.wildcard.header', otherwise: 'false' },
		members: { addAtMost: 1, removeAtMost: 1 },
	},
});
