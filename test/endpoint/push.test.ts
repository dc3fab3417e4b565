import { parseNotices } from '../../src/endpoint';
import { discoveryAnswer, pushAnswer } from '../../src/endpoint/push';

const SYSTEM = '/webhook/w1/ipsproxy/service/api/v1/systems/prod-ias';
const BASE = 'https://hooks.example.com/webhook/w1/ipsproxy/service/api/v1/systems/prod-ias';
const ACCEPTED = { status: 202, headers: {}, body: { status: 'ACCEPTED' } };

const JAM = {
	schemas: ['urn:scim:schemas:core:1.0', 'urn:scim:schemas:extension:enterprise:1.0'],
	userName: 'P000123',
	name: { givenName: 'Mira', familyName: 'Holm' },
	active: true,
};

function parse(method: string, path: string, body?: object | string) {
	return parseNotices('identity-authentication', {
		method,
		path: `${SYSTEM}${path}`,
		...(body !== undefined && {
			contentType: 'application/scim+json',
			body: typeof body === 'string' ? body : JSON.stringify(body),
		}),
	});
}

function noticeOf(method: string, path: string, body?: object) {
	const parsed = parse(method, path, body);
	if (parsed.status !== 'accepted' || parsed.notices[0] === undefined) {
		throw new Error(JSON.stringify(parsed));
	}
	return parsed.notices[0];
}

describe('row 99: whole users that a SCIM client pushes', () => {
	test.each<[string, string, string, object | undefined, object]>([
		['SCIM 1.1 user', 'POST', '/Users', JAM, { entityId: 'P000123', idKind: 'pUser' }],
		[
			'userName before the id that the client should not send',
			'POST',
			'/Users',
			{ id: 'x', externalId: 'y', userName: 'mira.holm' },
			{ entityId: 'mira.holm', idKind: 'userName' },
		],
		[
			'a UUID as userName',
			'POST',
			'/Users',
			{ userName: '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001' },
			{ idKind: 'uuid' },
		],
		['PUT', 'PUT', '/Users/P000123', JAM, { entityId: 'P000123', idKind: 'pUser', entity: JAM }],
		[
			'PATCH',
			'PATCH',
			'/Users/mira.holm',
			{ Operations: [{ op: 'remove', path: 'title' }] },
			{ entityId: 'mira.holm', idKind: 'userName', kind: 'changed' },
		],
		[
			'DELETE',
			'DELETE',
			'/users/mira%20holm/',
			undefined,
			{ entityId: 'mira holm', idKind: 'userName', kind: 'deleted' },
		],
		[
			'a group',
			'POST',
			'/Groups',
			{ externalId: 'g1', displayName: 'Staff', members: [] },
			{ entityId: 'g1', entityType: 'group', idKind: 'externalId' },
		],
		[
			'DELETE of a group',
			'DELETE',
			'/Groups/g1',
			undefined,
			{ entityType: 'group', idKind: 'other' },
		],
	])('%s', (_name, method, path, body, notice) => {
		expect(noticeOf(method, path, body)).toMatchObject(notice);
	});

	test('the password of a pushed user goes no further', () => {
		expect(noticeOf('POST', '/Users', { ...JAM, password: 'secret' }).entity).toEqual(JAM);
	});

	test.each<[string, string, string, object | string | undefined, string]>([
		['several users', 'POST', '/Users', [JAM, { ...JAM, userName: 'x' }], 'oneEntity'],
		['a user without a name', 'POST', '/Users', { active: true }, 'noId'],
		[
			'a group among users',
			'POST',
			'/Users',
			{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], id: 'g' },
			'wrongEntity',
		],
		['DELETE of all', 'DELETE', '/Users', undefined, 'noId'],
		['another resource', 'POST', '/Devices', JAM, 'unknownPath'],
		['the singular', 'POST', '/User', JAM, 'unknownPath'],
		['the configuration', 'POST', '/Schemas', JAM, 'unknownPath'],
		['what is no path of SCIM', 'POST', '/entities', JAM, 'unknownPath'],
		['the system itself', 'POST', '', JAM, 'unknownPath'],
		['bad JSON', 'POST', '/Users', '{', 'notJson'],
	])('%s is refused', (_name, method, path, body, code) => {
		expect(parse(method, path, body)).toEqual({ status: 'refused', notices: [], code });
	});

	test.each([
		['GET', '/Users'],
		['GET', '/Users/P000123'],
		['GET', '/ServiceProviderConfig'],
		['HEAD', '/Schemas'],
		['POST', '/Users'],
	])('%s %s only tries the connection', (method, path) => {
		expect(parse(method, path)).toEqual({ status: 'test', notices: [] });
	});
});

describe('row 99: what a SCIM client hears', () => {
	test('POST: 201 with the user, its id and its location', () => {
		const notice = noticeOf('POST', '/Users', JAM);
		expect(pushAnswer(ACCEPTED, { method: 'POST', notice, base: BASE })).toEqual({
			status: 201,
			headers: {
				'Content-Type': 'application/scim+json; charset=utf-8',
				Location: `${BASE}/Users/P000123`,
			},
			body: {
				...JAM,
				id: 'P000123',
				meta: { resourceType: 'User', location: `${BASE}/Users/P000123` },
			},
		});
	});

	test.each(['PUT', 'PATCH'])('%s: 200 with the user', (method) => {
		const notice = noticeOf(method, '/Users/a%20b', { title: 'x' });
		const answer = pushAnswer(ACCEPTED, { method, notice, base: BASE });
		expect(answer).toMatchObject({
			status: 200,
			body: {
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
				id: 'a b',
				title: 'x',
				meta: { location: `${BASE}/Users/a%20b` },
			},
		});
		expect(answer.headers).not.toHaveProperty('Location');
	});

	test('DELETE: 204 without a body', () => {
		const notice = noticeOf('DELETE', '/Groups/g1');
		const answer = pushAnswer(ACCEPTED, { method: 'DELETE', notice, base: BASE });
		expect(answer).toEqual({ status: 204, headers: {} });
	});

	test('a refusal stays as it is', () => {
		const notice = noticeOf('POST', '/Users', JAM);
		const refused = { status: 503, headers: {}, body: { detail: 'x' } };
		expect(pushAnswer(refused, { method: 'POST', notice, base: BASE })).toBe(refused);
	});

	test.each([
		[
			'ServiceProviderConfig',
			{ bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 } },
		],
		['Schemas', { totalResults: 2 }],
		['ResourceTypes', { Resources: [{ name: 'User' }, { name: 'Group' }] }],
	])('%s', (word, body) => {
		const answer = discoveryAnswer(`${SYSTEM}/${word}`);
		expect(answer).toMatchObject({ status: 200, body });
	});
});
