import { isObject, type JsonObject } from '../../src/model/json';
import { ENTERPRISE_USER } from './people';
import { ScimError } from './scimError';
import type { ResourceType, ScimStore } from './scimStore';

const SAP_USER = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';

function part(resource: JsonObject, name: string): JsonObject {
	const value = resource[name];
	return isObject(value) ? value : {};
}

function withoutEmpty(attributes: Record<string, JsonObject[string] | undefined>): JsonObject {
	return Object.fromEntries(
		Object.entries(attributes).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
}

/** Version 1 has other names for them, or none. */
const OTHERWISE = new Set([SAP_USER, 'timezone', 'active', 'title', 'externalId']);

/** A user as version 1 shows it: the `P...` id first, the UUID beside it. */
function userOfVersion1(user: JsonObject): JsonObject {
	const sap = part(user, SAP_USER);
	return withoutEmpty({
		...Object.fromEntries(Object.entries(user).filter(([name]) => !OTHERWISE.has(name))),
		id: String(sap['userId']),
		userUuid: user['id'],
		timeZone: user['timezone'],
		// A user who has never logged on has no such attribute.
		active: sap['status'] === 'new' ? undefined : user['active'],
		company: user['company'] ?? part(user, ENTERPRISE_USER)['organization'],
		sourceSystem: 100,
		passwordStatus: 'enabled',
	});
}

function groupOfVersion1(group: JsonObject, userId: (uuid: string) => string): JsonObject {
	const { [CUSTOM_GROUP]: custom, members, ...same } = group;
	const { additionalId, ...extension } = isObject(custom) ? custom : {};
	const list = Array.isArray(members) ? members.filter(isObject) : [];
	return {
		...same,
		id: String(additionalId ?? ''),
		[CUSTOM_GROUP]: { ...extension, groupId: group['id'] ?? '' },
		members: list.map((one) => ({ ...one, value: userId(String(one['value'])) })),
	};
}

/** The store of a tenant as SCIM API version 1 shows it. */
export function viewOfVersion1(store: ScimStore): ScimStore {
	const all: ScimStore['all'] = (type, ago, where = () => true) => shown(type, ago).filter(where);

	function shown(type: ResourceType, ago?: number): JsonObject[] {
		const resources = store.all(type, ago);
		if (type === 'User') return resources.map(userOfVersion1);
		const ids = new Map(
			store.all('User', ago).map((user) => [user['id'], part(user, SAP_USER)['userId']]),
		);
		return resources.map((group) =>
			groupOfVersion1(group, (uuid) => String(ids.get(uuid) ?? uuid)),
		);
	}
	return {
		...store,
		all,
		get(type, id, ago) {
			const resource = all(type, ago).find((one) => one['id'] === id);
			if (resource === undefined) throw new ScimError(404, `${type} not found.`);
			return resource;
		},
	};
}
