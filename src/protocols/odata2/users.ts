import type { Entity } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { JsonObject } from '../../model/json';
import type { ListOptions, Match, Page, Skipped } from '../directory';
import { walkPages, type ProtocolPage } from '../pages';
import { collectionPath, pageSizeOf, readTime } from '../paths';
import { listFilter, propertyOr } from '../properties';
import { fulfils, valuesAt } from '../scim2/attributes';
import { readList, readOne, snapshotReader, type Odata2Wire, type RowPage } from './rows';
import { allOf, keyed, literal, readDate } from './text';

const PATH = /^[A-Za-z_]\w*(\/[A-Za-z_]\w*)*$/;

/** By the id of the person, or by the key of one row. */
export async function userById(
	wire: Odata2Wire,
	id: string,
	mayBeForeign: boolean,
): Promise<Entity | 'foreign' | undefined> {
	const { users } = wire.version.reading;
	if (/^[0-9a-f]{32}$/i.test(id.replaceAll('-', ''))) {
		return (await findUsers(wire, { [users.id]: id }))[0];
	}
	const row = await readOne(wire, keyed(collectionPath(wire.version, 'user'), id), chosen(wire));
	if (row === undefined) return mayBeForeign ? 'foreign' : undefined;
	return toEntity(wire, row);
}

/** Whoever fulfils the match, whatever the status; of several rows of a person the best one first. */
export async function findUsers(wire: Odata2Wire, match: Match): Promise<Entity[]> {
	const { users } = wire.version.reading;
	const path = collectionPath(wire.version, 'user');
	const conditions = Object.entries(match).map(
		([name, value]) => `${checked(name)} eq ${literal(value)}`,
	);
	const query = { ...chosen(wire), $filter: allOf(...conditions, anyStatus(wire)) };
	const person = Object.keys(match).length === 1 ? match[users.id] : undefined;
	const rows = await readList(wire, path, query).catch(async (error: unknown) => {
		if (person === undefined || !isRejected(error)) throw error;
		return readByDetour(wire, person);
	});
	const wanted = Object.fromEntries(
		Object.entries(match).map(([name, value]) => [name.replaceAll('/', '.'), value]),
	);
	return inOrder(wire, rows.rows)
		.flatMap((row) => toEntity(wire, row) ?? [])
		.filter((entity) => fulfils(entity, wanted));
}

/** Some tenants refuse a filter over the person: then the person gives what its rows can be found by. */
async function readByDetour(wire: Odata2Wire, person: string) {
	const { detour } = wire.version.reading.users;
	const found = await readList(wire, detour.path, {
		$filter: `${detour.by} eq ${literal(person)}`,
		$select: detour.gives,
	});
	const external = found.rows[0]?.[detour.gives];
	if (typeof external !== 'string') return { rows: [] };
	return readList(wire, collectionPath(wire.version, 'user'), {
		...chosen(wire),
		$filter: allOf(`${detour.searchBy} eq ${literal(external)}`, anyStatus(wire)),
	});
}

export function listUsers(wire: Odata2Wire, options: ListOptions): AsyncIterable<Page> {
	const query = { ...chosen(wire), $filter: userFilter(wire, options) };
	const size = pageSizeOf(wire.version, options.pageSize, wire.properties);
	const readPage = snapshotReader(wire, 'user', { query, size });
	return walkPages({
		system: wire.system.name,
		byPosition: false,
		startAfter: options.startAfter,
		passes: [async (cursor) => toPage(wire, await readPage(cursor))],
	});
}

/** Without a word about the status only active employees would be found. */
export function userFilter(wire: Odata2Wire, options: ListOptions): string {
	const { changedAt, status } = wire.version.reading.users;
	const filter = listFilter(wire.version, 'user', options.filter, wire.properties);
	const since =
		options.changedSince === undefined
			? undefined
			: `${changedAt} gt datetimeoffset'${readTime(options.changedSince)}'`;
	const hasStatus = filter !== undefined && new RegExp(`\\b${status}\\b`).test(filter);
	return allOf(filter, hasStatus ? undefined : anyStatus(wire), since);
}

function toPage(wire: Odata2Wire, { rows, next }: RowPage): ProtocolPage {
	const { key, changedAt } = wire.version.reading.users;
	const entities: Entity[] = [];
	const skipped: Skipped[] = [];
	for (const row of inOrder(wire, rows)) {
		const entity = toEntity(wire, row);
		const hasTime = readDate(row[changedAt]) !== undefined;
		if (entity && hasTime) entities.push(entity);
		else {
			const missing = entity ? changedAt : key;
			skipped.push({ id: entity?.id, reason: `a user without ${missing}` });
		}
	}
	return { entities, skipped, next };
}

/** A person may have one row per employment: the one to go by comes first. */
function inOrder({ version }: Odata2Wire, rows: readonly JsonObject[]): JsonObject[] {
	const { status, statuses } = version.reading.users;
	const rank = (row: JsonObject) => (statuses.indexOf(String(row[status])) + 99) % 99;
	return [...rows].sort((one, other) => rank(one) - rank(other));
}

/** A row without a person keeps its key as id: the transformation then says what is missing. */
function toEntity({ version }: Odata2Wire, row: JsonObject): Entity | undefined {
	const { id, key } = version.reading.users;
	const [person = row[key]] = valuesAt(row, id.replaceAll('/', '.'));
	if (typeof person !== 'string') return undefined;
	return { type: 'user', id: person, attributes: row };
}

function anyStatus({ version }: Odata2Wire): string {
	const { status, statuses } = version.reading.users;
	return `${status} in ${statuses.map(literal).join(',')}`;
}

/** What the administrator chose, and what we cannot do without. */
function chosen({ version, properties }: Odata2Wire): { $select: string; $expand: string } {
	const { select, expand, key, id, status, changedAt } = version.reading.users;
	const [navigation = id] = id.split('/');
	const needed = [key, status, changedAt, navigation];
	return {
		$select: union(propertyOr(properties, select), needed),
		$expand: union(propertyOr(properties, expand), [navigation]),
	};
}

function union(list: string, needed: readonly string[]): string {
	const names = list.split(',').map((name) => name.trim());
	return [...new Set([...names.filter((name) => name !== ''), ...needed])].join(',');
}

function isRejected(error: unknown): boolean {
	return error instanceof ProvisioningError && error.status === 400;
}

function checked(path: string): string {
	if (PATH.test(path)) return path;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${path}' is not an OData path`,
		hint: 'Use a path such as username or personKeyNav/personIdExternal.',
	});
}
