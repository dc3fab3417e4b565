import type { JsonObject } from '../../model/json';
import { copyAttribute, copyParts } from '../mappings';
import { CORE_USER, ENTERPRISE, SAP, ORGANIZATIONAL } from '../schemas';
import { deactivated, localeWithCountry, schemas, targetId } from '../writing';

/**
 * As Identity Authentication itself writes to it [Configure Identity Authentication for Real-Time
 * Provisioning]: the user name is the id in the directory, so accounts are others than those that SAP Identity
 * Provisioning makes. There are no groups.
 */
export const writeDirectly: JsonObject = {
	user: {
		mappings: [
			targetId,
			...deactivated,
			schemas(CORE_USER, ENTERPRISE),
			{ sourceVariable: 'entityIdSourceSystem', targetPath: '$.userName', optional: true },
			{ ...copyAttribute(`$['${SAP}']['userId']`), targetPath: '$.userName' },
			...copyParts('name', ['givenName', 'familyName']),
			// New, locked and whatever else there may be: only who is active may come in.
			{ constant: false, targetPath: '$.active' },
			{ condition: '$.active == true', constant: true, targetPath: '$.active' },
			{
				sourcePath: '$.emails[*].value',
				targetPath: '$.emails[?(@.value)]',
				optional: true,
				preserveArrayWithSingleElement: true,
			},
			{
				sourcePath: "$.phoneNumbers[?(@.type == 'work')]['type','value']",
				targetPath: '$.phoneNumbers',
				optional: true,
				preserveArrayWithSingleElement: true,
			},
			{
				sourcePath:
					"$.addresses[?(@.type IN ['home', 'work'])]['type','streetAddress','locality','postalCode','country']",
				targetPath: '$.addresses',
				optional: true,
				preserveArrayWithSingleElement: true,
			},
			localeWithCountry,
			copyAttribute('$.title'),
			copyAttribute('$.userType'),
			...copyParts(ENTERPRISE, ORGANIZATIONAL),
		],
	},
};
