import type { JsonObject } from '../../model/json';
import { copyAttribute, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CORE_GROUP, CORE_USER, CUSTOM_GROUP, SAP } from '../schemas';
import { firstEmailIsPrimary, groupPrefix, members, schemas, targetId } from '../writing';

const prefix = groupPrefix('cc.group.prefix');

/** Employees and user groups. */
export const write: JsonObject = {
	user: {
		condition: `$.userName EMPTY false && (${prefix.isMember})`,
		mappings: [
			targetId,
			schemas(CORE_USER, SAP),
			copyRequired('$.userName'),
			copyAttribute(`$['${SAP}']['userUuid']`),
			...copyParts('name', ['givenName', 'middleName', 'familyName', 'honorificSuffix']),
			...['displayName', 'nickName', 'userType', 'active'].map((name) =>
				copyAttribute(`$.${name}`),
			),
			{
				...copyOptionalList('$.addresses'),
				condition: '($.addresses[*].region EMPTY false) && ($.addresses[*].country EMPTY false)',
				functions: [
					{
						function: 'convertCountryRegion',
						outputFormat: 'alpha2',
						inputAttributes: ['region', 'country'],
						outputAttribute: 'region',
					},
				],
			},
			// There is room for one address: the primary one, else the first.
			{
				...copyAttribute('$.emails[0].value'),
				condition: '$.emails[?(@.primary == true)].value == []',
			},
			{
				condition: '$.emails[?(@.primary == true)].value != []',
				sourcePath: '$.emails[?(@.primary == true)].value',
				targetPath: '$.emails[0].value',
				optional: true,
				preserveArrayWithSingleElement: true,
				functions: [{ function: 'elementAt', index: 0 }],
			},
			firstEmailIsPrimary,
		],
	},
	group: {
		condition: prefix.isWanted,
		mappings: [
			targetId,
			schemas(CORE_GROUP),
			{ ...copyRequired('$.displayName'), functions: [prefix.cutOff] },
			// The technical name wins where the source has one.
			{
				condition: `$['${CUSTOM_GROUP}']['name'] EMPTY false`,
				sourcePath: `$['${CUSTOM_GROUP}']['name']`,
				targetPath: '$.displayName',
				functions: [prefix.cutOff],
			},
			members(),
		],
	},
};
