import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyRequired } from '../mappings';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';

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
			...['siteID', 'sourceSystem', 'applicationID'].map((name) =>
				copyAttribute(`$['${CUSTOM}']['${name}']`),
			),
			// Examples of custom columns: number and place are for the administrator to replace.
			...['110', '120'].map((column, index) => ({
				...copyAttribute(`$['${CUSTOM}']['customColumns']['${column}']`),
				targetPath: `$['custom-column-path-${index + 1}']`,
			})),
			{ ...copyList('$.phoneNumbers'), optional: true },
			{ ...copyList('$.emails'), optional: true },
			{ sourcePath: '$.emails[?(@.primary == true)].value', correlationAttribute: true },
			copyRequired('$.active'),
		],
	},
};
