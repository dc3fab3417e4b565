import type { JsonObject } from '../../model/json';
import { copyAttribute, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CORE_USER, ENTERPRISE, SAP, SUCCESSFACTORS } from '../schemas';
import { members, schemas, targetId } from '../writing';

/** A user and the members of a static permission group of the Workforce SCIM API. */
export const writeVersion2: JsonObject = {
	user: {
		mappings: [
			targetId,
			schemas(SUCCESSFACTORS, CORE_USER, SAP, ENTERPRISE),
			copyRequired('$.userName'),
			copyRequired('$.userType'),
			copyRequired('$.active'),
			copyAttribute('$.locale'),
			copyAttribute(`$['${SAP}']['userUuid']`),
			...copyParts('name', [
				'familyName',
				'givenName',
				'middleName',
				'honorificPrefix',
				'honorificSuffix',
				'formatted',
			]),
			copyOptionalList('$.emails'),
			{ condition: '$.emails.length() > 0', constant: 'work', targetPath: '$.emails[*].type' },
			copyOptionalList('$.phoneNumbers'),
			...copyParts(SUCCESSFACTORS, [
				'perPersonUuid',
				'loginMethod',
				'personIdExternal',
				'customFields',
			]),
		],
	},
	group: {
		condition: "('%sf.group.prefix%' === 'null') || ($.displayName =~ /%sf.group.prefix%.*/)",
		skipOperations: ['delete'],
		mappings: [
			targetId,
			{
				...copyRequired('$.displayName'),
				// Only to find the group: neither it nor its name can be changed.
				scope: 'createEntity',
				functions: [
					{
						condition: "('%sf.group.prefix%' !== 'null') && (@ =~ /%sf.group.prefix%.*/)",
						function: 'replaceFirstString',
						regex: '%sf.group.prefix%',
						replacement: '',
					},
				],
			},
			members(),
		],
	},
};
