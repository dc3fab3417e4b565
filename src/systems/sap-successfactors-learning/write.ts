import type { JsonObject } from '../../model/json';
import { copyAttribute, copyParts, copyRequired } from '../mappings';
import { CORE_USER, CUSTOM, SAP } from '../schemas';
import { schemas, targetId } from '../writing';

/** Of e-mail addresses and telephone numbers there is room for one: the primary one, else the first. */
function onlyOne(list: string): JsonObject[] {
	const primary = `$.${list}[?(@.primary == true)]`;
	return [
		{
			condition: `${primary} empty false`,
			sourcePath: `${primary}.value`,
			targetPath: `$.${list}[?(@.value)]`,
			optional: true,
			preserveArrayWithSingleElement: true,
		},
		{ ...copyAttribute(`$.${list}[0].value`), condition: `${primary} empty true` },
	];
}

/** A learner; there are no groups. */
export const write: JsonObject = {
	user: {
		mappings: [
			targetId,
			schemas(CORE_USER, CUSTOM, SAP),
			copyAttribute('$.userName'),
			...copyParts('name', ['givenName', 'middleName']),
			copyRequired('$.name.familyName'),
			copyRequired('$.active'),
			copyAttribute('$.locale'),
			...onlyOne('emails'),
			...onlyOne('phoneNumbers'),
			...copyParts(SAP, ['userUuid']),
			...copyParts(CUSTOM, ['siteID']),
			// Examples of custom columns: number and place are for the administrator to replace.
			...['110', '120'].map((column, index) => ({
				...copyAttribute(`$['custom-column-path-${index + 1}']`),
				targetPath: `$['${CUSTOM}']['customColumns']['${column}']`,
			})),
		],
	},
};
