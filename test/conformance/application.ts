import type { IDataObject } from 'n8n-workflow';
import { isObject, type JsonObject } from '../../src/model/json';
import { startFaultyServer, type FaultyServer, type Quirks } from '../support/faultyServer';
import type { Answer, Call } from '../support/loopback';
import { createScimApi } from '../support/scimApi';
import { errorAnswer } from '../support/scimError';
import { createScimStore, type ScimStore } from '../support/scimStore';
import type { Description } from './description';
import { createEntry } from './entry';
import { readCall, refuse, type Asked } from './rules';
import { at, listOf, readJson, versionOf } from './values';

const CORE_1 = 'urn:scim:schemas:core:1.0';

export interface Application extends Omit<FaultyServer<never>, 'setFaults'> {
	/** For what an administrator does there. */
	readonly store: ScimStore;
	readonly credential: IDataObject;
	user(userName: string): JsonObject | undefined;
	group(name: string): JsonObject | undefined;
	/** Requests that changed a user or a group since the last time somebody asked. */
	writes(): string[];
}

/** An application with the peculiarities that its description names. */
export async function startApplication(description: Description): Promise<Application> {
	let givenId: string | undefined;
	let last = 0;
	const store = createScimStore({
		createId: () => givenId ?? `id-${String(++last).padStart(3, '0')}`,
		complete: (type, _id, attributes) =>
			type === 'User' ? onlyKnown(attributes, description.known) : attributes,
	});
	const api = createScimApi({ store, prefix: description.path });
	const entry = createEntry(description);

	function carryOut(asked: Asked, quirks: Quirks): Answer {
		const { call, body, type } = asked;
		if (call.method === 'GET') {
			return withoutHandmadeIds(description, toDialect(description, api(call, quirks)));
		}
		const isTeam = description.groupIdIsGiven && type === 'Group' && call.method === 'POST';
		givenId = isTeam ? String(body['id']) : undefined;
		const before = asked.id === undefined ? undefined : store.get(type, asked.id);
		const changed =
			call.method === 'DELETE' ? call : { ...call, ...asOfVersion2(asked, description) };
		// What is unique there is checked by its own rule.
		const answer = api(changed, { ...quirks, nonUnique: true });
		if (answer.status < 300 && call.method === 'PATCH') undo(asked, before);
		return toDialect(description, shown(asked, answer));
	}

	/** What the application only pretends to do, and what it does besides. */
	function undo({ type, id = '', body }: Asked, before: JsonObject | undefined): void {
		const { ignored = [], emptiesGroups } = description.patch ?? {};
		const after = store.get(type, id);
		if (type === 'User' && ignored.length > 0) {
			const kept = ignored.map((name) => [name, before?.[name] ?? null]);
			store.replace(type, id, { ...after, ...Object.fromEntries(kept) });
		}
		const leave = listOf(body['Operations']).some((one) => at(one, ['op']) === 'remove');
		if (emptiesGroups && type === 'Group' && leave) {
			store.replace(type, id, { ...after, members: [] });
		}
	}

	function shown({ type, id, call }: Asked, answer: Answer): Answer {
		if (answer.status >= 300 || id === undefined || call.method === 'DELETE') return answer;
		return { ...answer, body: JSON.stringify(store.get(type, id)) };
	}

	const server = await startFaultyServer<never>({
		apply(call, quirks) {
			const refusal = entry.admit(call);
			if (refusal) return refusal;
			const asked = readCall(call, description);
			if (!asked) return errorAnswer(404, 'Not found.');
			const answer = refuse(asked, description, store) ?? carryOut(asked, quirks);
			return entry.finish(call, answer);
		},
	});
	let seen = 0;
	return {
		...server,
		store,
		credential: entry.credential(server.origin),
		user: (name) => store.all('User').find((user) => user['userName'] === name),
		group: (name) => store.all('Group').find((group) => group['displayName'] === name),
		writes() {
			const all = server.ledger.writes().filter(({ path }) => /\/(Users|Groups)/.test(path));
			const fresh = all.slice(seen).map(({ method, path }) => `${method} ${path}`);
			seen = all.length;
			return fresh;
		},
	};
}

function onlyKnown(attributes: JsonObject, known: readonly string[] | undefined): JsonObject {
	// Read-only (RFC 7643, section 4.1.2): the application keeps its own list.
	const kept = known && new Set([...known, 'id', 'meta', 'schemas']);
	const isKept = (name: string) => name !== 'groups' && (kept?.has(name) ?? true);
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => isKept(name)));
}

/** The store speaks SCIM 2.0. */
function asOfVersion2(
	{ body, type, call }: Asked,
	{ takesAnySchema }: Description,
): Pick<Call, 'headers' | 'body'> {
	const headers = { ...call.headers, 'content-type': 'application/scim+json' };
	const isOld = listOf(body['schemas']).includes(CORE_1);
	const isFree = takesAnySchema && body['schemas'] === undefined;
	const schemas =
		isOld || isFree ? [`urn:ietf:params:scim:schemas:core:2.0:${type}`] : body['schemas'];
	return { headers, body: JSON.stringify({ ...body, schemas }) };
}

function withVersion(resource: JsonObject): JsonObject {
	const { meta } = resource;
	return isObject(meta)
		? { ...resource, meta: { ...meta, version: versionOf(resource) } }
		: resource;
}

function toDialect({ scim }: Description, answer: Answer): Answer {
	if (scim === '2.0' || answer.body === undefined || answer.status >= 300) return answer;
	const { Resources, ...body } = readJson(answer.body);
	const old = (resource: JsonObject) => ({ ...withVersion(resource), schemas: [CORE_1] });
	const resources = Resources && { resources: listOf(Resources).filter(isObject).map(old) };
	return { ...answer, body: JSON.stringify({ ...old(body), ...resources }) };
}

function withoutHandmadeIds({ hidesIdsOfHandmade }: Description, answer: Answer): Answer {
	if (!hidesIdsOfHandmade || answer.body === undefined) return answer;
	const body = readJson(answer.body);
	const resources = listOf(body['Resources']).filter(isObject);
	for (const resource of resources) if (resource['madeByHand'] === true) delete resource['id'];
	return { ...answer, body: JSON.stringify(body) };
}
