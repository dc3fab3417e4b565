/* eslint-disable @n8n/community-nodes/require-node-api-error -- a loopback server for tests, no node */
import { isObject, type Json, type JsonObject } from '../../src/model/json';
import type { Answer, Call } from './loopback';
import { OdataError, parseOdataFilter, valueAt } from './odataFilter';

export interface OdataApiOptions {
	/** Path in front of the entity sets. */
	readonly prefix: string;
	/** The rows of an entity set; `undefined` for one that there is not. */
	rows(set: string, query: URLSearchParams): JsonObject[] | undefined;
	/** Names the row that a key asks for. */
	readonly keys: Readonly<Record<string, string>>;
	/** Which rows a query without a word about them leaves out. */
	hidden(set: string, row: JsonObject): boolean;
	/** Paths that a filter must not name. */
	readonly unfilterable: readonly string[];
	/** In front of the links to next pages; the caller's own host unless given. */
	readonly linkOrigin?: () => string | undefined;
}

const MOST = 1000;

function json(status: number, body: Json): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json;charset=utf-8' },
		body: JSON.stringify(body),
	};
}

export function odataErrorAnswer(status: number, code: string, message: string): Answer {
	return json(status, { error: { code, message: { lang: 'en-US', value: message } } });
}

/** Only what `$select` names; a navigation that is not expanded is a link. */
function chosen(row: JsonObject, query: URLSearchParams): JsonObject {
	const select = query.get('$select')?.split(',');
	if (select === undefined) return row;
	const expand = query.get('$expand')?.split(',') ?? [];
	const known: JsonObject = isObject(row['__metadata']) ? { __metadata: row['__metadata'] } : {};
	for (const path of select) {
		const [name = ''] = path.split('/');
		if (!Object.hasOwn(row, name)) {
			throw new OdataError(
				400,
				'COE_PROPERTY_NOT_FOUND',
				`[COE0021]Invalid property names: ${path}.`,
			);
		}
		known[name] = expanded(row[name] ?? null, name, expand);
	}
	return known;
}

function expanded(value: Json, path: string, expand: readonly string[]): Json {
	if (!isObject(value)) return value;
	if (!expand.includes(path)) return { __deferred: { uri: path } };
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			name.endsWith('Nav') ? expanded(inner, `${path}/${name}`, expand) : inner,
		]),
	);
}

const SESSION = /JSESSIONID=s(\d+)(?:;|$)/;

/** A call outside of a session opens one; inside, cookie and token have to belong together. */
export function createSessions() {
	let opened = 0;
	return {
		opened: () => opened,
		answer(call: Call, answer: Answer): Answer {
			const [, number] = SESSION.exec(call.headers['cookie'] ?? '') ?? [];
			if (number !== undefined) {
				const fits = call.headers['x-csrf-token'] === `t${number}`;
				return fits ? answer : odataErrorAnswer(403, 'CSRF', 'The token does not fit.');
			}
			opened++;
			const expires = 'Expires=Wed, 25 Nov 2026 09:00:00 GMT';
			const cookies = [`route=r1; Path=/; ${expires}`, `JSESSIONID=s${opened}; Path=/; HttpOnly`];
			const headers = { 'set-cookie': cookies.join(', '), 'x-csrf-token': `t${opened}` };
			return { ...answer, headers: { ...answer.headers, ...headers } };
		},
	};
}

/** OData 2.0 as SAP SuccessFactors speaks it. */
export function createOdataApi(options: OdataApiOptions): (call: Call) => Answer {
	const snapshots = new Map<string, JsonObject[]>();

	function hits(set: string, query: URLSearchParams): JsonObject[] {
		const rows = options.rows(set, query);
		if (rows === undefined) {
			throw new OdataError(404, 'NotFoundException', `[COE0004]There is no ${set}.`);
		}
		const filter = query.get('$filter') ?? '';
		const barred = options.unfilterable.find((path) => filter.includes(path));
		if (barred) throw new OdataError(400, 'COE_INVALID_FILTER', `[COE0018]${barred} is barred.`);
		const shown = /\bstatus\b/.test(filter)
			? rows
			: rows.filter((row) => !options.hidden(set, row));
		return filter === '' ? shown : shown.filter(parseOdataFilter(filter));
	}

	function page(set: string, query: URLSearchParams, call: Call): Answer {
		const token = query.get('$skiptoken');
		const [name, offset] = token?.split('-') ?? [String(snapshots.size), '0'];
		const kept = token === null ? undefined : snapshots.get(name ?? '');
		if (token !== null && !kept) throw new OdataError(400, 'COE_SKIPTOKEN', 'Unknown skip token.');
		const all = kept ?? hits(set, query);
		if (query.get('paging') === 'snapshot') snapshots.set(name ?? '', all);
		const size = Math.min(MOST, Number(query.get('$top') ?? query.get('customPageSize') ?? MOST));
		const end = Number(offset) + size;
		const results = all.slice(Number(offset), end).map((row) => chosen(row, query));
		if (end >= all.length || query.has('$top')) return json(200, { d: { results } });
		const next = new URLSearchParams(query);
		next.set('$skiptoken', `${name}-${end}`);
		const origin = options.linkOrigin?.() ?? `http://${call.headers['host']}`;
		return json(200, {
			d: { results, __next: `${origin}${options.prefix}/${set}?${next.toString()}` },
		});
	}

	function one(set: string, key: string, query: URLSearchParams): Answer {
		const name = options.keys[set] ?? '';
		const row = options.rows(set, query)?.find((candidate) => valueAt(candidate, name) === key);
		if (row) return json(200, { d: chosen(row, query) });
		throw new OdataError(404, 'NotFoundException', `[COE0004]There is no ${set} with this key.`);
	}

	function route(call: Call): Answer {
		const { pathname, searchParams: query } = new URL(call.path, 'http://127.0.0.1');
		const path = decodeURIComponent(pathname.slice(options.prefix.length + 1));
		const [, counted] = /^(\w+)\/\$count$/.exec(path) ?? [];
		if (counted !== undefined) return { status: 200, body: String(hits(counted, query).length) };
		const [, set, key] = /^(\w+)\('((?:[^']|'')*)'\)$/.exec(path) ?? [];
		if (set !== undefined && key !== undefined) return one(set, key.replaceAll("''", "'"), query);
		if (/^get\w+$/.test(path)) {
			const rows = options.rows(path, query);
			if (rows) return json(200, { d: rows });
		}
		return page(path, query, call);
	}

	return (call) => {
		try {
			return route(call);
		} catch (error) {
			if (!(error instanceof OdataError)) throw error;
			return odataErrorAnswer(error.status, error.code, error.message);
		}
	};
}
