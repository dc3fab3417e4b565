import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { ENTERPRISE, SAP, SUCCESSFACTORS } from '../schemas';

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
			...copyParts('name', [
				'familyName',
				'givenName',
				'middleName',
				'honorificPrefix',
				'honorificSuffix',
				'formatted',
			]),
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
			...copyParts(SUCCESSFACTORS, [
				'perPersonUuid',
				'loginMethod',
				'personIdExternal',
				'customFields',
			]),
			...copyParts(ENTERPRISE, ['department', 'division']),
			...['value', 'displayName', '$ref'].map((name) =>
				copyAttribute(`$['${ENTERPRISE}']['manager']['${name}']`),
			),
			copyOptionalList('$.phoneNumbers'),
			copyOptionalList('$.emails'),
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
			copyOptionalList('$.members'),
		],
	},
};
