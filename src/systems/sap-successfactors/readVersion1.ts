import type { JsonObject } from '../../model/json';

const SFSF = 'urn:sap:cloud:scim:schemas:extension:sfsf:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A user and a dynamic group of the OData API in SCIM shape. */
export const readVersion1: JsonObject = {
	user: {
		mappings: [
			{ sourcePath: '$.personKeyNav.perPersonUuid', targetVariable: 'entityIdSourceSystem' },
			// Whether a person may log on is decided by the account, not by the employment.
			{ constant: false, targetPath: '$.active' },
			{
				condition: "$.personKeyNav.userAccountNav.accountStatus == 'ACTIVE'",
				constant: true,
				targetPath: '$.active',
			},
			{
				sourcePath: '$.personKeyNav.userAccountNav.username',
				targetPath: '$.userName',
				correlationAttribute: true,
			},
			{ sourcePath: '$.username', optional: true, correlationAttribute: true },
			{ constant: 'employee', targetPath: '$.userType' },
			{ sourcePath: '$.firstName', optional: true, targetPath: '$.name.givenName' },
			{ sourcePath: '$.lastName', targetPath: '$.name.familyName' },
			{
				sourcePath: '$.email',
				targetPath: '$.emails[0].value',
				correlationAttribute: true,
			},
			...['urn:ietf:params:scim:schemas:core:2.0:User', SFSF, ENTERPRISE].map((schema, place) => ({
				constant: schema,
				targetPath: `$.schemas[${place}]`,
			})),
			{
				sourcePath: '$.personKeyNav.perPersonUuid',
				targetPath: `$['${SFSF}']['personGUID']`,
			},
			{ sourcePath: '$.userId', targetPath: `$['${SFSF}']['userSysID']` },
			{
				sourcePath: '$.personKeyNav.personIdExternal',
				optional: true,
				targetPath: `$['${ENTERPRISE}']['employeeNumber']`,
				correlationAttribute: true,
			},
		],
	},
	group: {
		ignore: true,
		mappings: [
			{ sourcePath: '$.groupID', targetVariable: 'entityIdSourceSystem' },
			{ sourcePath: '$.groupName', targetPath: '$.displayName' },
			{ constant: 'urn:ietf:params:scim:schemas:core:2.0:Group', targetPath: '$.schemas[0]' },
			{
				sourcePath: '$.users[*].personGUID',
				preserveArrayWithSingleElement: true,
				optional: true,
				targetPath: '$.members[?(@.value)]',
			},
		],
	},
};
