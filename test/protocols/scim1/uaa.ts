import { isObject, type Json, type JsonObject } from '../../../src/model/json';
import { startFaultyServer } from '../../support/faultyServer';
import type { Answer, Call } from '../../support/loopback';

const CORE = 'urn:scim:schemas:core:1.0';

function json(status: number, body?: JsonObject, version?: number): Answer {
	return {
		status,
		headers: {
			'content-type': 'application/json',
			...(version !== undefined && { etag: `"${version}"` }),
		},
		...(body && { body: JSON.stringify(body) }),
	};
}

const notFound = json(404, { error: 'scim_resource_not_found', message: 'User does not exist' });

/** The users of a Cloud Foundry UAA: SCIM 1.1 with versions that must be named, lists in lower case. */
export async function startUaa() {
	const users = new Map<string, JsonObject>();
	let last = 0;

	function create(attributes: JsonObject): string {
		const id = `u-${++last}`;
		users.set(id, { ...attributes, id, schemas: [CORE], meta: { version: 0 } });
		return id;
	}

	function show(id: string, status = 200): Answer {
		const user = users.get(id);
		return user ? json(status, user, versionOf(user)) : notFound;
	}

	function list(query: URLSearchParams): Answer {
		const [, name] = /^userName eq "(.*)"$/.exec(query.get('filter') ?? '') ?? [];
		const hits = [...users.values()].filter(
			({ userName }) => name === undefined || userName === name,
		);
		const start = Number(query.get('startIndex') ?? 1);
		const resources: Json[] = hits.slice(start - 1, start - 1 + Number(query.get('count') ?? 100));
		return json(200, { schemas: [CORE], resources, startIndex: start, totalResults: hits.length });
	}

	function write(id: string, call: Call): Answer {
		const user = users.get(id);
		if (!user) return notFound;
		const version = versionOf(user);
		const named = call.headers['if-match'];
		if (named === undefined) return json(400, { error: 'scim', message: 'Missing If-Match' });
		if (named !== '*' && named !== `"${version}"`) return json(409, { error: 'scim' });
		const { meta, ...attributes } = parse(call.body);
		const kept = call.method === 'PUT' ? {} : { ...user };
		const emptied = isObject(meta) && Array.isArray(meta['attributes']) ? meta['attributes'] : [];
		for (const name of emptied) delete kept[String(name)];
		users.set(id, { ...kept, ...attributes, id, meta: { version: version + 1 } });
		return show(id);
	}

	const server = await startFaultyServer({
		apply(call) {
			const { pathname, searchParams } = new URL(call.path, 'http://uaa');
			const id = decodeURIComponent(pathname.split('/')[2] ?? '');
			const body = parse(call.body);
			if (call.body !== '' && JSON.stringify(body['schemas']) !== JSON.stringify([CORE])) {
				return json(400, { error: 'scim', message: 'unknown schema' });
			}
			if (id === '') return call.method === 'POST' ? show(create(body), 201) : list(searchParams);
			if (call.method === 'DELETE') return users.delete(id) ? json(200, {}) : notFound;
			return call.method === 'GET' ? show(id) : write(id, call);
		},
	});
	return { ...server, url: server.origin, create };
}

function versionOf({ meta }: JsonObject): number {
	return isObject(meta) ? Number(meta['version']) : 0;
}

function parse(text: string): JsonObject {
	const body: unknown = text === '' ? {} : JSON.parse(text);
	return isObject(body) ? body : {};
}
