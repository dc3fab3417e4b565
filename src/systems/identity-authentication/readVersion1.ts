import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CUSTOM, CUSTOM_GROUP, ENTERPRISE, SAP, ORGANIZATIONAL } from '../schemas';

/** A user and a group of SCIM API version 1 in the shape of version 2. */
export const readVersion1: JsonObject = {
	user: {
		mappings: [
			{
				sourcePath: '$.id',
				targetVariable: 'entityIdSourceSystem',
				targetPath: `$['${CUSTOM}']['userId']`,
			},
			{ sourcePath: '$.userUuid', targetPath: `$['${SAP}']['userUuid']` },
			copyList('$.schemas'),
			{ ...copyAttribute('$.userName'), correlationAttribute: true },
			copyAttribute('$.name.givenName'),
			copyAttribute('$.name.middleName'),
			copyAttribute('$.name.familyName'),
			copyAttribute('$.name.honorificPrefix'),
			copyList('$.emails'),
			{ sourcePath: '$.emails[?(@.primary == true)].value', correlationAttribute: true },
			// A user who has never logged on is "new" and has no such attribute.
			{ ...copyAttribute('$.active'), defaultValue: true },
			copyAttribute('$.userType'),
			copyOptionalList('$.addresses'),
			copyAttribute('$.locale'),
			copyOptionalList('$.phoneNumbers'),
			{ ...copyAttribute('$.timeZone'), targetPath: '$.timezone' },
			copyAttribute('$.displayName'),
			{ type: 'remove', condition: '$.displayName EMPTY true', targetPath: '$.displayName' },
			copyOptionalList('$.groups'),
			...copyParts(ENTERPRISE, ORGANIZATIONAL),
			...['value', 'displayName'].map((name) =>
				copyAttribute(`$['${ENTERPRISE}']['manager']['${name}']`),
			),
			// Replaces the whole extension, the id written above included, when the person has custom attributes.
			copyAttribute(`$['${CUSTOM}']`),
			// The company at the top level wins over the organization.
			{ ...copyAttribute('$.company'), targetPath: `$['${ENTERPRISE}']['organization']` },
		],
	},
	group: {
		ignore: true,
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			{ constant: 'urn:ietf:params:scim:schemas:core:2.0:Group', targetPath: '$.schemas[0]' },
			// The technical name: the display name may change at any time.
			{ ...copyRequired(`$['${CUSTOM_GROUP}']['name']`), targetPath: '$.displayName' },
			copyOptionalList('$.members'),
		],
	},
};
