import type { JsonObject } from '../../src/model/json';
import { createPeople } from './people';
import { randomUuid, seededRandom } from './random';

/** One employment of one person; what both APIs show is made from it. */
export interface Employment {
	readonly userId: string;
	readonly username: string;
	readonly status: 't' | 'f' | 'T' | 'F' | 'e' | 'd';
	/** Absent for people with a private address only. */
	readonly email?: string;
	readonly firstName: string;
	readonly lastName: string;
	/** Milliseconds since 1970; absent for technical users. */
	readonly lastModified?: number;
	/** 32 hex digits, the same in all employments of a person. */
	readonly perPersonUuid: string;
	readonly personIdExternal: string;
	/** Absent when there is no account (yet). */
	readonly account?: { readonly username: string; readonly active: boolean };
	/** Id in the SCIM API. */
	readonly uuid: string;
	readonly department: string;
	/** ISO 3166-1, three letters. */
	readonly country: string;
	/** `E` for employees, `C` for contractors. */
	readonly employeeClass: 'E' | 'C';
}

/** Made-up employees; the first has the number 40017. */
export function createEmployments(seed: number, now: () => number) {
	const random = seededRandom(seed);
	const nextPerson = createPeople(seed);
	let number = 40017;

	return (change: Partial<Employment> = {}): Employment => {
		const { name, emails, userName } = nextPerson() as JsonObject & {
			name: { givenName: string; familyName: string };
			emails: [{ value: string }];
			userName: string;
		};
		const userId = String(number++);
		const status = change.status ?? 't';
		return {
			userId,
			username: userName,
			status,
			email: emails[0].value,
			firstName: name.givenName,
			lastName: name.familyName,
			lastModified: now(),
			perPersonUuid: randomUuid(random).replaceAll('-', '').toUpperCase(),
			personIdExternal: userId,
			account: { username: userName, active: 'teT'.includes(status) },
			uuid: randomUuid(random),
			department: 'Logistics',
			country: 'DEU',
			employeeClass: 'E',
			...change,
		};
	};
}

/** The person and the account behind a `User`, when they are expanded. */
function personOf(one: Employment, service: string): JsonObject {
	const uri = (set: string, key: string) => `${service}/${set}('${key}')`;
	return {
		__metadata: { uri: uri('PersonKey', one.personIdExternal), type: 'SFOData.PersonKey' },
		personIdExternal: one.personIdExternal,
		perPersonUuid: one.perPersonUuid,
		userAccountNav: one.account
			? {
					__metadata: {
						uri: uri('UserAccount', one.account.username),
						type: 'SFOData.UserAccount',
					},
					username: one.account.username,
					accountStatus: one.account.active ? 'ACTIVE' : 'INACTIVE',
					accountIsLocked: 'FALSE',
					sapGlobalUserId: null,
				}
			: null,
	};
}

/** `User` of the OData API with everything that can be asked for. */
export function odataUserOf(one: Employment, service: string): JsonObject {
	const { userId, username, status, email, firstName, lastName, lastModified, department } = one;
	const { country, employeeClass } = one;
	return {
		__metadata: { uri: `${service}/User('${userId}')`, type: 'SFOData.User' },
		userId,
		username,
		status,
		email: email ?? null,
		firstName,
		lastName,
		department,
		country,
		empInfo: { userId, jobInfoNav: { results: [{ userId, employeeClass }] } },
		lastModifiedDateTime: lastModified === undefined ? null : `/Date(${lastModified}+0000)/`,
		personKeyNav: personOf(one, service),
	};
}

/** The user of the SCIM API. */
export function scimUserOf(one: Employment): JsonObject {
	const { uuid, username, status, email, firstName, lastName, perPersonUuid } = one;
	const lastModified = new Date(one.lastModified ?? 0).toISOString();
	return {
		schemas: [
			'urn:ietf:params:scim:schemas:core:2.0:User',
			'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
			'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User',
		],
		id: uuid,
		externalId: one.userId,
		userName: username,
		userType: 'ed'.includes(status) ? 'ONBOARDEE' : 'EMPLOYEE',
		name: { familyName: lastName, givenName: firstName, formatted: `${firstName} ${lastName}` },
		displayName: `${firstName} ${lastName}`,
		active: one.account?.active ?? false,
		...(email !== undefined && { emails: [{ value: email, type: 'work', primary: true }] }),
		meta: { resourceType: 'User', lastModified, version: '2.0.0' },
		'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
			department: one.department,
			employeeNumber: one.userId,
		},
		'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User': {
			perPersonUuid,
			loginMethod: 'sso',
			personIdExternal: one.personIdExternal,
		},
		'urn:ietf:params:scim:schemas:extension:sap.workforce:2.0:User': {
			...('fdF'.includes(status) && { lastDeactivated: lastModified }),
		},
	};
}
