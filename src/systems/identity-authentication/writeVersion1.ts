import type { JsonObject } from '../../model/json';
import { copyAttribute, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CORE_USER, CUSTOM_GROUP, ENTERPRISE, ORGANIZATIONAL } from '../schemas';
import { manager, members, schemas, targetId } from '../writing';
import { addresses } from './addresses';

/** The type code of SAP Identity Provisioning among the systems that accounts come from. */
const IDENTITY_PROVISIONING = '39';

/** SCIM API version 1: groups of the company are texts on the user. */
export const writeVersion1: JsonObject = {
	user: {
		condition:
			'($.emails.length() > 0) && ($.name.familyName EMPTY false) && isValidEmail($.emails[0].value)',
		mappings: [
			targetId,
			schemas(CORE_USER, ENTERPRISE),
			copyAttribute('$.userName'),
			...copyParts('name', ['givenName', 'middleName', 'familyName', 'honorificPrefix']),
			copyAttribute('$.displayName'),
			{ ...copyAttribute('$.active'), defaultValue: true },
			{ ...copyAttribute('$.userType'), defaultValue: 'employee' },
			copyAttribute('$.locale'),
			{ ...copyAttribute('$.timezone'), targetPath: '$.timeZone' },
			{
				sourcePath: '$.emails[*].value',
				targetPath: '$.emails[?(@.value)]',
				preserveArrayWithSingleElement: true,
			},
			addresses,
			copyOptionalList('$.phoneNumbers'),
			{ ...copyOptionalList('$.groups'), targetPath: '$.corporateGroups' },
			...copyParts(ENTERPRISE, ORGANIZATIONAL),
			manager,
			copyAttribute(`$['${ENTERPRISE}']['manager']['displayName']`),
			{ constant: 'false', targetPath: '$.sendMail', scope: 'createEntity' },
			{ constant: 'true', targetPath: '$.mailVerified', scope: 'createEntity' },
			{ constant: 'disabled', targetPath: '$.passwordStatus', scope: 'createEntity' },
			{ constant: IDENTITY_PROVISIONING, targetPath: '$.sourceSystem', scope: 'createEntity' },
		],
	},
	group: {
		ignore: true,
		mappings: [
			targetId,
			copyRequired('$.displayName'),
			// A technical name has neither blanks nor punctuation, and can never be changed.
			{
				sourcePath: '$.displayName',
				targetPath: `$['${CUSTOM_GROUP}']['name']`,
				scope: 'createEntity',
				functions: [{ function: 'replaceAllString', regex: '[\\s\\p{Punct}]', replacement: '_' }],
			},
			{ ...copyAttribute(`$['${CUSTOM_GROUP}']['name']`), scope: 'createEntity' },
			copyAttribute(`$['${CUSTOM_GROUP}']['description']`),
			members(),
		],
	},
};
