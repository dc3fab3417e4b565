import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import { startBed } from '../conformance/bed';
import { MIRA, rest, settle } from '../conformance/cases';
import type { Description } from '../conformance/description';
import { exampleDirectory } from '../fixtures/systems/example-directory/system';

/** The one line in src/systems/index.ts. */
jest.mock('../../src/systems', () => {
	const registry = jest.requireActual('../../src/systems');
	const added = jest.requireActual('../fixtures/systems/example-directory/system');
	const system = added.exampleDirectory;
	return { ...registry, systems: new Map([...registry.systems, [system.id, system]]) };
});

const description: Description = {
	system: exampleDirectory.id,
	path: '/identity/v3',
	csrf: '/identity/v3/Users?count=1',
	mediaType: 'application/json',
	scim: '2.0',
	unique: [['emails.value']],
	groups: 'membersOnly',
	patch: { refused: 'all' },
};

test('a folder is all that a target needs: the node offers it and writes to it', async () => {
	const { properties } = new ProvisioningTarget().description;
	const offered = properties.find(({ name }) => name === 'system')?.options ?? [];
	expect(offered).toContainEqual(
		expect.objectContaining({ name: 'Example Directory', value: 'example-directory' }),
	);

	const bed = await startBed(description);
	const { source, application } = bed;
	try {
		const { id } = await source.createUser(MIRA);
		await settle(bed, 'user', id, 'created');
		await source.updateUser(id, { name: { givenName: 'Mira', familyName: 'Beck' } });
		await settle(bed, 'user', id, 'updated');

		const custom = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
		const members = [{ value: id, type: 'User' }];
		const group = source.createGroup({ displayName: 'All', [custom]: { name: 'All' }, members });
		application.store.create('Group', { displayName: 'All' });
		await settle(bed, 'group', group, 'updated');
		expect(application.group('All')).toHaveProperty('members');

		await source.deleteUser(id);
		const gone = { kind: 'deleted', policy: { onDelete: 'delete' } } as const;
		await settle(bed, 'user', id, 'disabled', gone);
		await rest(bed, 'user', id, gone);
		expect(application.store.all('User')).toMatchObject([
			{ userName: 'mira.holm', active: false, name: { familyName: 'Beck' } },
		]);
	} finally {
		await bed.close();
	}
});
