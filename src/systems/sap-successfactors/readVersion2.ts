import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyRequired } from '../mappings';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const SF = 'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Only where the administrator has set a prefix. */
const prefixed: JsonObject = {
	condition: "'%sf.group.prefix%' !== 'null'",
	function: 'concatString',
	prefix: '%sf.group.prefix%',
};

/** A user and a permission group of the Workforce SCIM API. */
export const readVersion2: JsonObject = {
	user: {
		mappings: [
			copyList('$.schemas'),
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			{ ...copyRequired('$.userName'), correlationAttribute: true },
			copyRequired('$.userType'),
			...[
				'familyName',
				'givenName',
				'middleName',
				'honorificPrefix',
				'honorificSuffix',
				'formatted',
			].map((name) => copyAttribute(`$.name.${name}`)),
			...[
				'nickName',
				'preferredLanguage',
				'displayName',
				'title',
				'externalId',
				'locale',
				'timezone',
			].map((name) => copyAttribute(`$.${name}`)),
			copyAttribute(`$['${SAP}']['userUuid']`),
			...['perPersonUuid', 'loginMethod', 'personIdExternal', 'customFields'].map((name) =>
				copyAttribute(`$['${SF}']['${name}']`),
			),
			...['department', 'division'].map((name) => copyAttribute(`$['${ENTERPRISE}']['${name}']`)),
			...['value', 'displayName', '$ref'].map((name) =>
				copyAttribute(`$['${ENTERPRISE}']['manager']['${name}']`),
			),
			{ ...copyList('$.phoneNumbers'), optional: true },
			{ ...copyList('$.emails'), optional: true },
			{
				sourcePath: '$.emails[?(@.primary == true)].value',
				optional: true,
				correlationAttribute: true,
			},
			copyRequired('$.active'),
			{
				...copyList('$.groups'),
				optional: true,
				functions: [{ ...prefixed, applyOnElements: true, applyOnAttribute: 'display' }],
			},
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			copyList('$.schemas'),
			{ ...copyRequired('$.displayName'), functions: [prefixed] },
			{ ...copyList('$.members'), optional: true },
		],
	},
};
