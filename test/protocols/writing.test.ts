import type { ChangeRequest } from '../../src/model/change';
import type { Entity } from '../../src/model/entity';
import type { TargetTraits } from '../../src/systems';
import { scimSystem } from '../../src/systems/scim-system/system';
import { systemOf } from './connections';
import { scripted, type Said } from './scripted';

const BODY = { schemas: [], id: '1' };
const seen: Entity = { type: 'user', id: '1', attributes: BODY, version: 'W/"7"' };
const WILDCARD = { property: 'scim.include.if.match.wildcard.header', otherwise: 'false' };
const CSRF = {
	protection: { property: 'scim.api.csrf.protection', otherwise: 'disabled' },
	path: { property: 'scim.csrf.token.path', otherwise: '' },
};

function scimSystemWith(traits: Partial<TargetTraits>) {
	const { target } = scimSystem;
	if (!target) throw new Error('not a target');
	return { ...scimSystem, target: { ...target, ...traits } };
}

function changeOf(method: ChangeRequest['method']): ChangeRequest {
	return { method, path: '/Users/1', ...(method !== 'DELETE' && { body: BODY }) };
}

async function headersOf(
	method: ChangeRequest['method'],
	traits: Partial<TargetTraits>,
	options: { properties?: Record<string, string>; entity?: Entity } = {},
) {
	const { properties = {}, entity = seen } = options;
	const answers = [{ body: method === 'DELETE' ? '' : JSON.stringify(BODY) }];
	const { directory, sent } = scripted(scimSystemWith(traits), answers, { properties });
	await directory.send('user', changeOf(method), entity);
	return sent.at(-1)?.headers ?? {};
}

describe('If-Match', () => {
	test.each([
		['POST', undefined],
		['PUT', 'W/"7"'],
		['PATCH', '*'],
		['DELETE', '*'],
	] as const)('a server that compares versions: %s with %s', async (method, header) => {
		expect((await headersOf(method, { ifMatch: 'version' }))['if-match']).toBe(header);
	});

	test('without a version that was read, any will do', async () => {
		const entity = { ...seen, version: undefined };
		expect((await headersOf('PUT', { ifMatch: 'version' }, { entity }))['if-match']).toBe('*');
	});

	test.each([
		['true', '*'],
		['false', undefined],
	])('the property set to %s: %s', async (value, header) => {
		const properties = { [WILDCARD.property]: value };
		const headers = await headersOf('PUT', { ifMatch: WILDCARD }, { properties });
		expect(headers['if-match']).toBe(header);
	});

	test('nobody asked for it: none', async () => {
		expect(await headersOf('PUT', {})).not.toHaveProperty('if-match');
	});
});

test('headers of the definition go out with writes, and never take the place of ours', async () => {
	const headers = { 'x-ignore-roles-if-missing': 'true', 'content-type': 'text/plain' };
	expect(await headersOf('PUT', { headers, contentType: 'application/json' })).toMatchObject({
		'x-ignore-roles-if-missing': 'true',
		'content-type': 'application/json',
	});
	expect(await headersOf('DELETE', {})).not.toHaveProperty('content-type');
});

describe('a token against cross-site request forgery', () => {
	const enabled = { 'scim.api.csrf.protection': 'enabled' };
	const token: Said = { headers: { 'x-csrf-token': 't', 'set-cookie': 'sid=1; Path=/' } };

	test('is fetched where the property says so, below the base URL', async () => {
		const properties = { ...enabled, 'scim.csrf.token.path': '/Users?count=1' };
		const answers = [token, { body: JSON.stringify(BODY) }];
		const { directory, sent } = scripted(scimSystemWith({ csrf: CSRF }), answers, { properties });
		await directory.send('user', changeOf('PATCH'));
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /Users?count=1',
			'PATCH /Users/1',
		]);
		expect(sent[1]?.headers).toMatchObject({ 'x-csrf-token': 't', cookie: 'sid=1' });
	});

	test('is not asked for without the property', async () => {
		const { directory, sent } = scripted(scimSystemWith({ csrf: CSRF }), [{ status: 204 }]);
		await directory.send('user', changeOf('PATCH'));
		expect(sent).toHaveLength(1);
	});

	test.each(['', 'Users'])('needs a path: %j is refused before anything is sent', (path) => {
		const properties = { ...enabled, 'scim.csrf.token.path': path };
		expect(() => scripted(scimSystemWith({ csrf: CSRF }), [{}], { properties })).toThrow(
			"'scim.csrf.token.path' is not a path",
		);
	});
});

describe('a server that limits calls with another status than 429', () => {
	const answers = [{ status: 403 }, { status: 403 }, { body: JSON.stringify(BODY) }];

	test('is waited for', async () => {
		const { directory, sent } = scripted(scimSystemWith({ throttledBy: [403] }), answers);
		await expect(directory.send('user', changeOf('POST'))).resolves.toMatchObject({ id: '1' });
		expect(sent).toHaveLength(3);
	});

	test('is believed in the end: the message is that of its status', async () => {
		const { directory, sent } = scripted(scimSystemWith({ throttledBy: [403] }), [{ status: 403 }]);
		const refused = directory.send('user', changeOf('POST'));
		await expect(refused).rejects.toMatchObject({ code: 'access.forbidden', status: 403 });
		expect(sent).toHaveLength(4);
	});

	test('elsewhere it is a refusal at once', async () => {
		const { directory, sent } = scripted('scim-system', answers);
		const refused = directory.send('user', changeOf('POST'));
		await expect(refused).rejects.toMatchObject({ code: 'access.forbidden' });
		expect(sent).toHaveLength(1);
	});
});

test('what a version does otherwise wins over what the system does', () => {
	const { versions } = scimSystem;
	const version = { ...versions[0], target: { updateMethod: 'put' } } as const;
	const { directory } = scripted({ ...scimSystem, versions: [version] }, [{}]);
	expect(directory.traits).toMatchObject({ updateMethod: 'put', externalId: true });
});

describe('the UAA', () => {
	const uaa = (answer: Said) => scripted('cloud-foundry-uaa-server', [answer]).directory;

	test('lists in lower case, with numbers for versions', async () => {
		const resources = [{ id: '1', userName: 'mira', meta: { version: 3 } }];
		const body = JSON.stringify({ resources, totalResults: 1, startIndex: 1 });
		expect(await uaa({ body }).find('user', { userName: 'mira' })).toMatchObject([
			{ id: '1', version: '3' },
		]);
	});

	test.each([
		['its own form', { error: 'scim_resource_not_found', message: 'User 1 does not exist' }],
		['that of SCIM 1.1', { Errors: [{ description: 'not found', code: '404' }] }],
	])('says "not there" in %s', async (_, body) => {
		const answer = { status: 404, body: JSON.stringify(body) };
		await expect(uaa(answer).get('user', '1')).resolves.toBeUndefined();
	});

	test.each([
		[{ error: 'invalid_scim_resource', message: 'A username must be provided.' }, 'A username'],
		[{ Errors: [{ description: 'No such schema', code: '400' }] }, 'No such schema'],
	])('its words are in the message: %j', async (body, words) => {
		const answer = { status: 400, body: JSON.stringify(body) };
		const refused = uaa(answer).send('user', changeOf('PUT'));
		await expect(refused).rejects.toThrow(words);
	});

	test('a version is compared with a PUT', () => {
		expect(systemOf('cloud-foundry-uaa-server').target?.ifMatch).toBe('version');
	});
});
