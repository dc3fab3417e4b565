import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyRequired } from '../mappings';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const SAP_ODM = 'urn:ietf:params:scim:schemas:extension:sap.odm:2.0:User';
const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const SAP_GROUP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:Group';
const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';

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
			{ ...copyList('$.phoneNumbers'), optional: true },
			{ ...copyList('$.addresses'), optional: true },
			{ ...copyList('$.groups'), optional: true },
			...['userId', 'userUuid'].map((name) => copyRequired(`$['${SAP}']['${name}']`)),
			...['validFrom', 'validTo', 'sourceSystem', 'sourceSystemId'].map((name) =>
				copyAttribute(`$['${SAP}']['${name}']`),
			),
			...['employeeNumber', 'costCenter', 'organization', 'division', 'department'].map((name) =>
				copyAttribute(`$['${ENTERPRISE}']['${name}']`),
			),
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
			].map((name) => ({ ...copyList(`$['${SAP_ODM}']['${name}']`), optional: true })),
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			copyRequired(`$['${CUSTOM_GROUP}']['name']`),
			copyRequired('$.displayName'),
			{ ...copyList('$.members'), optional: true },
			...['applicationId', 'type', 'supportedOperations', 'externalName'].map((name) =>
				copyAttribute(`$['${SAP_GROUP}']['${name}']`),
			),
		],
	},
};
