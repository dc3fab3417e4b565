import { member, type Json, type JsonObject } from '../model/json';

export const ID_FIELDS = [
	'id',
	'entityId',
	'entityID',
	'userId',
	'userID',
	'groupId',
	'groupID',
	'perPersonUuid',
	'personGUID',
	'userUuid',
	'uuid',
	'externalId',
	'userName',
	'username',
];
const FIELDS_OF_SCIM_1 = ['id', 'userName', ...ID_FIELDS];
const FIELDS_OF_A_PUSH = ['userName', ...ID_FIELDS];

const SCIM_1 = 'urn:scim:schemas:core:1.0';

/** The key in the address of one user: `.../odata/v2/User('40017')`; a quote in it is doubled. */
const ODATA_USER = /\/User\('((?:[^']|'')+)'\)$/;

/** SCIM 1.1 has one schema for users and groups alike. */
export function isScim1(entity: JsonObject | undefined): boolean {
	const schemas = member(entity, 'schemas');
	return Array.isArray(schemas) && schemas.includes(SCIM_1);
}

function idOfODataAddress(object: JsonObject): string | undefined {
	const uri = member(member(object, '__metadata'), 'uri');
	if (typeof uri !== 'string') return undefined;
	try {
		return ODATA_USER.exec(decodeURIComponent(uri))?.[1]?.replaceAll("''", "'");
	} catch {
		return undefined;
	}
}

/** The id that an object carries, and the field that holds it. */
export function idIn(
	object: JsonObject,
	isPush: boolean,
): { readonly id: Json; readonly field: string } | undefined {
	// OData names an employment; the person behind it is what the other side reads back.
	const person = member(member(object, 'personKeyNav'), 'perPersonUuid');
	if (typeof person === 'string') return { id: person, field: 'perPersonUuid' };

	const ofScim = isScim1(object) ? FIELDS_OF_SCIM_1 : ID_FIELDS;
	for (const field of isPush ? FIELDS_OF_A_PUSH : ofScim) {
		const id = member(object, field) ?? undefined;
		if (id !== undefined) return { id, field };
	}
	const id = idOfODataAddress(object);
	return id === undefined ? undefined : { id, field: '__metadata' };
}

/**
 * What a document says about the entity beyond id and operation; never its password.
 * @param spokenFor fields that say nothing about the entity
 */
export function hintIn(object: JsonObject, spokenFor: ReadonlySet<string>): JsonObject | undefined {
	if (Object.hasOwn(object, 'Operations')) return undefined;
	const attributes = Object.entries(object).filter(([name]) => name !== 'password');
	const saysMore = attributes.some(([name]) => !spokenFor.has(name));
	return saysMore ? Object.fromEntries(attributes) : undefined;
}
