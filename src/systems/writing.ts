import type { JsonObject } from '../model/json';
import { copyRequired } from './mappings';
import { CORE_GROUP, CUSTOM_GROUP, ENTERPRISE } from './schemas';

/** Pieces that the write transformations of several applications share. */

/** The id of the account, known from the second write on. */
export const targetId: JsonObject = {
	sourceVariable: 'entityIdTargetSystem',
	targetPath: '$.id',
};

/** Takes the place of a deletion. */
export const deactivated: readonly JsonObject[] = [
	{ ...targetId, scope: 'deleteEntity' },
	{ constant: false, targetPath: '$.active', scope: 'deleteEntity' },
];

export function schemas(...urns: readonly string[]): JsonObject {
	return { constant: [...urns], targetPath: '$.schemas' };
}

/** Applications refuse accounts whose e-mail addresses do not say which one counts. */
export const firstEmailIsPrimary: JsonObject = {
	condition: '$.emails[0].length() > 0',
	constant: true,
	targetPath: '$.emails[0].primary',
};

/** The manager is an account here, if at all. */
export const manager: JsonObject = {
	sourcePath: `$['${ENTERPRISE}']['manager']['value']`,
	targetPath: `$['${ENTERPRISE}']['manager']['value']`,
	optional: true,
	functions: [{ function: 'resolveEntityIds' }],
};

/** Members by their ids here; who has no account yet is left out. */
export function members(type?: 'User' | 'Group'): JsonObject {
	// A member that does not say what it is, is a user.
	const chosen = { User: "[?(@.type != 'Group')]", Group: "[?(@.type == 'Group')]" };
	const entityType = type === 'Group' ? 'group' : 'user';
	return {
		sourcePath: `$.members${type ? chosen[type] : '[*]'}.value`,
		targetPath: '$.members[?(@.value)]',
		optional: true,
		preserveArrayWithSingleElement: true,
		functions: [{ function: 'resolveEntityIds', entityType }],
	};
}

/** What SAP's applications take for a locale: `en_DE`. Left out when language or country is missing. */
export const localeWithCountry: JsonObject = {
	condition: "($.locale EMPTY false) && ($.addresses[?(@.type == 'work')].country EMPTY false)",
	sourcePath: '$.locale',
	targetPath: '$.locale',
	functions: [
		{ function: 'toLowerCaseString' },
		{ function: 'concatString', suffix: '_' },
		{ function: 'concatString', suffix: "$.addresses[?(@.type == 'work')].country" },
	],
};

/** Conditions and functions around the property that limits an application to groups with a prefix. */
export function groupPrefix(property: string) {
	return {
		isMember: `('%${property}%' === 'null') || ($.groups[?(@.display =~ /%${property}%.*/)] empty false)`,
		isWanted: [
			`isAttributeWithOptionalPrefix($.displayName, ${property})`,
			`isAttributeWithOptionalPrefix($['${CUSTOM_GROUP}']['name'], ${property})`,
			'(isRegularGroup() || isApplicationSpecificGroup())',
		].join(' && '),
		/** The property in the name of a group, as text: the application does not see it. */
		cutOff: {
			condition: `isAttributeWithMandatoryPrefix(@, ${property})`,
			function: 'replaceFirstString',
			regex: `%${property}%`,
			replacement: '',
		},
	} as const;
}

/** A group that is its name, without the prefix, and its members. */
export function namedGroup({ isWanted, cutOff }: ReturnType<typeof groupPrefix>): JsonObject {
	return {
		condition: isWanted,
		mappings: [
			targetId,
			schemas(CORE_GROUP),
			{ ...copyRequired('$.displayName'), functions: [cutOff] },
			members(),
		],
	};
}
