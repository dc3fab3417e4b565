import { compileTransformation } from '../../src/transformation';
import { createFakeClock } from '../support/clock';
import { startSuccessFactors, type SuccessFactors } from '../support/successFactors';
import { connectTo, everyone, queries, systemOf } from './connections';

const SF = 'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User';
const WORKFORCE = 'urn:ietf:params:scim:schemas:extension:sap.workforce:2.0:User';
const document = systemOf('sap-successfactors').defaultTransformation('read', '2');
let tenant: SuccessFactors;
let clock: ReturnType<typeof createFakeClock>;

beforeEach(async () => {
	clock = createFakeClock();
	tenant = await startSuccessFactors({ clock });
});
afterEach(() => tenant.close());

const directory = (properties = {}) =>
	connectTo('sap-successfactors', tenant, { apiVersion: '2', clock, properties });

describe('list', () => {
	test('row 77: by startId, the filter joined with the time of the last read', async () => {
		await everyone(directory({ 'sf.user.filter': 'active eq true' }), 'user', {
			changedSince: '2026-11-03T10:04:11Z',
		});
		expect(queries(tenant.ledger.entries)).toEqual([
			'startId=initial&count=100&filter=active eq true and meta.lastModified gt "2026-11-03T10:04:11"',
		]);
	});

	test('row 78: those who were deactivated since a day come by a second read, each once', async () => {
		const active = tenant.hire();
		const since = '2026-11-01';
		const left = tenant.hire({ status: 'f' });
		tenant.hire({ status: 'f', lastModified: Date.UTC(2020, 0, 1) });
		const properties = {
			'sf.user.filter': 'active eq true',
			'sf.user.read.deactivatedafter': since,
		};
		const ids = (await everyone(directory(properties), 'user')).map(({ id }) => id);
		expect(ids).toEqual([active.uuid, left.uuid]);
		expect(queries(tenant.ledger.entries)[1]).toBe(
			`startId=initial&count=100&filter=active eq false and ${WORKFORCE}:lastDeactivated gt "2026-11-01T00:00:00Z"`,
		);
	});

	test('row 78: whom both reads give is given once', async () => {
		tenant.hire({ status: 'f' });
		const properties = {
			'sf.user.filter': 'active eq false',
			'sf.user.read.deactivatedafter': '2026-11-01',
		};
		expect(await everyone(directory(properties), 'user')).toHaveLength(1);
		expect(tenant.ledger.entries).toHaveLength(2);
	});

	test('groups with more than 100 members are read to the end', async () => {
		const members = Array.from({ length: 250 }, () => tenant.hire().userId);
		tenant.createGroup({ id: '2901', name: 'All', members });
		const [group] = await everyone(directory(), 'group');
		expect(group?.attributes['members']).toHaveLength(250);
		const cut = { 'sf.group.members.paging.enabled': 'false' };
		const [part] = await everyone(directory(cut), 'group');
		expect(part?.attributes['members']).toHaveLength(100);
		expect(part?.incomplete).toEqual(['members']);
	});
});

describe('one user', () => {
	test('row 81: the filter of lists does not hold for a notice: an inactive user is read', async () => {
		const { uuid } = tenant.hire({ status: 'f' });
		const found = await directory({ 'sf.user.filter': 'active eq true' }).get('user', uuid, 'uuid');
		expect(compileTransformation(document).map('user', found?.attributes ?? {})).toMatchObject({
			status: 'mapped',
			entity: { active: false },
		});
	});

	test('by the person: one request, compared without case and dashes', async () => {
		const { uuid, perPersonUuid } = tenant.hire();
		const found = await directory().get('user', perPersonUuid, 'guid32');
		expect(found?.id).toBe(uuid);
		expect(queries(tenant.ledger.entries)).toEqual([
			`filter=${SF}:perPersonUuid eq "${perPersonUuid}"`,
		]);
	});

	test('400 for an id of another kind: one try by search', async () => {
		const { uuid, username } = tenant.hire();
		expect((await directory().get('user', username, 'other'))?.id).toBe(uuid);
		expect(tenant.ledger.entries.map(({ status }) => status)).toEqual([400, 200]);
		expect(await directory().get('user', 'nobody', 'other')).toBeUndefined();
		expect(tenant.ledger.entries).toHaveLength(4);
	});
});

describe('row 79: the prefix of group names', () => {
	const user = {
		schemas: [],
		id: '1',
		userName: 'mholm',
		userType: 'EMPLOYEE',
		active: true,
		groups: [{ value: '2901', display: 'EC Managers' }],
	};
	const group = { schemas: [], id: '2901', displayName: 'EC Managers' };

	test.each([
		['set', { 'sf.group.prefix': 'SF_' }, 'SF_EC Managers'],
		['not set', {}, 'EC Managers'],
	])('%s', (_, properties, name) => {
		const read = compileTransformation(document, { properties, direction: 'read' });
		expect(read.map('user', user)).toMatchObject({ entity: { groups: [{ display: name }] } });
		expect(read.map('group', group)).toMatchObject({ entity: { displayName: name } });
	});
});

test('row 80: a user without e-mail is read, without failure', async () => {
	const { uuid } = tenant.hire({ email: undefined });
	const found = await directory().get('user', uuid);
	const mapped = compileTransformation(document).map('user', found?.attributes ?? {});
	expect(mapped).toMatchObject({ status: 'mapped', entity: { active: true } });
	expect(mapped).not.toHaveProperty('entity.emails');
});
