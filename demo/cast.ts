import type { JsonObject } from '../src/model/json';

/** Made-up people of the story beside those whom `people.ts` makes; none has the name of another. */
function person(givenName: string, familyName: string) {
	const userName = `${givenName}.${familyName}`.toLowerCase();
	return { givenName, familyName, userName, email: `${userName}@example.com` };
}

export const HANNA = person('Hanna', 'Keller');
export const BO = person('Bo', 'Larsen');
export const TILO = person('Tilo', 'Arden');
export const TEAM = [person('Ada', 'Novak'), person('Ben', 'Silva'), person('Cleo', 'Marsh')];
export const DANA = person('Dana', 'Weiss');

export type Person = ReturnType<typeof person>;

/** As SAP Identity Authentication and SAP SuccessFactors Learning hold a user. */
export function userOf({ givenName, familyName, userName, email }: Person): JsonObject {
	return {
		userName,
		name: { givenName, familyName },
		displayName: `${givenName} ${familyName}`,
		active: true,
		emails: [{ value: email, type: 'work', primary: true }],
	};
}

/** As SAP SuccessFactors holds an employment. */
export function employmentOf({ givenName, familyName, userName, email }: Person) {
	return {
		username: userName,
		firstName: givenName,
		lastName: familyName,
		email,
		account: { username: userName, active: true },
	};
}
