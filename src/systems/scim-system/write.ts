import type { JsonObject } from '../../model/json';
import { remove } from '../mappings';

/**
 * The whole entity, without what a SCIM server of unknown make does not know. An attribute that a server
 * drops silently would look changed with every notice, so extensions are left to a transformation of the author.
 */
export const write: JsonObject = {
	user: {
		mappings: [
			{ sourcePath: '$', targetPath: '$' },
			remove('$.id'),
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			// Here it is the id at the source, by which an account is found again; some sources keep a number of
			// their own there.
			remove('$.externalId'),
			remove('$.groups'),
			{ constant: ['urn:ietf:params:scim:schemas:core:2.0:User'], targetPath: '$.schemas' },
			{
				condition: '$.emails[0].length() > 0',
				constant: true,
				targetPath: '$.emails[0].primary',
			},
			remove("$['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']"),
			remove("$['urn:ietf:params:scim:schemas:extension:sap:2.0:User']"),
			remove("$['urn:ietf:params:scim:schemas:extension:sap.odm:2.0:User']"),
			remove("$['urn:sap:cloud:scim:schemas:extension:custom:2.0:User']"),
		],
	},
	group: {
		ignore: true,
		mappings: [
			{ sourcePath: '$.displayName', targetPath: '$.displayName' },
			{ constant: ['urn:ietf:params:scim:schemas:core:2.0:Group'], targetPath: '$.schemas' },
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{
				sourcePath: '$.members[*].value',
				preserveArrayWithSingleElement: true,
				optional: true,
				functions: [{ function: 'resolveEntityIds' }],
				targetPath: '$.members[?(@.value)]',
			},
		],
	},
};
