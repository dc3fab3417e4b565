import type { JsonObject } from '../src/model/json';

export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
export const SFSF = 'urn:sap:cloud:scim:schemas:extension:sfsf:2.0:User';

const optional = { optional: true };
const keepSingle = { preserveArrayWithSingleElement: true };
const inEnterprise = (name: string): string => `$['${ENTERPRISE}']['${name}']`;
const same = (path: string, more: JsonObject = {}): JsonObject => ({
	sourcePath: path,
	targetPath: path,
	...more,
});

/** OData user -> SCIM. */
export const read: JsonObject = {
	user: {
		mappings: [
			{ sourcePath: '$.personKeyNav.perPersonUuid', targetVariable: 'entityIdSourceSystem' },
			{ constant: false, targetPath: '$.active' },
			{
				condition: "$.personKeyNav.userAccountNav.accountStatus == 'ACTIVE'",
				constant: true,
				targetPath: '$.active',
			},
			{ sourcePath: '$.personKeyNav.userAccountNav.username', targetPath: '$.userName' },
			{ sourcePath: '$.username', correlationAttribute: true, ...optional },
			{ constant: 'employee', targetPath: '$.userType' },
			{ sourcePath: '$.firstName', targetPath: '$.name.givenName', ...optional },
			{ sourcePath: '$.mi', targetPath: '$.name.middleName', ...optional },
			{ sourcePath: '$.lastName', targetPath: '$.name.familyName' },
			{ sourcePath: '$.email', targetPath: '$.emails[0].value' },
			{ constant: CORE, targetPath: '$.schemas[0]' },
			{ constant: SFSF, targetPath: '$.schemas[1]' },
			{ constant: ENTERPRISE, targetPath: '$.schemas[2]' },
			{ sourcePath: '$.personKeyNav.perPersonUuid', targetPath: `$['${SFSF}']['personGUID']` },
			{ sourcePath: '$.userId', targetPath: `$['${SFSF}']['userSysID']` },
			{
				sourcePath: '$.personKeyNav.personIdExternal',
				targetPath: inEnterprise('employeeNumber'),
				...optional,
			},
		],
	},
};

/** SCIM -> user of Identity Authentication, SCIM API version 2. */
export const write: JsonObject = {
	user: {
		condition: '$.emails.length() > 0 && $.name.familyName EMPTY false',
		mappings: [
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{ constant: [CORE, ENTERPRISE, SAP], targetPath: '$.schemas' },
			same('$.userName'),
			{
				...keepSingle,
				sourcePath: '$.emails',
				targetPath: `$['${SAP}']['emails']`,
				scope: 'createEntity',
				functions: [{ function: 'putIfAbsent', key: 'verified', defaultValue: true }],
			},
			{ type: 'remove', targetPath: `$['${SAP}']['emails'][*]['type']` },
			{
				...keepSingle,
				sourcePath: "$.emails[*].['value','display','primary']",
				targetPath: '$.emails',
			},
			same('$.name.givenName', optional),
			same('$.name.middleName', optional),
			same('$.name.familyName', optional),
			same('$.name.honorificPrefix', optional),
			{
				...same('$.addresses', { ...keepSingle, ...optional, defaultValue: [] }),
				functions: [{ function: 'putIfAbsent', key: 'type', defaultValue: 'work' }],
			},
			same('$.phoneNumbers', { ...keepSingle, ...optional }),
			same('$.displayName', optional),
			same('$.userType', { ...optional, defaultValue: 'employee' }),
			same('$.locale', optional),
			same('$.timezone', optional),
			same('$.active', { ...optional, defaultValue: true }),
			same(`$['${SAP}']['validFrom']`, optional),
			same(`$['${SAP}']['validTo']`, optional),
			same(inEnterprise('employeeNumber'), optional),
			same(inEnterprise('costCenter'), optional),
			same(inEnterprise('organization'), optional),
			same(inEnterprise('division'), optional),
			same(inEnterprise('department'), optional),
			{
				...same(`${inEnterprise('manager')}['value']`, optional),
				functions: [{ function: 'resolveEntityIds' }],
			},
			same(`${inEnterprise('manager')}['displayName']`, optional),
			{ constant: false, targetPath: `$['${SAP}']['sendMail']`, scope: 'createEntity' },
			{ constant: true, targetPath: `$['${SAP}']['mailVerified']`, scope: 'createEntity' },
			{
				constant: 'disabled',
				targetPath: `$['${SAP}']['passwordDetails']['status']`,
				scope: 'createEntity',
			},
		],
	},
};
