import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CORE_1 } from '../schemas';
import { groupPrefix, schemas, targetId } from '../writing';

const prefix = groupPrefix('uaa.group.prefix');

/** SCIM 1.1. Every account says which identity provider it comes from. */
export const write: JsonObject = {
	user: {
		condition: `($.emails.length() > 0) && (${prefix.isMember})`,
		mappings: [
			targetId,
			schemas(CORE_1),
			copyRequired('$.userName'),
			// Its own users, unless the administrator names an identity provider.
			{ constant: 'uaa', targetPath: '$.origin' },
			{
				condition: "'%uaa.origin%' !== 'null'",
				constant: '%uaa.origin%',
				targetPath: '$.origin',
			},
			...copyParts('name', ['givenName', 'familyName']),
			copyAttribute('$.active'),
			copyAttribute('$.verified'),
			copyList('$.emails'),
			{
				condition: '$.emails[?(@.primary == true)].value == []',
				constant: true,
				targetPath: '$.emails[0].primary',
			},
			copyOptionalList('$.phoneNumbers'),
		],
	},
	group: {
		condition: prefix.isWanted,
		mappings: [
			targetId,
			schemas(CORE_1),
			{ ...copyRequired('$.displayName'), functions: [prefix.cutOff] },
			copyAttribute('$.description'),
			{
				...copyOptionalList('$.members'),
				functions: [
					{ function: 'resolveEntityIds' },
					{
						condition: '@.type EMPTY false',
						function: 'toUpperCaseString',
						applyOnElements: true,
						applyOnAttribute: 'type',
					},
				],
			},
		],
	},
};
