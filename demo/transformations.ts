import { isObject, type Json, type JsonObject } from '../src/model/json';
import { sapSuccessFactors } from '../src/systems/sap-successfactors/system';
import { sapSuccessFactorsLearning } from '../src/systems/sap-successfactors-learning/system';
import { scimSystem } from '../src/systems/scim-system/system';

/** Attributes that the default of SAP SuccessFactors leaves out, as the properties of its API name them. */
export const EMPLOYEE_PROPERTIES = {
	'sf.user.attributes':
		'userId,username,status,email,lastName,firstName,lastModifiedDateTime,personKeyNav,country,empInfo',
	'sf.user.attributes.expand':
		'personKeyNav,personKeyNav/userAccountNav,empInfo,empInfo/jobInfoNav',
} as const;

const EMPLOYEES_ONLY = "$.empInfo.jobInfoNav.results[0].employeeClass != 'C'";
const ACTIVE_ONLY = '$.active == true';

const workAddress: readonly JsonObject[] = [
	{
		sourcePath: '$.country',
		optional: true,
		targetPath: '$.addresses[0].country',
		functions: [{ function: 'convertCountryCode', outputFormat: 'alpha2' }],
	},
	{ constant: 'work', targetPath: '$.addresses[0].type' },
];

function changedUser(document: JsonObject, more: JsonObject, mappings: readonly Json[]) {
	const { user } = document;
	if (!isObject(user) || !Array.isArray(user['mappings'])) throw new Error('There are no users.');
	return { ...document, user: { ...user, ...more, mappings: [...user['mappings'], ...mappings] } };
}

/** Employees, not contractors, with the country where they work. */
export function readEmployees({ onlyEmployees = true, withCountry = true } = {}): JsonObject {
	return changedUser(
		sapSuccessFactors.defaultTransformation('read', '1'),
		onlyEmployees ? { condition: EMPLOYEES_ONLY } : {},
		withCountry ? workAddress : [],
	);
}

/** A learner who is not active has left. */
export function readLearners({ onlyActive = true } = {}): JsonObject {
	const document = sapSuccessFactorsLearning.defaultTransformation('read');
	return changedUser(document, onlyActive ? { condition: ACTIVE_ONLY } : {}, []);
}

/** The default write transformation, with groups switched on. */
export function writeWithGroups(): JsonObject {
	const { group, ...rest } = scimSystem.defaultTransformation('write');
	if (!isObject(group)) throw new Error('There are no groups.');
	return { ...rest, group: { ...group, ignore: false } };
}
