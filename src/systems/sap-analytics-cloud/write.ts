import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts } from '../mappings';
import { CORE_GROUP, CORE_USER, CUSTOM_GROUP, ENTERPRISE } from '../schemas';
import { firstEmailIsPrimary, manager, members, schemas, targetId } from '../writing';

const USER_PARAMETERS = 'urn:sap:params:scim:schemas:extension:sac:2.0:user-custom-parameters';
const GROUP_PARAMETERS = 'urn:sap:params:scim:schemas:extension:sac:2.0:group-custom-parameters';
const GROUP_ROLES = 'urn:sap:params:scim:schemas:extension:sac:2.0:group-roles';

/** By what the identity provider knows the person, and the name of a user who has none. */
function primaryEmail(targetPath: string): JsonObject[] {
	return [
		{ sourcePath: '$.emails[0].value', targetPath },
		{
			condition: '$.emails[?(@.primary == true)].value != []',
			sourcePath: '$.emails[?(@.primary == true)].value',
			targetPath,
		},
	];
}

/** Without the prefix. */
const teamName: JsonObject = {
	sourcePath: '$.displayName',
	functions: [
		{
			condition: "('%sac.group.prefix%' !== 'null') && (@ =~ /%sac.group.prefix%.*/)",
			function: 'replaceFirstString',
			regex: '%sac.group.prefix%',
			replacement: '',
		},
	],
};

/** SCIM API version 2; groups are teams. */
export const write: JsonObject = {
	user: {
		condition: '($.emails[0].value EMPTY false) && isValidEmail($.emails[0].value)',
		mappings: [
			targetId,
			schemas(CORE_USER, ENTERPRISE, USER_PARAMETERS),
			...primaryEmail('$.userName'),
			copyAttribute('$.userName'),
			...copyParts('name', ['givenName', 'middleName', 'familyName']),
			copyAttribute('$.displayName'),
			copyAttribute('$.active'),
			copyList('$.emails'),
			firstEmailIsPrimary,
			copyAttribute(`$['${USER_PARAMETERS}']`),
			...primaryEmail(`$['${USER_PARAMETERS}']['idpUserId']`),
			copyAttribute(`$['${USER_PARAMETERS}']['idpUserId']`),
			manager,
		],
	},
	group: {
		condition: "('%sac.group.prefix%' === 'null') || ($.displayName =~ /%sac.group.prefix%.*/)",
		mappings: [
			targetId,
			schemas(CORE_GROUP, GROUP_ROLES, GROUP_PARAMETERS),
			{ ...teamName, targetPath: '$.id', scope: 'createEntity' },
			{ ...teamName, targetPath: '$.displayName' },
			copyOptionalList('$.roles'),
			members('User'),
			copyAttribute(`$['${GROUP_ROLES}']`),
			copyAttribute(`$['${GROUP_PARAMETERS}']`),
			{
				sourcePath: `$['${CUSTOM_GROUP}']['description']`,
				targetPath: `$['${GROUP_PARAMETERS}']['description']`,
				optional: true,
			},
		],
	},
};
