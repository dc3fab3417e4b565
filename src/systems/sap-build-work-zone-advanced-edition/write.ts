import type { JsonObject } from '../../model/json';
import { copyAttribute, copyOptionalList, copyParts, copyRequired } from '../mappings';
import { CORE_USER, CUSTOM, ENTERPRISE, SAP, ORGANIZATIONAL } from '../schemas';
import {
	deactivated,
	firstEmailIsPrimary,
	groupPrefix,
	localeWithCountry,
	manager,
	namedGroup,
	schemas,
	targetId,
} from '../writing';

const prefix = groupPrefix('workzone.group.prefix');

/** What a person may do follows from a group of this name, whatever stands in front of it. */
function inGroup(name: string): string {
	const isIt = (part: string) => `$.groups[?(@.${part} =~ /.*${name}/)] EMPTY false`;
	return `${isIt('value')} || ${isIt('display')}`;
}

/** Users and user lists. */
export const write: JsonObject = {
	user: {
		condition: prefix.isMember,
		mappings: [
			targetId,
			...deactivated,
			schemas(CORE_USER, ENTERPRISE, SAP),
			copyRequired('$.userName'),
			// The global id of the person is the user name, where the source knows it.
			{ ...copyAttribute(`$['${SAP}']['userUuid']`), targetPath: '$.userName' },
			...copyParts('name', ['givenName', 'familyName']),
			...['displayName', 'active', 'title', 'timezone', 'userType'].map((name) =>
				copyAttribute(`$.${name}`),
			),
			{
				condition: inGroup('Workzone_User_Type_public'),
				constant: 'public',
				targetPath: '$.userType',
			},
			{
				condition: inGroup('Workzone_Admin'),
				constant: 'Administrator',
				targetPath: '$.roles[0].value',
			},
			copyOptionalList('$.emails'),
			firstEmailIsPrimary,
			localeWithCountry,
			copyOptionalList('$.addresses'),
			{
				condition: "$.addresses[?(@.type == 'work')].country EMPTY false",
				constant: true,
				targetPath: "$.addresses[?(@.type == 'work')].primary",
			},
			...copyParts(ENTERPRISE, ORGANIZATIONAL),
			manager,
			copyAttribute(`$['${ENTERPRISE}']['manager']['displayName']`),
			{
				...copyOptionalList(`$['${CUSTOM}']['attributes']`),
				targetPath:
					"$['urn:sap:cloud:scim:schemas:extension:custom:2.0:JamCustomUser']['attributes']",
			},
		],
	},
	group: namedGroup(prefix),
};
