import { isObject, type JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation, type Transformation } from '../../src/transformation';
import * as entities from './entities';

export interface Person {
	readonly entity: JsonObject;
	readonly variables: JsonObject;
}

function mapped(id: string, version: string, type: string, raw: readonly JsonObject[]): Person[] {
	const document = systems.get(id)?.defaultTransformation('read', version);
	const read = compileTransformation(document, { direction: 'read' });
	return raw.flatMap((one) => {
		const result = read.map(type, one);
		return result.status === 'mapped' ? [result] : [];
	});
}

/** Users and groups as three sources hand them on, in the form that write transformations expect. */
export const people: readonly Person[] = [
	...mapped('identity-authentication', '2', 'user', entities.directoryUsers().map(withExtras)),
	...mapped('identity-authentication', '1', 'user', entities.usersOfVersion1()),
	...mapped('sap-successfactors', '2', 'user', entities.workforceUsers()),
];

export const groups: readonly Person[] = mapped(
	'identity-authentication',
	'2',
	'group',
	entities.directoryGroups().map((group, place) => {
		const members = Array.isArray(group['members']) ? group['members'] : [];
		return { ...group, members: [...members, { value: `g${place}`, type: 'Group' }] };
	}),
);

/** What only some applications look at: regions, second addresses, telling groups, managers. */
function withExtras(person: JsonObject, place: number): JsonObject {
	const known: JsonObject[] = [
		{ type: 'work', country: 'US', region: 'Alabama', locality: 'Sampleton' },
		{ type: 'home', country: 'DE', locality: 'Exampleville' },
		{ type: 'holiday', country: 'FR' },
	];
	const addresses = known.slice(0, place % 4);
	return {
		...person,
		groups: [
			{ value: `g${place}`, display: ['Workzone_Admin', 'P_Sales', 'Sales'][place % 3] ?? '' },
		],
		...(place % 2 && { addresses }),
		...(place % 3 === 1 && { locale: 'en' }),
		...(place % 5 === 0 && {
			emails: [
				{ value: 'second@example.com', type: 'home' },
				{ value: 'first@example.com', type: 'work', primary: true },
			],
		}),
	};
}

/** Users but for one in three, and one group, have an account there. */
export function resolve(id: string, type: string): string | undefined {
	if (type === 'group') return id === 'g5' ? 'there-g5' : undefined;
	return id.startsWith('g') || id.endsWith('1') ? undefined : `there-${id}`;
}

/** The group mappings of some applications are off until the administrator removes `ignore`. */
export function switchedOn(document: JsonObject): JsonObject {
	const { group } = document;
	return isObject(group) ? { ...document, group: { ...group, ignore: false } } : document;
}

export const OPERATIONS = ['create', 'update', 'delete'] as const;

export function write(
	transformation: Transformation,
	type: string,
	{ entity, variables }: Person,
	operation: (typeof OPERATIONS)[number],
) {
	const known: JsonObject = operation === 'create' ? {} : { entityIdTargetSystem: '42' };
	const context = { operation, resolve, variables: { ...variables, ...known } };
	return transformation.map(type, entity, context);
}
