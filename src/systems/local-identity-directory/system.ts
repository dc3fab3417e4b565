import { defineSystem } from '../defineSystem';
import { readVersion2 } from '../identity-authentication/read';
import { identityDirectoryReading } from '../identity-authentication/reading';
import { identityDirectoryTarget } from '../identity-authentication/target';
import { write } from './write';

/** The user store behind Identity Authentication: the same API, its own name and properties. */
export const localIdentityDirectory = defineSystem({
	id: 'local-identity-directory',
	name: 'Local Identity Directory',
	entityTypes: ['user', 'group'],
	versions: [
		{
			version: '2',
			name: 'Identity Directory SCIM API',
			protocol: 'scim2',
			paths: { user: '/scim/Users', group: '/scim/Groups' },
			transformations: { read: readVersion2, write },
			reading: identityDirectoryReading('idds'),
		},
	],
	source: { settling: 2_000 },
	target: identityDirectoryTarget('idds'),
});
