import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts, copyRequired } from '../mappings';
import {
	CUSTOM,
	CUSTOM_GROUP,
	ENTERPRISE,
	SAP,
	SAP_GROUP,
	SAP_ODM,
	ORGANIZATIONAL,
} from '../schemas';

/** A user and a group of SCIM API version 2 as every target's write transformation expects them. */
export const readVersion2: JsonObject = {
	user: {
		mappings: [
			{
				sourcePath: '$.id',
				targetVariable: 'entityIdSourceSystem',
				targetPath: `$['${CUSTOM}']['userId']`,
			},
			copyList('$.schemas'),
			{ ...copyAttribute('$.userName'), correlationAttribute: true },
			copyAttribute('$.name.givenName'),
			copyAttribute('$.name.middleName'),
			copyAttribute('$.name.familyName'),
			copyAttribute('$.name.honorificPrefix'),
			copyAttribute('$.displayName'),
			// Identity Authentication sends an empty name where none was entered.
			{ type: 'remove', condition: '$.displayName EMPTY true', targetPath: '$.displayName' },
			copyRequired('$.active'),
			copyAttribute('$.userType'),
			copyAttribute('$.locale'),
			copyAttribute('$.timezone'),
			copyList('$.emails'),
			{ sourcePath: '$.emails[?(@.primary == true)].value', correlationAttribute: true },
			copyOptionalList('$.phoneNumbers'),
			copyOptionalList('$.addresses'),
			copyOptionalList('$.groups'),
			...['userId', 'userUuid'].map((name) => copyRequired(`$['${SAP}']['${name}']`)),
			...copyParts(SAP, ['validFrom', 'validTo', 'sourceSystem', 'sourceSystemId']),
			...copyParts(ENTERPRISE, ORGANIZATIONAL),
			...['value', 'displayName'].map((name) =>
				copyAttribute(`$['${ENTERPRISE}']['manager']['${name}']`),
			),
			// Tenants that came from version 1 keep the company at the top level; it wins.
			{ ...copyAttribute('$.company'), targetPath: `$['${ENTERPRISE}']['organization']` },
			// Replaces the whole extension, the id written above included, when the person has custom attributes.
			copyAttribute(`$['${CUSTOM}']`),
			copyAttribute(`$['${SAP_ODM}']['workforcePersonId']`),
			...[
				'workAssignment',
				'jobDetails',
				'jobClassification',
				'organizationalUnit',
				'costCenter',
				'plant',
				'companyCode',
				'generalLedgerAccount',
				'purchasingOrganization',
				'purchasingGroup',
			].map((name) => copyOptionalList(`$['${SAP_ODM}']['${name}']`)),
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			copyRequired(`$['${CUSTOM_GROUP}']['name']`),
			copyRequired('$.displayName'),
			copyOptionalList('$.members'),
			...copyParts(SAP_GROUP, ['applicationId', 'type', 'supportedOperations', 'externalName']),
		],
	},
};
