import axios from 'axios';
import { axiosHttp } from '../../../src/http';
import { connect, type Match } from '../../../src/protocols';
import { scimSystem } from '../../../src/systems/scim-system/system';
import { createFakeClock } from '../../support/clock';
import { startFaultyScim, type FaultyScim } from '../../support/faultyScim';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
let scim: FaultyScim;

beforeEach(async () => {
	scim = await startFaultyScim();
});
afterEach(() => scim.close());

function directory() {
	const http = axiosHttp(axios.create({ baseURL: scim.url, timeout: 300 }));
	return connect(scimSystem, { http, clock: createFakeClock(), random: () => 0.1 });
}

async function create(attributes: { userName: string; externalId?: string }) {
	const target = directory();
	const request = target.requests.create('user', { schemas: [USER], ...attributes });
	const account = await target.send('user', request);
	if (!account) throw new Error('not created');
	return account;
}

describe('get', () => {
	test('gives the entity with its own id', async () => {
		const { id } = await create({ userName: 'mira.holm' });
		expect(await directory().get('user', id)).toMatchObject({
			type: 'user',
			id,
			attributes: { userName: 'mira.holm' },
		});
	});

	test('a 404 in SCIM form is an absence', async () => {
		expect(await directory().get('user', 'none')).toBeUndefined();
	});

	test.each([
		['D5: the 404 page of a proxy', 'html404', 'request.notFound'],
		['E20: a login page with 200', '200html', 'answer.unexpected'],
		['E9: an answer without id', 'noId', 'answer.unexpected'],
		['E23: a redirect', 'redirect(http://127.0.0.1:9/)', 'answer.unexpected'],
		['E15: a missing right', 'forbid', 'access.forbidden'],
		['D6: a failing server', '500', 'server.unavailable'],
		['D6: half an answer', 'half', 'connection.broken'],
	] as const)('%s is never an absence', async (_, fault, code) => {
		const { id } = await create({ userName: 'mira.holm' });
		scim.setFaults({ do: fault });
		await expect(directory().get('user', id)).rejects.toMatchObject({ code });
	});

	test('right JSON with a wrong media type is accepted', async () => {
		const { id } = await create({ userName: 'mira.holm' });
		scim.setFaults({ do: 'wrongType' });
		expect((await directory().get('user', id))?.id).toBe(id);
	});

	test.each(['.', '..', ''])("A22: '%s' never becomes the path of the collection", async (id) => {
		await expect(directory().get('user', id)).rejects.toMatchObject({ code: 'notice.invalid' });
		expect(() => directory().requests.remove('user', id)).toThrow();
		expect(scim.ledger.entries).toEqual([]);
	});

	test.each(['a/b', 'a b', 'ä@x.de', "o'hara", '100%', 'a?b#c', '%2e%2e'])(
		"A22, L16: '%s' is one encoded segment",
		async (id) => {
			await directory().get('user', id);
			const [entry] = scim.ledger.entries;
			const segment = entry?.path.replace(/^\/scim\/Users\//, '') ?? '';
			expect(segment).not.toMatch(/[/?#]/);
			expect(decodeURIComponent(segment)).toBe(id);
		},
	);
});

describe('find', () => {
	test('E7: compares userName without case, externalId with it', async () => {
		await create({ userName: 'Mira.Holm', externalId: 'AbC' });
		expect(await directory().find('user', { userName: 'mira.holm' })).toHaveLength(1);
		expect(await directory().find('user', { externalId: 'abc' })).toHaveLength(0);
	});

	test('E8: a value cannot leave its quotes', async () => {
		await create({ userName: 'mira.holm' });
		for (const value of ['" or userName pr or "', 'a" eq "b', "o'hara"]) {
			expect(await directory().find('user', { userName: value })).toEqual([]);
		}
	});

	test('E6: what a server lists without looking at the filter is compared again', async () => {
		const everybody = {
			totalResults: 2,
			Resources: ['jonas.beck', 'mira.holm'].map((userName) => ({ id: userName, userName })),
		};
		const http = {
			send: async () => ({ status: 200, headers: {}, body: JSON.stringify(everybody) }),
		};
		const found = await connect(scimSystem, { http }).find('user', { userName: 'mira.holm' });
		expect(found.map(({ id }) => id)).toEqual(['mira.holm']);
	});

	test.each(['200empty', '200html'] as const)('D7: %s is not "nobody"', async (fault) => {
		scim.setFaults({ do: fault });
		await expect(directory().find('user', { userName: 'mira.holm' })).rejects.toMatchObject({
			code: 'answer.unexpected',
		});
	});

	test('an attribute path is checked before anything is asked', async () => {
		await expect(directory().find('user', { 'userName eq "a" or id': 'b' })).rejects.toMatchObject({
			code: 'configuration.invalid',
		});
		expect(scim.ledger.entries).toEqual([]);
	});
});

describe('findAny', () => {
	const matches: Match[] = [{ externalId: 'e-1' }, { userName: 'mira.holm' }];

	test('joins what the server can join into one request', async () => {
		await create({ userName: 'mira.holm', externalId: 'e-1' });
		scim.ledger.clear();
		expect(await directory().findAny('user', matches)).toHaveLength(1);
		expect(scim.ledger.entries).toHaveLength(1);
	});

	test('asks one by one where the server refuses to join, and finds as many', async () => {
		await create({ userName: 'mira.holm' });
		await create({ userName: 'jonas.beck', externalId: 'e-1' });
		scim.setFaults({ path: /%20or%20/, do: 'status(400)' });
		expect(await directory().findAny('user', matches)).toHaveLength(2);
	});

	test('asks one by one when a value holds a quote', async () => {
		await create({ userName: "o'hara" });
		await create({ userName: 'mira "mo" holm', externalId: 'e-2' });
		scim.ledger.clear();
		const quoted: Match[] = [{ userName: 'mira "mo" holm' }, { externalId: 'e-2' }];
		expect(await directory().findAny('user', quoted)).toHaveLength(1);
		expect(scim.ledger.entries.every(({ path }) => !path.includes('%20or%20'))).toBe(true);
	});
});

describe('send', () => {
	test('E11: deleting what is gone already is a success', async () => {
		const { id } = await create({ userName: 'mira.holm' });
		const target = directory();
		const request = target.requests.remove('user', id);
		expect(await target.send('user', request)).toBeUndefined();
		expect(await target.send('user', request)).toBeUndefined();
		expect(scim.users()).toEqual([]);
	});

	test('D5: the 404 page of a proxy does not confirm a deletion', async () => {
		const { id } = await create({ userName: 'mira.holm' });
		scim.setFaults({ do: 'html404' });
		const target = directory();
		await expect(target.send('user', target.requests.remove('user', id))).rejects.toMatchObject({
			code: 'request.notFound',
		});
	});

	test('a success without body gives no entity', async () => {
		const { id } = await create({ userName: 'mira.holm' });
		scim.setFaults({ method: 'PATCH', do: '200empty' });
		const target = directory();
		const operations = [{ op: 'replace', value: { displayName: 'Mira' } }] as const;
		expect(
			await target.send('user', target.requests.patch('user', id, operations)),
		).toBeUndefined();
	});

	test('a taken name is a conflict with the words of the server', async () => {
		await create({ userName: 'mira.holm' });
		await expect(create({ userName: 'mira.holm' })).rejects.toMatchObject({
			code: 'request.conflict',
			status: 409,
		});
	});
});

test('what belongs to the server is not sent to it', () => {
	const { requests } = directory();
	const attributes = { id: '1', meta: {}, groups: [{ value: 'g' }], userName: 'mira.holm' };
	expect(requests.create('user', attributes).body).toEqual({ userName: 'mira.holm' });
	expect(requests.replace('user', '7', attributes).body).toEqual({
		id: '7',
		userName: 'mira.holm',
	});
});

test('an API version that does not exist is refused by name', () => {
	const http = axiosHttp(axios.create());
	expect(() => connect(scimSystem, { http, apiVersion: '9' })).toThrow(/no API version '9'/);
});
