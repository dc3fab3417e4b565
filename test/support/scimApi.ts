/* eslint-disable @n8n/community-nodes/require-node-api-error -- a loopback server for tests, no node */
import { isObject, type Json, type JsonObject } from '../../src/model/json';
import type { Quirks } from './faultyServer';
import { scimAnswer, type Answer, type Call } from './loopback';
import { errorAnswer, ScimError } from './scimError';
import { parseFilter, testOf } from './scimFilter';
import { pageOf } from './scimPage';
import { withPart, type CutList } from './scimLists';
import { patched } from './scimPatch';
import { RESOURCE_TYPES, type ResourceType, type ScimStore } from './scimStore';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const CONFIGURATION = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

export interface ScimApiOptions {
	readonly store: ScimStore;
	/** Path in front of `/Users`, e.g. `/scim`. */
	readonly prefix: string;
	/** Answers 405 to everything but GET. */
	readonly readOnly?: boolean;
	/** Lists that an answer gives only a part of. */
	readonly cutLists?: Readonly<Partial<Record<ResourceType, CutList>>>;
	/** `totalResults` is left out, as some servers do. */
	readonly uncounted?: boolean;
}

function configuration(readOnly: boolean): JsonObject {
	return {
		schemas: [CONFIGURATION],
		patch: { supported: !readOnly },
		bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
		filter: { supported: true, maxResults: 100 },
		changePassword: { supported: false },
		sort: { supported: false },
		etag: { supported: false },
		authenticationSchemes: [{ type: 'httpbasic', name: 'HTTP Basic', description: 'HTTP Basic' }],
	};
}

function typeOf(word: string | undefined): ResourceType | undefined {
	return RESOURCE_TYPES.find((type) => `${type}s` === word);
}

function readBody(call: Call): JsonObject {
	const [mediaType] = (call.headers['content-type'] ?? '').split(';');
	if (mediaType !== 'application/scim+json' && mediaType !== 'application/json') {
		throw new ScimError(415, 'The media type is not supported.');
	}
	try {
		const body: Json = JSON.parse(call.body);
		if (isObject(body)) return body;
	} catch {
		// Answered below, like JSON that is no object.
	}
	throw new ScimError(400, 'The body cannot be read.', 'invalidSyntax');
}

function assertSchema(body: JsonObject, schema: string): void {
	const { schemas } = body;
	if (Array.isArray(schemas) && schemas.includes(schema)) return;
	throw new ScimError(400, `schemas does not name ${schema}.`, 'invalidSyntax');
}

/** SCIM 2.0 over a store: RFC 7644, sections 3.3 to 3.6 and 4. */
export function createScimApi(options: ScimApiOptions): (call: Call, quirks: Quirks) => Answer {
	const { store, prefix, readOnly = false, cutLists = {}, uncounted = false } = options;

	function shown(type: ResourceType, resource: JsonObject, query: URLSearchParams): JsonObject {
		const cut = cutLists[type];
		return cut === undefined ? resource : withPart(resource, cut, query);
	}

	function pageAnswer(type: ResourceType, hits: JsonObject[], query: URLSearchParams): Answer {
		const { Resources, ...page } = pageOf(hits, query);
		const resources = Array.isArray(Resources) ? Resources.filter(isObject) : [];
		const body: JsonObject = {
			...page,
			Resources: resources.map((resource) => shown(type, resource, query)),
		};
		if (uncounted) delete body['totalResults'];
		return scimAnswer(200, body);
	}

	function resourceAnswer(status: number, type: ResourceType, resource: JsonObject, call: Call) {
		const location = `http://${call.headers['host']}${prefix}/${type}s/${resource['id']}`;
		const meta = isObject(resource['meta']) ? { ...resource['meta'], location } : { location };
		const headers = status === 201 ? { location } : {};
		return scimAnswer(status, { ...resource, meta }, headers);
	}

	function list(type: ResourceType, query: URLSearchParams, quirks: Quirks): Answer {
		const text = query.get('filter');
		if (text === null) return pageAnswer(type, store.all(type, quirks.stale), query);
		const hits = store.all(type, quirks.stale, testOf(parseFilter(text)));
		return pageAnswer(type, hits, query);
	}

	function create(type: ResourceType, call: Call, quirks: Quirks): Answer {
		const body = readBody(call);
		assertSchema(body, `urn:ietf:params:scim:schemas:core:2.0:${type}`);
		return resourceAnswer(201, type, store.create(type, body, quirks), call);
	}

	function change(type: ResourceType, id: string, call: Call, quirks: Quirks): Answer {
		if (call.method === 'DELETE') {
			store.remove(type, id, quirks);
			return { status: 204 };
		}
		const body = readBody(call);
		const current = store.get(type, id);
		assertSchema(
			body,
			call.method === 'PATCH' ? PATCH_OP : `urn:ietf:params:scim:schemas:core:2.0:${type}`,
		);
		const attributes = call.method === 'PATCH' ? patched(current, body['Operations']) : body;
		return resourceAnswer(200, type, store.replace(type, id, attributes, quirks), call);
	}

	function route(call: Call, quirks: Quirks): Answer {
		const { pathname, searchParams } = new URL(call.path, 'http://127.0.0.1');
		if (!pathname.startsWith(`${prefix}/`)) throw new ScimError(404, 'Not found.');
		const [word, id, ...rest] = pathname.slice(prefix.length + 1).split('/');
		const type = typeOf(word);
		const isConfiguration = word === 'ServiceProviderConfig' && id === undefined;
		if (rest.length > 0 || (type === undefined && !isConfiguration)) {
			throw new ScimError(404, 'Not found.');
		}
		const { method } = call;
		if (method !== 'GET' && (readOnly || type === undefined)) {
			throw new ScimError(405, 'Read only.');
		}
		if (type === undefined) return scimAnswer(200, configuration(readOnly));
		if (id === undefined) {
			if (method === 'GET') return list(type, searchParams, quirks);
			if (method === 'POST') return create(type, call, quirks);
			throw new ScimError(405, 'Only GET and POST.');
		}
		const key = decodeURIComponent(id);
		if (method === 'GET') {
			const resource = store.get(type, key, quirks.stale);
			return resourceAnswer(200, type, shown(type, resource, searchParams), call);
		}
		if (method === 'POST') throw new ScimError(405, 'Only GET, PUT, PATCH and DELETE.');
		return change(type, key, call, quirks);
	}

	return (call, quirks) => {
		try {
			return route(call, quirks);
		} catch (error) {
			if (!(error instanceof ScimError)) throw error;
			return errorAnswer(error.status, error.message, error.scimType);
		}
	};
}
