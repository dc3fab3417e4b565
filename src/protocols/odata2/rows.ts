import type { EntityType } from '../../model/entity';
import type { JsonObject } from '../../model/json';
import type { Odata2Version } from '../../systems/system';
import type { ProtocolPage } from '../pages';
import { collectionPath } from '../paths';
import { contextOf, exchange, type Wire } from '../wire';
import { readRow, readRows, type Rows } from './answer';
import { nextQuery } from './nextLink';
import { queryOf } from './text';

export type Odata2Wire = Wire<Odata2Version>;

type Query = Readonly<Record<string, string | number | undefined>>;

const HEADERS = { accept: 'application/json' };

export async function readList(
	wire: Odata2Wire,
	path: string,
	query: Query | string,
): Promise<Rows> {
	const text = typeof query === 'string' ? query : queryOf({ ...query, $format: 'json' });
	const request = { method: 'GET', path: `${path}?${text}`, headers: HEADERS } as const;
	return readRows(await exchange(wire, request), contextOf(wire));
}

export async function readOne(
	wire: Odata2Wire,
	path: string,
	query: Query,
): Promise<JsonObject | undefined> {
	const text = queryOf({ ...query, $format: 'json' });
	const request = { method: 'GET', path: `${path}?${text}`, headers: HEADERS } as const;
	return readRow(await exchange(wire, request), contextOf(wire));
}

/** One page of a snapshot that the server keeps: what changes meanwhile moves nobody to another page. */
export async function readSnapshotPage(
	wire: Odata2Wire,
	type: EntityType,
	{ query, size, cursor }: { query: Query; size: number; cursor?: string },
): Promise<Rows & Pick<ProtocolPage, 'next'>> {
	const path = collectionPath(wire.version, type);
	const first = { ...query, customPageSize: size, paging: 'snapshot' };
	const { rows, next } = await readList(wire, path, cursor ?? first);
	if (next === undefined) return { rows };
	const { baseUrl } = wire.connection.http;
	return { rows, next: nextQuery(next, { path, baseUrl, system: wire.system.name }) };
}
