import type { JsonObject } from '../../src/model/json';
import type { Answer, Call } from '../support/loopback';
import { sameJson } from '../support/sameJson';
import { errorAnswer } from '../support/scimError';
import type { ScimStore } from '../support/scimStore';
import type { Description } from './description';
import { at, listOf, readJson, valuesOf, versionOf } from './values';

export interface Asked {
	readonly call: Call;
	readonly url: URL;
	readonly body: JsonObject;
	readonly type: 'User' | 'Group';
	/** Absent for the collection. */
	readonly id?: string;
}

type Rule = (asked: Asked, description: Description, store: ScimStore) => Answer | undefined;

const isWrite = ({ method }: Call) => method !== 'GET';

function currentOf(store: ScimStore, { type, id }: Asked): JsonObject | undefined {
	return store.all(type).find((one) => one['id'] === id);
}

const mediaType: Rule = ({ call }, description) => {
	const [given] = (call.headers['content-type'] ?? '').split(';');
	if (call.body === '' || given === description.mediaType) return undefined;
	return errorAnswer(415, `The media type is not ${description.mediaType}.`);
};

const dialect: Rule = ({ call, body }, { scim }) => {
	if (call.body === '' || scim === '2.0') return undefined;
	const isOld = sameJson(body['schemas'], ['urn:scim:schemas:core:1.0']);
	if (isOld && !call.body.includes('urn:ietf:')) return undefined;
	return errorAnswer(400, 'Only the schema of SCIM 1.1 is known here.');
};

const version: Rule = (asked, { versioned }, store) => {
	if (!versioned || asked.call.method !== 'PUT') return undefined;
	const match = asked.call.headers['if-match'];
	if (match === undefined) return errorAnswer(400, 'Missing If-Match for PUT.');
	if (['*', versionOf(currentOf(store, asked))].includes(match)) return undefined;
	return errorAnswer(412, 'Somebody else has changed it.');
};

const filter: Rule = ({ url }, { unsearchable = [], refusesOr }) => {
	const text = url.searchParams.get('filter') ?? '';
	const isRefused = unsearchable.some((path) => text.includes(`${path} `));
	if (!isRefused && !(refusesOr && / or /i.test(text))) return undefined;
	return errorAnswer(400, 'The filter is not supported.', 'invalidFilter');
};

const groups: Rule = (asked, description, store) => {
	const { call, body, type } = asked;
	if (type !== 'Group' || description.groups === 'full') return undefined;
	if (description.groups === 'none') return errorAnswer(404, 'There are no groups.');
	if (call.method === 'POST' || call.method === 'DELETE') {
		return errorAnswer(403, 'Groups are made and deleted by an administrator.');
	}
	if (call.method === 'PUT' && description.patch?.onlyGroups) {
		return errorAnswer(405, 'Members are patched.');
	}
	const name = currentOf(store, asked)?.['displayName'];
	const isRenamed =
		call.method === 'PUT'
			? body['displayName'] !== name
			: listOf(body['Operations']).some((operation) => !isAboutMembers(operation));
	return isWrite(call) && isRenamed ? errorAnswer(400, 'Only members can change.') : undefined;
};

function isAboutMembers(operation: unknown): boolean {
	return String(Reflect.get(Object(operation), 'path')).startsWith('members');
}

const teams: Rule = ({ call, body, type }, { groupIdIsGiven }) => {
	if (!groupIdIsGiven || type !== 'Group' || call.method !== 'POST') return undefined;
	return typeof body['id'] === 'string' ? undefined : errorAnswer(400, 'A team needs its id.');
};

const patch: Rule = ({ call, body, type }, description) => {
	const { refused, removeAtMost = Infinity } = description.patch ?? {};
	if (call.method !== 'PATCH') return undefined;
	if (refused === 'all' || refused === `${type}s`) return errorAnswer(404, 'Not found.');
	const removals = listOf(body['Operations']).filter((one) => at(one, ['op']) === 'remove');
	return removals.length > removeAtMost
		? errorAnswer(400, `At most ${removeAtMost} members at a time.`, 'tooMany')
		: undefined;
};

const fixed: Rule = (asked, { fixedOnGroups }, store) => {
	const { call, body, type } = asked;
	if (type !== 'Group' || call.method !== 'PUT' || !fixedOnGroups) return undefined;
	const before = at(currentOf(store, asked), fixedOnGroups);
	const after = at(body, fixedOnGroups);
	return after === undefined || after === before
		? undefined
		: errorAnswer(400, 'The name of a group cannot change.', 'mutability');
};

const required: Rule = ({ call, body, type }, description) => {
	if (type !== 'User' || (call.method !== 'POST' && call.method !== 'PUT')) return undefined;
	const missing = description.required?.find((path) => valuesOf(body, path).length === 0);
	return missing === undefined ? undefined : errorAnswer(400, `${missing} is required.`);
};

const unique: Rule = ({ call, body, type, id }, description, store) => {
	if (type !== 'User' || (call.method !== 'POST' && call.method !== 'PUT')) return undefined;
	const key = (user: JsonObject, paths: readonly string[]) =>
		paths.map((path) => valuesOf(user, path).map((value) => String(value).toLowerCase()));
	const taken = description.unique.some((paths) => {
		const wanted = key(body, paths);
		if (wanted.some((values) => values.length === 0)) return false;
		return store
			.all('User')
			.filter((user) => user['id'] !== id)
			.some((user) => sameJson(key(user, paths), wanted));
	});
	return taken ? errorAnswer(409, 'The user exists.', 'uniqueness') : undefined;
};

const RULES: readonly Rule[] = [
	mediaType,
	dialect,
	version,
	filter,
	groups,
	teams,
	patch,
	fixed,
	required,
	unique,
];

export function readCall(call: Call, { path }: Description): Asked | undefined {
	const url = new URL(call.path, 'http://127.0.0.1');
	const [, word, id] = /^\/(Users|Groups)(?:\/(.*))?$/.exec(url.pathname.slice(path.length)) ?? [];
	if (word === undefined || !url.pathname.startsWith(path)) return undefined;
	const type = word === 'Users' ? 'User' : 'Group';
	return { call, url, body: readJson(call.body), type, id: id && decodeURIComponent(id) };
}

/** The first rule that the call breaks, as the application says so. */
export function refuse(asked: Asked, description: Description, store: ScimStore) {
	for (const rule of RULES) {
		const answer = rule(asked, description, store);
		if (answer) return answer;
	}
	return undefined;
}
