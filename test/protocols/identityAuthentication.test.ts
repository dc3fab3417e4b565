import { createFakeClock } from '../support/clock';
import { startIdentityAuthentication } from '../support/identityAuthentication';
import type { IdentityAuthentication } from '../support/identityAuthentication';
import { createPeople } from '../support/people';
import { connectTo, everyone, pagesOf, queries } from './connections';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
const VERSION_1 = { apiVersion: '1' };
let tenant: IdentityAuthentication;
let clock: ReturnType<typeof createFakeClock>;

beforeEach(async () => {
	clock = createFakeClock();
	tenant = await startIdentityAuthentication({ clock });
});
afterEach(() => tenant.close());

const directory = (options = {}) =>
	connectTo('identity-authentication', tenant, { clock, ...options });

async function hire(count: number): Promise<string[]> {
	const next = createPeople();
	const ids: string[] = [];
	while (ids.length < count) ids.push((await tenant.createUser(next())).id);
	return ids;
}

describe('ids of the other API version', () => {
	test('row 53: version 2 is given P000123: searched by the id that SAP keeps, one request', async () => {
		const [id] = await hire(1);
		tenant.ledger.clear();
		const found = await directory().get('user', 'P000123', 'pUser');
		expect(found?.id).toBe(id);
		expect(queries(tenant.ledger.entries)).toEqual([`filter=${SAP}:userId eq "P000123"`]);
	});

	test('row 54: version 1 is given a UUID: searched by userUuid', async () => {
		const [id = ''] = await hire(1);
		tenant.ledger.clear();
		const found = await directory(VERSION_1).get('user', id, 'uuid');
		expect(found?.id).toBe('P000123');
		expect(queries(tenant.ledger.entries)).toEqual([`filter=userUuid eq "${id}"`]);
	});

	test('a group of version 1 is found by the id that version 2 keeps', async () => {
		const additionalId = '57aadecee4b0c8e9241d1635';
		const id = tenant.createGroup({
			displayName: 'Sales',
			[CUSTOM_GROUP]: { name: 'SALES', additionalId },
		});
		expect((await directory().get('group', additionalId, 'objectId'))?.id).toBe(id);
	});

	test('each version gets its own ids by its own path', async () => {
		const [id = ''] = await hire(1);
		tenant.ledger.clear();
		await directory().get('user', id, 'uuid');
		await directory(VERSION_1).get('user', 'P000123', 'pUser');
		expect(tenant.ledger.entries.map(({ path }) => path)).toEqual([
			`/scim/Users/${id}`,
			'/service/scim/Users/P000123',
		]);
	});
});

describe.each([
	['2', '/scim/Users'],
	['1', '/service/scim/Users'],
])('list, version %s', (apiVersion, path) => {
	test('row 56: three pages by startId, everybody once, end at `end`', async () => {
		await hire(5);
		tenant.ledger.clear();
		const pages = await pagesOf(directory({ apiVersion }), 'user', { pageSize: 2 });
		const names = pages.flatMap(({ entities }) => entities.map((e) => e.attributes['userName']));
		expect(new Set(names).size).toBe(5);
		expect(names).toHaveLength(5);
		expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
		expect(tenant.ledger.entries).toHaveLength(3);
		expect(tenant.ledger.entries.every((entry) => entry.path.startsWith(path))).toBe(true);
		expect(queries(tenant.ledger.entries)[0]).toBe('startId=initial&count=2');
	});

	test('count asks for no user', async () => {
		await hire(3);
		tenant.ledger.clear();
		expect(await directory({ apiVersion }).count('user')).toBe(3);
		expect(queries(tenant.ledger.entries)).toEqual(['count=0']);
	});

	test('nobody is a list too', async () => {
		expect(await everyone(directory({ apiVersion }), 'user')).toEqual([]);
		expect(await directory({ apiVersion }).count('user')).toBe(0);
	});
});

test('row 58: 429 with Retry-After 2: waits, then goes on', async () => {
	await hire(3);
	tenant.ledger.clear();
	tenant.setFaults({ nth: 2, do: '429(2)' });
	expect(await everyone(directory(), 'user', { pageSize: 2 })).toHaveLength(3);
	expect(tenant.ledger.entries.map(({ status }) => status)).toEqual([200, 429, 200]);
	expect(clock.sleeps.map((ms) => Math.floor(ms / 1000))).toEqual([2]);
});

test('row 59: 429 every time: an error after the set number of tries', async () => {
	const [id = ''] = await hire(1);
	tenant.ledger.clear();
	tenant.setFaults({ do: '429(2)' });
	await expect(directory().get('user', id)).rejects.toMatchObject({ code: 'request.throttled' });
	expect(tenant.ledger.entries).toHaveLength(4);
});

test('D12: each page may wait as long as a run of its own', async () => {
	await hire(6);
	tenant.setFaults({ nth: [1, 3, 5], do: '429(30)' });
	expect(await everyone(directory(), 'user', { pageSize: 2 })).toHaveLength(6);
});

describe('what changed since', () => {
	test('row 95: who changes during a read is in the next one', async () => {
		const [first = ''] = await hire(3);
		await clock.advance(60_000);
		const started = new Date(clock.now()).toISOString();
		await clock.advance(1_000);
		await tenant.updateUser(first, { title: 'Lead' });
		const changed = await everyone(directory(), 'user', { changedSince: started });
		expect(changed.map(({ id }) => id)).toEqual([first]);
	});

	test('is joined with the filter of the administrator', async () => {
		const properties = { 'ias.user.filter': 'userType eq "employee" or active eq true' };
		const changedSince = '2026-11-03T11:04:11.5+01:00';
		await everyone(directory({ properties }), 'user', { changedSince });
		expect(queries(tenant.ledger.entries)).toEqual([
			'startId=initial&count=100&filter=(userType eq "employee" or active eq true) and ' +
				'meta.lastModified gt "2026-11-03T10:04:11Z"',
		]);
	});

	test.each([
		['groups', 'group', {}],
		['version 1', 'user', VERSION_1],
	] as const)('%s are always read in full', async (_, type, options) => {
		await everyone(directory(options), type, { changedSince: '2026-11-03T10:04:11Z' });
		expect(queries(tenant.ledger.entries)).toEqual(['startId=initial&count=100']);
	});

	test('a time that is none is refused before anything is asked', async () => {
		const reading = everyone(directory(), 'user', { changedSince: 'yesterday' });
		await expect(reading).rejects.toMatchObject({ code: 'configuration.invalid' });
		expect(tenant.ledger.entries).toEqual([]);
	});
});

describe('filters', () => {
	test('of the administrator hold for lists and counts, not for what a notice names', async () => {
		const [id = ''] = await hire(2);
		const filtered = directory({ properties: { 'ias.user.filter': 'userName eq "nobody"' } });
		expect(await everyone(filtered, 'user')).toEqual([]);
		expect(await filtered.count('user')).toBe(0);
		expect((await filtered.get('user', id))?.id).toBe(id);
	});

	test('that are given take the place of the property', async () => {
		await hire(2);
		const filtered = directory({ properties: { 'ias.user.filter': 'userName eq "nobody"' } });
		const found = await everyone(filtered, 'user', { filter: 'userName sw "mira"' });
		expect(found).toHaveLength(1);
	});
});

describe('row 66, D11: a group with 20,001 members', () => {
	const members = Array.from({ length: 20_001 }, (_, place) => ({ value: `u${place}` }));
	let id: string;
	beforeEach(() => {
		id = tenant.createGroup({ displayName: 'All', members });
	});

	test('paging off: 20,000, and the entity says that the list is cut', async () => {
		const group = await directory().get('group', id);
		expect(group?.attributes['members']).toHaveLength(20_000);
		expect(group?.incomplete).toEqual(['members']);
	});

	test('paging on: all of them', async () => {
		const properties = { 'ias.group.members.paging.enabled': 'true' };
		const group = await directory({ properties }).get('group', id);
		expect(group?.attributes['members']).toEqual(members);
		expect(group?.attributes['displayName']).toBe('All');
		expect(group?.incomplete).toBeUndefined();
		expect(tenant.ledger.entries).toHaveLength(1 + 21);
	});
});

test.each([
	[99, undefined],
	[100, ['members']],
])('D11: a group of version 1 with %i members may have more: %p', async (count, incomplete) => {
	const additionalId = '57aadecee4b0c8e9241d1635';
	tenant.createGroup({
		displayName: 'All',
		members: Array.from({ length: count }, (_, place) => ({ value: `u${place}` })),
		[CUSTOM_GROUP]: { name: 'ALL', additionalId },
	});
	const group = await directory(VERSION_1).get('group', additionalId);
	expect(group?.incomplete).toEqual(incomplete);
});
