// What every trigger of the package has to hold, made from the list in package.json: a new one that is
// not described here fails.
import { systems } from '../../src/systems';
import { NOTICE_FORMS } from '../support/noticeForms';
import { nodes } from './describedPackage';
import {
	PASSWORD,
	SECRETS,
	send,
	serveTrigger,
	USER,
	type Sent,
	type ServedTrigger,
} from './trigger';
import { isTrigger, TRIGGERS, triggerNamed } from './triggers';

const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD'];
const CONTENT_TYPES = [
	'application/json',
	'application/scim+json',
	'application/x-www-form-urlencoded',
	'application/octet-stream',
	'application/soap+xml',
	'application/xml',
	'image/png',
	'multipart/form-data; boundary=x',
	'text/html',
	'text/plain',
	'text/xml',
];
const XML = new Set(['application/soap+xml', 'application/xml', 'text/xml']);

// Each test is a minute of its own: limits for guessing and for the rate of calls are tested elsewhere.
const realNow = Date.now;
let minutes = 0;
beforeEach(() => {
	minutes += 1;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + minutes * 60_001);
});
afterEach(() => jest.restoreAllMocks());

test('every trigger of the package is described, and no other', () => {
	const found = nodes.filter(({ instance }) => isTrigger(instance)).map(({ name }) => name);
	expect(found.sort()).toEqual(TRIGGERS.map(({ name }) => name).sort());
	expect([...NOTICE_FORMS.keys()].sort()).toEqual(TRIGGERS.map(({ system }) => system).sort());
});

describe.each(TRIGGERS)('$name', ({ name, system, takesGroups, takesXml, canPush }) => {
	let server: ServedTrigger;
	const open = async (options: Parameters<typeof serveTrigger>[0] = {}) =>
		await serveTrigger({ trigger: triggerNamed(name), ...options });
	/** Status of a call, and whether it started something. */
	const call = async (path: string, sent: Sent, to = server) => {
		const before = to.started.length;
		const { status } = await send(`${to.system}${path}`, sent);
		return { status, starts: to.started.length - before };
	};
	beforeAll(async () => {
		server = await open();
	});
	afterAll(async () => {
		expect(server.thrown).toEqual([]);
		await server.close();
	});

	describe.each(NOTICE_FORMS.get(system) ?? [])('understands $name', (form) => {
		test(`${form.method}: one item about the entity`, async () => {
			const { method, body, contentType } = form;
			const before = server.started.length;
			const sent = await send(`${server.system}${form.path}`, {
				method,
				...(contentType !== undefined && { headers: { 'content-type': contentType } }),
				...(body !== undefined && { body }),
			});
			expect([200, 202, 204]).toContain(sent.status);
			expect(server.started.slice(before)).toEqual([
				[expect.objectContaining({ notice: expect.objectContaining({ system, ...form.notice }) })],
			]);
		});
	});

	describe.each(METHODS)('%s', (method) => {
		test.each<[string, string]>([
			['nothing', ''],
			['a wrong password', basic(USER, 'wrong horse battery')],
			['a wrong user', basic('stranger', PASSWORD)],
			["another trigger's secret", basic(USER, 'the other horse battery')],
			['a token', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
			['the secret without a scheme', `${USER}:${PASSWORD}`],
		])('with %s: 401, and nothing starts', async (_name, authorization) => {
			const path = method === 'POST' ? '/entities/user' : '/entities/user/u1';
			expect(await call(path, { method, headers: { authorization } })).toEqual({
				status: 401,
				starts: 0,
			});
		});

		test('with the right secret: starts unless it only looks', async () => {
			const isLook = method === 'GET' || method === 'HEAD';
			const { status, starts } = await call('/entities/user/u1', { method });
			expect(status).toBeLessThan(300);
			expect(starts).toBe(isLook ? 0 : 1);
		});
	});

	test("another trigger's secret is right there, and only there", async () => {
		const other = await open({ secrets: { ...SECRETS, password: 'the other horse battery' } });
		const headers = { authorization: basic(USER, 'the other horse battery') };
		expect((await call('/entities/user', { body: '"u1"', headers }, other)).starts).toBe(1);
		expect((await call('/entities/user', { body: '"u1"' }, other)).status).toBe(401);
		await other.close();
	});

	describe.each(CONTENT_TYPES)('%s', (contentType) => {
		test('is taken, or refused before it starts anything', async () => {
			const headers = { 'content-type': contentType };
			const body = contentType.includes('form-url') ? 'id=u1' : '"u1"';
			const text = contentType === 'text/plain' ? 'u1' : body;
			const { status, starts } = await call('/entities/user', { body: text, headers });
			const isTaken = /json|form-url|plain/.test(contentType);
			const refused = XML.has(contentType) && takesXml ? 400 : 415;
			expect({ isWell: status < 300, starts }).toEqual({
				isWell: isTaken,
				starts: isTaken ? 1 : 0,
			});
			if (!isTaken) expect(status).toBe(refused);
		});

		test('A23: without credentials it does not matter', async () => {
			const headers = { 'content-type': contentType, authorization: '' };
			expect(await call('/entities/user', { body: '{', headers })).toEqual({
				// n8n itself answers what it cannot parse, where it is left to do so.
				status: contentType === 'application/json' && !takesXml ? 422 : 401,
				starts: 0,
			});
		});
	});

	test.each(['/user/entities/u1', '/entities/user/u1/more', '/entities', '', '/Users/u1/entities'])(
		'A20: a permuted path is 404: %s',
		async (path) => {
			expect(await call(path, { method: 'DELETE' })).toEqual({ status: 404, starts: 0 });
		},
	);

	test('A24: the id of another system is 404', async () => {
		const url = server.entities.replace('prod-ias', 'other');
		expect((await send(`${url}/user/prod-ias`, { method: 'DELETE' })).status).toBe(404);
	});

	test(`groups are ${takesGroups ? 'taken' : 'refused with 403'}`, async () => {
		for (const [path, method] of [
			['/entities/group/g1', 'DELETE'],
			['/entities/groups', 'POST'],
			['/entities/group', 'POST'],
		] as const) {
			const sent = { method, ...(method === 'POST' && { body: '"g1"' }) };
			const { status, starts } = await call(path, sent);
			expect({ is403: status === 403, starts }).toEqual({
				is403: !takesGroups,
				starts: takesGroups ? 1 : 0,
			});
		}
	});

	test(`row 99: a SCIM client is ${canPush ? 'let in only by the option' : 'not known'}`, async () => {
		const sent = { body: '{"userName":"P000123"}' };
		expect(await call('/Users', sent)).toEqual({ status: 404, starts: 0 });
		const pushed = await open({
			parameters: { options: { acceptScimPush: true, binaryData: true } },
		});
		const answer = await call('/Users', sent, pushed);
		expect(answer).toEqual(canPush ? { status: 201, starts: 1 } : { status: 404, starts: 0 });
		await pushed.close();
	});

	test('without a credential it answers 503 and starts nothing', async () => {
		const open503 = await open({ isOpen: true });
		expect(await call('/entities/user', { body: '"u1"' }, open503)).toEqual({
			status: 503,
			starts: 0,
		});
		await open503.close();
	});

	test('its system can be read, and is that of the registry', () => {
		expect(systems.get(system)?.source).toBeDefined();
		expect(systems.get(system)?.entityTypes.includes('group')).toBe(takesGroups);
	});
});
