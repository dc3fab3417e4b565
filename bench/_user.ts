import type { JsonObject } from '../src/model/json';

const service = 'https://api.example.com/odata/v2';

/** One person as the OData API of SAP SuccessFactors answers with the attributes that are asked for. */
export const odataUser: JsonObject = {
	__metadata: { uri: `${service}/User('1004711')`, type: 'SFOData.User' },
	userId: '1004711',
	username: 'mholm',
	firstName: 'Mira',
	lastName: 'Holm',
	mi: null,
	salutation: null,
	email: 'mira.holm@example.com',
	status: 't',
	title: 'Process Engineer',
	country: 'Germany',
	city: 'Walldorf',
	zipCode: '69190',
	addressLine1: 'Hauptstrasse 12',
	businessPhone: '+49 6227 555 0147',
	cellPhone: null,
	department: 'Production Technology (50007734)',
	division: 'Manufacturing (MANU)',
	location: 'Walldorf Campus (1710-0001)',
	custom01: null,
	custom02: null,
	defaultLocale: 'en_US',
	timeZone: 'Europe/Berlin',
	hireDate: '/Date(1583020800000)/',
	lastModifiedDateTime: '/Date(1732521600000+0000)/',
	manager: {
		__metadata: { uri: `${service}/User('1000042')`, type: 'SFOData.User' },
		userId: '1000042',
		displayName: 'Jon Berg',
	},
	personKeyNav: {
		__metadata: { uri: `${service}/PersonKey('1004711')`, type: 'SFOData.PersonKey' },
		perPersonUuid: '5C1E0E4B5C2A4D0C9E5B6C1F0A7D8E93',
		personIdExternal: '1004711',
		userAccountNav: {
			__metadata: { uri: `${service}/UserAccount('1004711')`, type: 'SFOData.UserAccount' },
			accountStatus: 'ACTIVE',
			username: 'mira.holm',
			accountUuid: '8f0d9f0e-0a4c-4e35-9f0e-6d6f6a4b1c11',
		},
	},
};
