import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CUSTOM, SAP } from '../schemas';

/** A learner; there are no groups. */
export const read: JsonObject = {
	user: {
		mappings: [
			copyList('$.schemas'),
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			{ ...copyRequired('$.userName'), correlationAttribute: true },
			copyAttribute('$.name.familyName'),
			copyAttribute('$.name.givenName'),
			copyAttribute('$.externalId'),
			copyAttribute('$.locale'),
			copyAttribute(`$['${SAP}']['userUuid']`),
			...copyParts(CUSTOM, ['siteID', 'sourceSystem', 'applicationID']),
			// Examples of custom columns: number and place are for the administrator to replace.
			...['110', '120'].map((column, index) => ({
				...copyAttribute(`$['${CUSTOM}']['customColumns']['${column}']`),
				targetPath: `$['custom-column-path-${index + 1}']`,
			})),
			copyOptionalList('$.phoneNumbers'),
			copyOptionalList('$.emails'),
			{ sourcePath: '$.emails[?(@.primary == true)].value', correlationAttribute: true },
			copyRequired('$.active'),
		],
	},
};
