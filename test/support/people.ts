import type { JsonObject } from '../../src/model/json';
import { seededRandom } from './random';

export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Made-up people; the first of every builder is the one that the documentation speaks of. */
const NAMES = [
	['Mira', 'Holm'],
	['Jonas', 'Beck'],
	['Leila', 'Östberg'],
	['Tomás', 'Ferreira'],
	['Akiko', 'Maruyama'],
	['Noor', 'van Dalen'],
	['Ewa', 'Zielińska'],
	['Samuel', 'Okafor'],
	['Ines', 'Castellano'],
	['Pavel', 'Dvořák'],
	['Freya', 'Lindqvist'],
	['Rohan', 'Malhotra'],
] as const;

interface Place {
	readonly locality: string;
	readonly postalCode: string;
	readonly country: string;
	readonly locale: string;
	readonly timezone: string;
}

const berlin = { postalCode: '12345', country: 'DE', locale: 'de', timezone: 'Europe/Berlin' };
const newYork = { postalCode: '90210', country: 'US', locale: 'en', timezone: 'America/New_York' };
const paris = { postalCode: '75001', country: 'FR', locale: 'fr', timezone: 'Europe/Paris' };

const PLACES: readonly [Place, ...Place[]] = [
	{ locality: 'Exampleville', ...berlin },
	{ locality: 'Sampleton', ...newYork },
	{ locality: 'Testbourg', ...paris },
];

const DEPARTMENTS = ['Logistics', 'Sales', 'Finance', 'Operations', 'Research'] as const;
const TITLES = ['Team Lead', 'Analyst', 'Engineer', 'Controller', 'Coordinator'] as const;

function pick<T>(list: readonly [T, ...T[]], random: () => number): T {
	return list[Math.floor(random() * list.length)] ?? list[0];
}

/** `Zielińska` as it stands in a user name. */
function plain(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();
}

/**
 * Users as an administrator would enter them, in the SCIM form of SAP Identity Authentication;
 * the same ones, in the same order, for the same seed. User names do not repeat.
 */
export function createPeople(seed = 1): () => JsonObject {
	const random = seededRandom(seed);
	let made = 0;

	return () => {
		const number = made++;
		const round = Math.floor(number / NAMES.length);
		const [givenName, familyName] = NAMES[number % NAMES.length] ?? NAMES[0];
		const userName = `${plain(givenName)}.${plain(familyName)}${round === 0 ? '' : round + 1}`;
		const { locale, timezone, ...town } = pick(PLACES, random);
		const streetAddress = `${1 + Math.floor(random() * 99)} Sample Street`;
		return {
			externalId: String(40017 + number),
			userName,
			name: { givenName, familyName },
			displayName: `${givenName} ${familyName}`,
			title: pick(TITLES, random),
			userType: 'employee',
			locale,
			timezone,
			active: true,
			emails: [{ value: `${userName}@example.com`, type: 'work', primary: true }],
			phoneNumbers: [
				{ value: `+49 30 555${String(number).padStart(3, '0')}`, type: 'work', primary: true },
			],
			addresses: [{ type: 'work', primary: true, streetAddress, ...town }],
			[ENTERPRISE_USER]: {
				employeeNumber: String(40017 + number),
				costCenter: `CC-${10 + Math.floor(random() * 20)}`,
				organization: 'Acme Example Ltd',
				department: pick(DEPARTMENTS, random),
			},
		};
	};
}
