import type { JsonObject } from '../../src/model/json';
import { createPeople, ENTERPRISE_USER } from '../support/people';
import { createEmployments, odataUserOf, scimUserOf } from '../support/successFactorsPeople';

export const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
export const SAP_ODM = 'urn:ietf:params:scim:schemas:extension:sap.odm:2.0:User';
export const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';
export const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
const SAP_GROUP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:Group';

const COUNT = 40;

const MEMBERSHIPS: readonly JsonObject[] = [
	{ value: '2901', display: 'EC Managers' },
	{ value: '2902' },
];

const uuid = (place: number) =>
	`00000000-0000-4000-8000-0000000000${String(place).padStart(2, '0')}`;

function many(make: (place: number) => JsonObject): JsonObject[] {
	return Array.from({ length: COUNT }, (_, place) => make(place));
}

/** With the given attributes taken away in turn, and once with all of them. */
function lacking(place: number, entity: JsonObject, names: readonly string[]): JsonObject {
	const name = names[place % (names.length + 1)];
	return Object.fromEntries(Object.entries(entity).filter(([key]) => key !== name));
}

/** Version 2 of Identity Authentication, as that of Local Identity Directory. */
export function directoryUsers(): JsonObject[] {
	const next = createPeople(7);
	return many((place): JsonObject => {
		const id = uuid(place);
		return {
			...next(),
			id,
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			meta: { created: '2026-03-02T08:15:00Z' },
			active: place % 3 !== 0,
			groups: [{ value: `g${place}`, type: 'direct' }],
			[SAP]: { userId: `P0001${place}`, userUuid: id, status: 'active', sourceSystem: 0 },
			...(place % 2 && { displayName: '', company: 'Acme' }),
			...(place % 4 === 1 && { [CUSTOM]: { attributes: [{ name: 'c1', value: 'x' }] } }),
			...(place % 5 === 0 && { [SAP_ODM]: { jobDetails: [{ job: 'x' }], costCenter: 'c' } }),
		};
	});
}

export function directoryGroups(): JsonObject[] {
	return many((place) =>
		lacking(
			place,
			{
				id: uuid(place),
				displayName: `Group ${place}`,
				members: Array.from({ length: place % 3 }, (_, one) => ({
					value: uuid(one),
					type: 'User',
				})),
				[CUSTOM_GROUP]: { name: `GROUP_${place}`, additionalId: 'a', description: 'd' },
				[SAP_GROUP]: { type: 'userGroup', applicationId: 'a', externalName: 'e' },
			},
			['members', CUSTOM_GROUP, SAP_GROUP],
		),
	);
}

export function usersOfVersion1(): JsonObject[] {
	const next = createPeople(8);
	return many((place): JsonObject => {
		const { timezone, ...person } = next();
		return lacking(
			place,
			{
				...person,
				id: `P0001${place}`,
				userUuid: uuid(place),
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
				timeZone: timezone ?? '',
				sourceSystem: 100,
				sourceSystemId: 'SF-PROD',
				groups: [{ value: `G${place}`, display: 'Group' }],
				...(place % 2 && { displayName: '', company: 'Acme Two' }),
				...(place % 3 && { [CUSTOM]: { attributes: [{ name: 'c1', value: 'x' }] } }),
				[ENTERPRISE_USER]: { employeeNumber: '1', manager: { value: 'P1', displayName: 'J' } },
			},
			['active', 'emails', 'userUuid', 'addresses', 'phoneNumbers', 'userName', ENTERPRISE_USER],
		);
	});
}

export function groupsOfVersion1(): JsonObject[] {
	return many((place) =>
		lacking(
			place,
			{
				id: `57aadecee4b0c8e9241d16${10 + place}`,
				displayName: `Group ${place}`,
				members: [{ value: 'P000123', display: 'Mira Holm' }].slice(0, place % 2),
				[CUSTOM_GROUP]: { name: `GROUP_${place}`, description: 'd', groupId: uuid(place) },
			},
			['members', CUSTOM_GROUP],
		),
	);
}

export function odataUsers(): JsonObject[] {
	const next = createEmployments(9, () => 1793700251000);
	const statuses = ['t', 'f', 'T', 'F', 'e', 'd'] as const;
	return many((place) => {
		const status = statuses[place % statuses.length];
		const one = { ...next({ status }), ...(place % 7 === 3 && { account: undefined }) };
		const user = odataUserOf(one, 'https://api.sf.example.com/odata/v2');
		return lacking(place, user, ['firstName', 'email', 'lastName', 'username', 'personKeyNav']);
	});
}

export function odataGroups(): JsonObject[] {
	return many((place) =>
		lacking(
			place,
			{
				groupID: String(2900 + place),
				groupName: `Group ${place}`,
				groupType: 'permission',
				users: Array.from({ length: place % 3 }, (_, one) => ({
					userId: `4001${one}`,
					...((one !== 1 || place % 2) && { personGUID: uuid(one) }),
				})),
			},
			['users', 'groupName'],
		),
	);
}

export function workforceUsers(): JsonObject[] {
	const next = createEmployments(10, () => 1793700251000);
	return many((place) =>
		lacking(
			place,
			{
				...scimUserOf(next({ status: place % 3 ? 't' : 'f' })),
				nickName: 'Mo',
				title: 'Lead',
				preferredLanguage: 'en_US',
				locale: 'en_US',
				timezone: 'Europe/Berlin',
				phoneNumbers: [{ value: '+49 30 555000', type: 'work', primary: true }],
				groups: MEMBERSHIPS.slice(0, place % 3),
				[SAP]: { userUuid: uuid(place) },
			},
			['emails', 'userType', 'name', 'groups', 'externalId', 'active', SAP, ENTERPRISE_USER],
		),
	);
}

export function workforceGroups(): JsonObject[] {
	return many((place) =>
		lacking(
			place,
			{
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group', SAP_GROUP],
				id: String(2900 + place),
				displayName: `Group ${place}`,
				members: [{ value: uuid(place), type: 'User' }],
				[SAP_GROUP]: { type: 'userGroup', supportedOperations: 'readOnly' },
			},
			['members', 'displayName', 'schemas'],
		),
	);
}

export function learners(): JsonObject[] {
	const next = createPeople(11);
	return many((place) => {
		const { userName, name, emails, phoneNumbers } = next();
		return lacking(
			place,
			{
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', SAP, CUSTOM],
				id: `EXT-${place}`,
				externalId: `EXT-${place}`,
				userName: userName ?? '',
				name: name ?? {},
				locale: 'English',
				active: place % 2 === 0,
				emails: emails ?? [],
				phoneNumbers: phoneNumbers ?? [],
				[SAP]: { userUuid: uuid(place) },
				[CUSTOM]: { siteID: 'P', sourceSystem: 'Learning', customColumns: { '110': 'Region' } },
			},
			['emails', 'name', 'active', 'phoneNumbers', CUSTOM, SAP],
		);
	});
}
