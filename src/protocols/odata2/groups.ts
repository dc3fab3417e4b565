import type { Entity } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { JsonObject } from '../../model/json';
import type { ListOptions, Match, Page } from '../directory';
import { walkPages } from '../pages';
import { collectionPath, pageSizeOf } from '../paths';
import { listFilter } from '../properties';
import { fulfils, valuesAt } from '../scim2/attributes';
import { pageWire } from '../wire';
import { readList, snapshotReader, type Odata2Wire } from './rows';
import { allOf, literal } from './text';

/** A filter with more ids would make the address too long for some proxies. */
const BLOCK = 50;

/** Edm.Int64. */
const NUMBER = /^\d{1,19}$/;

/**
 * A group with its members.
 *
 * @throws ProvisioningError `notice.invalid` for an id that is no whole number: that proves no absence
 */
export async function groupById(wire: Odata2Wire, id: string): Promise<Entity | undefined> {
	if (!NUMBER.test(id)) {
		throw new ProvisioningError({
			code: 'notice.invalid',
			message: `'${id.slice(0, 40)}' cannot be the id of a group`,
			hint: 'Look up which id the source application sends.',
		});
	}
	const { groups } = wire.version.reading;
	return (await readGroups(wire, `${groups.id} eq ${id}L`)).find((group) => group.id === id);
}

export async function findGroups(wire: Odata2Wire, match: Match): Promise<Entity[]> {
	const conditions = Object.entries(match).map(([name, value]) => `${name} eq ${literal(value)}`);
	const hits = await readGroups(wire, allOf(...conditions));
	return hits.filter((hit) => fulfils(hit, match));
}

async function readGroups(wire: Odata2Wire, condition: string): Promise<Entity[]> {
	const { groups } = wire.version.reading;
	const { rows } = await readList(wire, collectionPath(wire.version, 'group'), {
		$filter: allOf(groups.filter, condition),
		$select: groups.select,
	});
	return withMembers(wire, rows);
}

export function listGroups(wire: Odata2Wire, options: ListOptions): AsyncIterable<Page> {
	const size = pageSizeOf(wire.version, options.pageSize, wire.properties);
	const query = {
		$filter: groupFilter(wire, options.filter),
		$select: wire.version.reading.groups.select,
	};
	const readPage = snapshotReader(wire, 'group', { query, size });
	return walkPages({
		system: wire.system.name,
		byPosition: false,
		startAfter: options.startAfter,
		passes: [
			async (cursor) => {
				const { rows, next } = await readPage(cursor);
				return { entities: await withMembers(pageWire(wire), rows), next };
			},
		],
	});
}

export function groupFilter(wire: Odata2Wire, given?: string): string {
	const { version, properties } = wire;
	return listFilter(version, 'group', given, properties) ?? version.reading.groups.filter;
}

async function withMembers(wire: Odata2Wire, rows: readonly JsonObject[]): Promise<Entity[]> {
	const groups: Entity[] = [];
	for (const row of rows) {
		const id = String(row[wire.version.reading.groups.id] ?? '');
		if (NUMBER.test(id)) groups.push(await withItsMembers(wire, id, row));
	}
	return groups;
}

async function withItsMembers(wire: Odata2Wire, id: string, row: JsonObject): Promise<Entity> {
	const { users, groups } = wire.version.reading;
	const { path, parameter, attribute, idAttribute } = groups.members;
	const listed = await readList(wire, path, { [parameter]: `${id}L`, activeOnly: 'true' });
	const keys = listed.rows.flatMap((member) => valuesAt(member, users.key));
	const persons = await personsOf(wire, keys);
	const members = keys.flatMap((key) => {
		const person = persons.get(key);
		return person === undefined ? [] : [{ [users.key]: key, [idAttribute]: person }];
	});
	const isWhole = members.length === listed.rows.length;
	return {
		type: 'group',
		id,
		attributes: { ...row, [groups.id]: id, [attribute]: members },
		...(!isWhole && { incomplete: [attribute] }),
	};
}

/** From the key of a row to the id of its person. */
async function personsOf(wire: Odata2Wire, keys: readonly string[]): Promise<Map<string, string>> {
	const { key, id, status, statuses } = wire.version.reading.users;
	const [navigation = id] = id.split('/');
	const persons = new Map<string, string>();
	for (let start = 0; start < keys.length; start += BLOCK) {
		const block = keys.slice(start, start + BLOCK).map(literal);
		const { rows } = await readList(wire, collectionPath(wire.version, 'user'), {
			$filter: `${key} in ${block.join(',')} and ${status} in ${statuses.map(literal).join(',')}`,
			$select: `${key},${navigation}`,
			$expand: navigation,
		});
		for (const row of rows) {
			const [person] = valuesAt(row, id.replaceAll('/', '.'));
			if (person !== undefined) persons.set(String(row[key]), person);
		}
	}
	return persons;
}
