import type { EntityType } from '../../model/entity';
import type { JsonObject } from '../../model/json';
import type { HttpResponse } from '../../model/ports';
import type { Odata2Version } from '../../systems/system';
import { collectionPath } from '../paths';
import { contextOf, exchange, pageWire, type Wire } from '../wire';
import { readRow, readRows, type Rows } from './answer';
import { nextQuery } from './nextLink';
import { sessionOf } from './session';
import { queryOf } from './text';

export type Odata2Wire = Wire<Odata2Version>;

type Query = Readonly<Record<string, string | number | undefined>>;

const HEADERS = { accept: 'application/json' };

export async function readList(wire: Odata2Wire, path: string, query: Query): Promise<Rows> {
	return readRows(await ask(wire, path, textOf(query)), contextOf(wire));
}

export async function readOne(
	wire: Odata2Wire,
	path: string,
	query: Query,
): Promise<JsonObject | undefined> {
	return readRow(await ask(wire, path, textOf(query)), contextOf(wire));
}

/** What one page of a list holds, and where the next one is. */
export interface RowPage {
	readonly rows: readonly JsonObject[];
	readonly next?: string;
}

/**
 * Reads the pages of a snapshot that the server keeps: what changes meanwhile moves nobody to another page.
 * They are read in one session, because opening one costs the server more than a page does.
 */
export function snapshotReader(
	wire: Odata2Wire,
	type: EntityType,
	{ query, size }: { readonly query: Query; readonly size: number },
): (cursor: string | undefined) => Promise<RowPage> {
	const path = collectionPath(wire.version, type);
	const first = textOf({ ...query, customPageSize: size, paging: 'snapshot' });
	const { baseUrl } = wire.connection.http;
	let session: Readonly<Record<string, string>> = {};

	return async (cursor = first) => {
		const own = pageWire(wire);
		const response = await ask(own, path, cursor, session);
		const { rows, next } = readRows(response, contextOf(own));
		session = { ...session, ...sessionOf(response) };
		if (next === undefined) return { rows };
		return { rows, next: nextQuery(next, { path, baseUrl, system: wire.system.name }) };
	};
}

function ask(
	wire: Odata2Wire,
	path: string,
	query: string,
	headers: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
	return exchange(wire, {
		method: 'GET',
		path: `${path}?${query}`,
		headers: { ...HEADERS, ...headers },
	});
}

function textOf(query: Query): string {
	return queryOf({ ...query, $format: 'json' });
}
