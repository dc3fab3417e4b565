import type { JsonObject } from '../../model/json';
import { copyAttribute, copyOptionalList, copyParts, copyRequired, remove } from '../mappings';
import {
	CORE_GROUP,
	CORE_USER,
	CUSTOM,
	CUSTOM_GROUP,
	ENTERPRISE,
	SAP,
	SAP_GROUP,
	ORGANIZATIONAL,
} from '../schemas';
import { manager, members, schemas, targetId } from '../writing';
import { addresses } from './addresses';

const ofApplication = `$['${SAP_GROUP}']['applicationId'] EMPTY false`;

/** Set when the account is made, and then left to the person and the administrator. */
const atFirst: readonly JsonObject[] = [
	{ constant: false, targetPath: `$['${SAP}']['sendMail']`, scope: 'createEntity' },
	{ constant: true, targetPath: `$['${SAP}']['mailVerified']`, scope: 'createEntity' },
	{
		constant: 'disabled',
		targetPath: `$['${SAP}']['passwordDetails']['status']`,
		scope: 'createEntity',
	},
];

const group: JsonObject = {
	mappings: [
		targetId,
		schemas(CORE_GROUP, CUSTOM_GROUP, SAP_GROUP),
		copyRequired('$.displayName'),
		// The name can never be changed; without one of its own a group takes what it is called today.
		{
			sourcePath: '$.displayName',
			targetPath: `$['${CUSTOM_GROUP}']['name']`,
			scope: 'createEntity',
		},
		{ ...copyAttribute(`$['${CUSTOM_GROUP}']['name']`), scope: 'createEntity' },
		copyAttribute(`$['${CUSTOM_GROUP}']['description']`),
		members('User'),
		members('Group'),
		...['applicationId', 'type', 'supportedOperations', 'externalName'].map((name) => ({
			...copyAttribute(`$['${SAP_GROUP}']['${name}']`),
			condition: ofApplication,
		})),
		{
			...copyAttribute(`$['${SAP_GROUP}']['externalLocation']`),
			condition: ofApplication,
			scope: 'createEntity',
		},
	],
};

/**
 * The Identity Directory SCIM API: version 2 of Identity Authentication, and Local Identity Directory.
 *
 * @param emails the mapping of the addresses; the applications differ in it
 */
export function identityDirectoryWrite(emails: JsonObject): JsonObject {
	return {
		user: {
			condition:
				'($.emails EMPTY false) && ($.userName EMPTY false) && isValidEmail($.emails[0].value)',
			mappings: [
				targetId,
				schemas(CORE_USER, ENTERPRISE, SAP, CUSTOM),
				copyRequired('$.userName'),
				...copyParts('name', ['givenName', 'middleName', 'familyName', 'honorificPrefix']),
				copyAttribute('$.displayName'),
				{ ...copyAttribute('$.active'), defaultValue: true },
				{ ...copyAttribute('$.userType'), defaultValue: 'employee' },
				copyAttribute('$.locale'),
				copyAttribute('$.timezone'),
				emails,
				// The addresses come from a system that is trusted: nobody is asked to confirm them.
				{
					sourcePath: '$.emails',
					targetPath: `$['${SAP}']['emails']`,
					preserveArrayWithSingleElement: true,
					scope: 'createEntity',
					functions: [{ function: 'putIfAbsent', key: 'verified', defaultValue: true }],
				},
				remove(`$['${SAP}']['emails'][*]['type']`),
				...atFirst,
				addresses,
				copyOptionalList('$.phoneNumbers'),
				...copyParts(SAP, ['validFrom', 'validTo']),
				...copyParts(ENTERPRISE, ORGANIZATIONAL),
				manager,
				copyAttribute(`$['${ENTERPRISE}']['manager']['displayName']`),
				copyOptionalList(`$['${CUSTOM}']['attributes']`),
			],
		},
		group,
	};
}

export const writeVersion2 = identityDirectoryWrite({
	sourcePath: "$.emails[*].['value','display','primary']",
	targetPath: '$.emails',
	preserveArrayWithSingleElement: true,
});
