import { compileTransformation } from '../../../src/transformation';
import { createFakeClock } from '../../support/clock';
import { startSuccessFactors, type SuccessFactors } from '../../support/successFactors';
import { connectTo, everyone, pagesOf, queries, systemOf } from '../connections';

const ANY_STATUS = "status in 't','e','T','f','d','F'";
const SELECT = 'userId,username,status,email,lastName,firstName,lastModifiedDateTime,personKeyNav';
const EXPAND = 'personKeyNav,personKeyNav/userAccountNav';
const read = compileTransformation(systemOf('sap-successfactors').defaultTransformation('read'), {
	direction: 'read',
});

let tenant: SuccessFactors;
let clock: ReturnType<typeof createFakeClock>;

async function start(options = {}) {
	clock = createFakeClock();
	tenant = await startSuccessFactors({ clock, ...options });
}
beforeEach(() => start());
afterEach(() => tenant.close());

const directory = (options = {}) => connectTo('sap-successfactors', tenant, { clock, ...options });

describe('one user', () => {
	test("row 67: by a userId with a quote, O'Hara", async () => {
		const { perPersonUuid } = tenant.hire({ userId: "O'Hara" });
		const found = await directory().get('user', "O'Hara", 'other');
		expect(found?.id).toBe(perPersonUuid);
		expect(tenant.ledger.entries[0]?.path).toContain('/odata/v2/User(%27O%27%27Hara%27)?');
	});

	test('by key: asks for what the default transformation reads, the account included', async () => {
		const { userId } = tenant.hire();
		const found = await directory().get('user', userId, 'number');
		expect(found?.attributes).toMatchObject({
			userId,
			personKeyNav: { userAccountNav: { accountStatus: 'ACTIVE' } },
		});
		expect(queries(tenant.ledger.entries)).toEqual([
			`$select=${SELECT}&$expand=${EXPAND}&$format=json`,
		]);
	});

	test.each(['guid32', 'uuid', undefined] as const)(
		'by the person, idKind %s: compared without case and dashes, sent as it came',
		async (idKind) => {
			const { perPersonUuid } = tenant.hire();
			const found = await directory().get('user', perPersonUuid, idKind);
			expect(found?.id).toBe(perPersonUuid);
			expect(queries(tenant.ledger.entries)[0]).toContain(
				`$filter=personKeyNav/perPersonUuid eq '${perPersonUuid}' and ${ANY_STATUS}`,
			);
		},
	);

	test.each([
		['userName', 'username'],
		['externalId', 'personIdExternal'],
	] as const)('by %s', async (idKind, attribute) => {
		tenant.hire();
		const one = tenant.hire({ personIdExternal: 'P-7' });
		expect((await directory().get('user', one[attribute], idKind))?.id).toBe(one.perPersonUuid);
	});

	test('a login name that is no key: one more try by search', async () => {
		const { username, perPersonUuid } = tenant.hire();
		const found = await directory().get('user', username, 'other');
		expect(found?.id).toBe(perPersonUuid);
		expect(tenant.ledger.entries.map(({ status }) => status)).toEqual([404, 200]);
	});

	test('row 68: an onboardee is found because all statuses are named', async () => {
		const { perPersonUuid } = tenant.hire({ status: 'e' });
		const found = await directory().get('user', perPersonUuid, 'guid32');
		expect(found?.attributes['status']).toBe('e');
	});

	test('row 69: an inactive user is found by key and by filter, and is not active', async () => {
		const { userId, perPersonUuid } = tenant.hire({ status: 'f' });
		for (const [id, kind] of [
			[userId, 'number'],
			[perPersonUuid, 'guid32'],
		] as const) {
			const found = await directory().get('user', id, kind);
			const mapped = read.map('user', found?.attributes ?? {});
			expect(mapped).toMatchObject({ status: 'mapped', entity: { active: false } });
		}
	});

	test('row 69: the account decides, not the employment', async () => {
		const account = { username: 'mholm', active: true };
		const { userId } = tenant.hire({ status: 'f', account });
		const found = await directory().get('user', userId);
		const mapped = read.map('user', found?.attributes ?? {});
		expect(mapped).toMatchObject({ entity: { active: true, userName: 'mholm' } });
	});

	test('row 70: where the filter over the person answers 400, the way leads over PerPerson', async () => {
		await tenant.close();
		await start({ unfilterable: ['personKeyNav/perPersonUuid'] });
		const { perPersonUuid } = tenant.hire({ status: 'e' });
		expect((await directory().get('user', perPersonUuid))?.id).toBe(perPersonUuid);
		expect(queries(tenant.ledger.entries).map((query) => query.split('&$')[0])).toEqual([
			`$select=${SELECT}`,
			`$filter=perPersonUuid eq '${perPersonUuid}'`,
			`$select=${SELECT}`,
		]);
		expect(await directory().get('user', '0'.repeat(32))).toBeUndefined();
	});

	test('D9, row 104: two employments of one person are one person, the active one speaks', async () => {
		const left = tenant.hire({ status: 'f', account: { username: 'mholm', active: true } });
		const { perPersonUuid, account } = left;
		const current = tenant.hire({ perPersonUuid, account, username: 'mholm2' });
		const found = await directory().get('user', perPersonUuid, 'guid32');
		expect(found?.attributes['userId']).toBe(current.userId);
		const [one, ...more] = await everyone(directory(), 'user');
		expect(more).toEqual([]);
		expect(one?.attributes['userId']).toBe(current.userId);
		expect(read.map('user', one?.attributes ?? {})).toMatchObject({
			entity: { userName: 'mholm' },
		});
	});

	test.each([
		['$.email', { email: undefined }],
		['$.personKeyNav.userAccountNav.username', { account: undefined }],
	])('row 73: without %s the entity fails, and the error says where', async (path, change) => {
		const { userId } = tenant.hire(change);
		const found = await directory().get('user', userId);
		const mapped = read.map('user', found?.attributes ?? {});
		expect(mapped).toMatchObject({
			status: 'failed',
			error: { message: expect.stringContaining(path) },
		});
	});

	test('row 74: an attribute that the tenant does not have is a clear error, without a repeat', async () => {
		const { userId } = tenant.hire();
		const properties = { 'sf.user.attributes': 'userId,shoeSize' };
		await expect(directory({ properties }).get('user', userId)).rejects.toMatchObject({
			code: 'configuration.invalid',
			message: expect.stringContaining('shoeSize'),
			retryable: false,
		});
		expect(tenant.ledger.entries).toHaveLength(1);
	});

	test('what cannot be done without stays selected', async () => {
		const { userId, perPersonUuid } = tenant.hire();
		const properties = {
			'sf.user.attributes': ' userId , department ',
			'sf.user.attributes.expand': 'personKeyNav/userAccountNav',
		};
		const found = await directory({ properties }).get('user', userId);
		expect(found?.id).toBe(perPersonUuid);
		expect(found?.attributes).toMatchObject({ department: 'Logistics', status: 't' });
	});

	test.each(['__proto__ eq', 'a b', 'username/'])('%s is no path to search by', async (path) => {
		await expect(directory().find('user', { [path]: 'x' })).rejects.toMatchObject({
			code: 'configuration.invalid',
		});
		expect(tenant.ledger.entries).toEqual([]);
	});
});

describe('all users', () => {
	test('by pages of a snapshot, whoever changes meanwhile', async () => {
		const people = Array.from({ length: 5 }, () => tenant.hire());
		const seen: unknown[] = [];
		for await (const page of directory().list('user', { pageSize: 2 })) {
			seen.push(...page.entities.map(({ attributes }) => attributes['userId']));
			if (seen.length === 2) tenant.leave(people[0]?.userId ?? '');
		}
		expect(seen).toEqual(people.map(({ userId }) => userId));
		const [first, ...next] = queries(tenant.ledger.entries);
		expect(first).toBe(
			`$select=${SELECT}&$expand=${EXPAND}&$filter=${ANY_STATUS}&customPageSize=2&paging=snapshot&$format=json`,
		);
		expect(next.every((query) => query.includes('$skiptoken='))).toBe(true);
		expect(next).toHaveLength(2);
	});

	test('all pages of a list are read in one session, each list in its own', async () => {
		for (let count = 0; count < 5; count++) tenant.hire();
		expect(await everyone(directory(), 'user', { pageSize: 2 })).toHaveLength(5);
		expect(tenant.ledger.entries).toHaveLength(3);
		expect(tenant.sessions()).toBe(1);
		await everyone(directory(), 'user', { pageSize: 2 });
		expect(tenant.sessions()).toBe(2);
	});

	test('rows 68, 69: onboardees and inactive ones are among them, and are counted', async () => {
		for (const status of ['t', 'f', 'T', 'F', 'e', 'd'] as const) tenant.hire({ status });
		expect(await everyone(directory(), 'user')).toHaveLength(6);
		expect(await directory().count('user')).toBe(6);
	});

	test('a filter of the administrator decides about the status when it names it', async () => {
		tenant.hire();
		tenant.hire({ status: 'f' });
		tenant.hire({ status: 'f', department: 'Sales' });
		const filtered = (filter: string) =>
			everyone(directory({ properties: { 'sf.user.filter': filter } }), 'user');
		expect(await filtered("status eq 't'")).toHaveLength(1);
		expect(await filtered("department eq 'Sales' or department eq 'Law'")).toHaveLength(1);
	});

	test('row 71: a next page on another host is refused, and nothing is sent there', async () => {
		for (let count = 0; count < 3; count++) tenant.hire();
		tenant.linkFrom('https://elsewhere.example.com');
		await expect(pagesOf(directory(), 'user', { pageSize: 2 })).rejects.toMatchObject({
			code: 'answer.unexpected',
		});
		expect(tenant.ledger.entries).toHaveLength(1);
	});

	test('row 72: a user without lastModifiedDateTime is left out and reported, the rest is read', async () => {
		tenant.hire({ userId: 'v4admin', lastModified: undefined });
		for (let count = 0; count < 3; count++) tenant.hire();
		const pages = await pagesOf(directory(), 'user', { pageSize: 2 });
		expect(pages.flatMap(({ entities }) => entities)).toHaveLength(3);
		expect(pages.flatMap(({ skipped }) => skipped)).toEqual([
			{ id: expect.any(String), reason: 'a user without lastModifiedDateTime' },
		]);
	});

	test('what changed since', async () => {
		tenant.hire();
		await clock.advance(60_000);
		const changedSince = new Date(clock.now()).toISOString();
		await clock.advance(1_000);
		const { perPersonUuid } = tenant.hire({ status: 'e' });
		const changed = await everyone(directory(), 'user', { changedSince });
		expect(changed.map(({ id }) => id)).toEqual([perPersonUuid]);
		expect(queries(tenant.ledger.entries)[0]).toContain(
			`$filter=${ANY_STATUS} and lastModifiedDateTime gt datetimeoffset'2026-11-25T08:01:00Z'&`,
		);
	});

	test.each([
		['sf.page.size', { properties: { 'sf.page.size': '250' } }, undefined, 250],
		['what is asked for, at most what the API gives', {}, 5000, 1000],
		['a property that is no number', { properties: { 'sf.page.size': 'many' } }, undefined, 100],
	])('page size: %s', async (_, options, pageSize, size) => {
		await everyone(directory(options), 'user', { pageSize });
		expect(queries(tenant.ledger.entries)[0]).toContain(`customPageSize=${size}&`);
	});
});

test('this API version cannot be written to, and says so', async () => {
	const target = directory();
	expect(() => target.requests.remove('user', '1')).toThrow(/can only be read/);
	await expect(target.send('user', { method: 'DELETE', path: '/' })).rejects.toMatchObject({
		code: 'configuration.invalid',
	});
	expect(tenant.ledger.entries).toEqual([]);
});
