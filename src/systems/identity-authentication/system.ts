import { defineSystem } from '../defineSystem';
import { readVersion2 } from './read';
import { identityDirectoryReading, readingVersion1 } from './reading';
import { identityDirectoryTarget, targetVersion1 } from './target';
import { readVersion1 } from './readVersion1';
import { writeVersion2 } from './write';
import { writeVersion1 } from './writeVersion1';

export const identityAuthentication = defineSystem({
	id: 'identity-authentication',
	name: 'Identity Authentication',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2',
			name: 'Identity Directory SCIM API',
			protocol: 'scim2',
			paths: { user: '/scim/Users', group: '/scim/Groups' },
			transformations: { read: readVersion2, write: writeVersion2 },
			reading: identityDirectoryReading('ias'),
		},
		{
			version: '1',
			name: 'Identity Authentication SCIM API (ends on 30 November 2026)',
			protocol: 'scim2',
			paths: { user: '/service/scim/Users', group: '/service/scim/Groups' },
			transformations: { read: readVersion1, write: writeVersion1 },
			reading: readingVersion1,
			target: targetVersion1,
		},
	],
	source: { settling: 2_000 },
	target: identityDirectoryTarget('ias'),
});
