import { sync, type Policy } from '../../src/sync';
import { compileTransformation } from '../../src/transformation';
import { connectTo, systemOf } from '../protocols/connections';
import { createFakeClock } from '../support/clock';
import { startFaultyScim, type FaultyScim } from '../support/faultyScim';
import { startSuccessFactors, type SuccessFactors } from '../support/successFactors';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const MEMBERS = 250;

let source: SuccessFactors;
let target: FaultyScim;
beforeEach(async () => {
	source = await startSuccessFactors();
	target = await startFaultyScim();
});
afterEach(() => Promise.all([source.close(), target.close()]));

const { group } = systemOf('scim-system').defaultTransformation('write');
const write = compileTransformation({ group: { ...Object(group), ignore: false } });
const read = compileTransformation(
	systemOf('sap-successfactors').defaultTransformation('read', '2'),
);

function run(properties: Record<string, string>, policy: Policy = {}) {
	return sync({
		notice: {
			system: 'sap-successfactors',
			systemId: 'prod',
			entityType: 'group',
			entityId: '2901',
			idKind: 'number',
			kind: 'changed',
			test: false,
			receivedAt: '2026-11-25T08:00:00.000Z',
			correlationId: 'c-1',
		},
		source: connectTo('sap-successfactors', source, { apiVersion: '2', properties }),
		target: connectTo('scim-system', target),
		read,
		write,
		policy,
		clock: createFakeClock(),
	});
}

/** Everybody of the source has an account, and all of those are in the group. */
function prepare(): void {
	const people = Array.from({ length: MEMBERS }, () => source.hire());
	source.createGroup({ id: '2901', name: 'All', members: people.map(({ userId }) => userId) });
	const members = people.map(({ uuid, username }) => {
		const account = { schemas: [USER], userName: username, externalId: uuid };
		return { value: String(target.store.create('User', account)['id']) };
	});
	const all = { schemas: [GROUP], displayName: 'All', externalId: '2901', members };
	target.store.create('Group', all);
}

const membersAtTarget = () => target.groups()[0]?.['members'];

test('D11: of 250 members the source gives 100: nobody is taken out, and the outcome says so', async () => {
	prepare();
	const cut = { 'sf.group.members.paging.enabled': 'false' };
	const outcome = await run(cut, { emptyGroups: 'allow' });
	expect(outcome).toMatchObject({ state: 'alreadyProvisioned' });
	expect(outcome.warnings?.join()).toContain('only a part of members');
	expect(membersAtTarget()).toHaveLength(MEMBERS);
});

test('D11: read to the end, who left is taken out', async () => {
	prepare();
	const [, ...others] = Array.from({ length: MEMBERS }, (_, place) => String(40017 + place));
	source.createGroup({ id: '2901', name: 'All', members: others });
	expect(await run({})).toMatchObject({ state: 'updated' });
	expect(membersAtTarget()).toHaveLength(MEMBERS - 1);
});
