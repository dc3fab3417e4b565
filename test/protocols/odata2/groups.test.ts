import { compileTransformation } from '../../../src/transformation';
import { startSuccessFactors, type SuccessFactors } from '../../support/successFactors';
import { connectTo, everyone, queries, systemOf } from '../connections';

let tenant: SuccessFactors;
beforeEach(async () => {
	tenant = await startSuccessFactors();
});
afterEach(() => tenant.close());

const directory = () => connectTo('sap-successfactors', tenant);

test('row 76: a group has its members with the ids of their persons', async () => {
	const [one, other] = [tenant.hire(), tenant.hire({ status: 'f' })];
	tenant.createGroup({ id: '2901', name: 'Managers', members: [one.userId, other.userId] });
	const group = await directory().get('group', '2901', 'number');
	expect(group?.attributes).toMatchObject({
		groupID: '2901',
		groupName: 'Managers',
		groupType: 'permission',
		users: [
			{ userId: one.userId, personGUID: one.perPersonUuid },
			{ userId: other.userId, personGUID: other.perPersonUuid },
		],
	});
	expect(group?.incomplete).toBeUndefined();
	const { user, group: mapping } = systemOf('sap-successfactors').defaultTransformation('read');
	const switchedOn = { user: user ?? {}, group: { ...Object(mapping), ignore: false } };
	expect(compileTransformation(switchedOn).map('group', group?.attributes ?? {})).toMatchObject({
		entity: {
			displayName: 'Managers',
			members: [{ value: one.perPersonUuid }, { value: other.perPersonUuid }],
		},
		variables: { entityIdSourceSystem: '2901' },
	});
});

test('members are looked up in blocks, so that no address becomes too long', async () => {
	const members = Array.from({ length: 120 }, () => tenant.hire().userId);
	tenant.createGroup({ id: '7', name: 'All', members });
	const group = await directory().get('group', '7');
	expect(group?.attributes['users']).toHaveLength(120);
	expect(
		queries(tenant.ledger.entries).filter((query) => query.includes('userId in')),
	).toHaveLength(3);
	expect(Math.max(...tenant.ledger.entries.map(({ path }) => path.length))).toBeLessThan(2000);
});

test('D11: a member whose person is not shown makes the list incomplete', async () => {
	const { userId } = tenant.hire();
	tenant.createGroup({ id: '7', name: 'All', members: [userId, 'gone'] });
	const group = await directory().get('group', '7');
	expect(group?.attributes['users']).toHaveLength(1);
	expect(group?.incomplete).toEqual(['users']);
});

test('list, count, check and find', async () => {
	for (const id of ['1', '2', '3']) tenant.createGroup({ id, name: `Group ${id}`, members: [] });
	const groups = await everyone(directory(), 'group', { pageSize: 2 });
	expect(groups.map(({ id }) => id)).toEqual(['1', '2', '3']);
	expect(await directory().count('group')).toBe(3);
	expect(await directory().find('group', { groupName: 'Group 2' })).toHaveLength(1);
	await directory().check('group');
});

test.each(['EC Managers', "1' or '1", '1 or groupID gt 0', ''])(
	"'%s' cannot be the id of a group: nothing is asked",
	async (id) => {
		await expect(directory().get('group', id)).rejects.toMatchObject({ code: 'notice.invalid' });
		expect(tenant.ledger.entries).toEqual([]);
	},
);
