import type { JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { skipWaits } from '../support/clock';
import { AKIKO, CASES, inBed, MIRA, rest, settle } from './cases';
import { DESCRIPTIONS } from './descriptions';
import { testHandingOn } from './identityProvisioning';
import { LIVES } from './lives';
import { testPeculiarities } from './peculiarities';

/** Given by an administrator there; nobody in the source knows of it. */
const ROLES = [{ value: 'Controller' }];

const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
const GONE = { kind: 'deleted', policy: { onDelete: 'delete' } } as const;

beforeAll(skipWaits);

test('every application that accounts are written to has a life and a description', () => {
	const written = [...systems.values()].flatMap(({ id, versions }) => {
		const writable = versions.filter(({ transformations }) => transformations.write);
		return writable.map(({ version }) => (versions.length > 1 ? `${id} ${version}` : id));
	});
	const name = ({ system, apiVersion }: { system: string; apiVersion?: string }) =>
		(systems.get(system)?.versions.length ?? 0) > 1 ? `${system} ${apiVersion}` : system;
	expect(LIVES.map(name).sort()).toEqual(written.sort());
	expect(DESCRIPTIONS.map(name).sort()).toEqual(written.sort());
});

describe.each(CASES)('$title', (life) => {
	test('the life of a user', async () => {
		await inBed(life, async (bed) => {
			const { source, application } = bed;
			const { id } = await source.createUser(MIRA);
			const names = { own: 'mira.holm', uuid: id, number: 'P000123' };
			const account = () => application.store.all('User')[0] ?? {};

			await settle(bed, 'user', id, 'created');
			expect(account()).toMatchObject({
				userName: names[life.userName],
				active: true,
				name: { givenName: 'Mira', familyName: 'Holm' },
				emails: [{ value: 'mira.holm@example.com' }],
			});
			application.store.replace('User', String(account()['id']), { ...account(), roles: ROLES });

			await source.updateUser(id, { name: { givenName: 'Mira', familyName: 'Holm-Beck' } });
			await settle(bed, 'user', id, 'updated');
			expect(account()).toMatchObject({ name: { familyName: 'Holm-Beck' } });

			const emails = [{ value: 'mira.beck@example.com', type: 'work', primary: true }];
			await source.updateUser(id, { emails });
			await settle(bed, 'user', id, 'updated');
			expect(account()).toMatchObject({ emails: [{ value: 'mira.beck@example.com' }] });

			if (life.userName === 'own' && !life.forgetsOwner) {
				await source.updateUser(id, { userName: 'mira.beck' });
				await settle(bed, 'user', id, 'updated');
				expect(account()).toMatchObject({ userName: 'mira.beck' });
			}

			await source.updateUser(id, { active: false });
			await settle(bed, 'user', id, 'updated');
			expect(account()).toMatchObject({ active: false });
			await source.updateUser(id, { active: true });
			await settle(bed, 'user', id, 'updated');
			expect(account()).toMatchObject({ active: true });
			if (!life.rolesAreOurs) expect(account()).toMatchObject({ roles: ROLES });
			expect(application.store.all('User')).toHaveLength(1);
		});
	});

	test('the end of a user', async () => {
		await inBed(life, async (bed) => {
			const { source, application } = bed;
			const { id } = await source.createUser(MIRA);
			await settle(bed, 'user', id, 'created');
			await source.deleteUser(id);
			if (life.forgetsOwner) {
				// Only an account ID in Deprovision finds it then.
				await rest(bed, 'user', id, { kind: 'deleted' });
				return;
			}
			await settle(bed, 'user', id, 'disabled', { kind: 'deleted' });
			expect(application.store.all('User')).toMatchObject([{ active: false }]);
			if (life.deleted === 'inactive') {
				await rest(bed, 'user', id, GONE);
				expect(application.store.all('User')).toMatchObject([{ active: false }]);
				return;
			}
			await settle(bed, 'user', id, 'deleted', GONE);
			expect(application.store.all('User')).toEqual([]);
		});
	});

	test('the end of a user who was never there', async () => {
		await inBed(life, async (bed) => {
			const { id } = await bed.source.createUser(MIRA);
			await bed.source.deleteUser(id);
			expect(await bed.sync('user', id, { kind: 'deleted' })).toMatchObject({
				state: 'notProvisioned',
			});
			expect(bed.application.writes()).toEqual([]);
		});
	});

	test('an account of the same name that was there before', async () => {
		await inBed(life, async (bed) => {
			const { source, application } = bed;
			const { id } = await source.createUser(MIRA);
			const names = { own: 'Mira.Holm', uuid: id, number: 'P000123' };
			const there: JsonObject = { ...MIRA, userName: names[life.userName], active: false };
			if (life.system === 'cloud-foundry-uaa-server') there['origin'] = 'sap.custom';
			application.store.create('User', there);

			if (life.found === 'linked') {
				await settle(bed, 'user', id, 'updated');
				expect(application.store.all('User')).toMatchObject([{ active: true }]);
				return;
			}
			expect(await bed.sync('user', id)).toMatchObject({ state: 'failed' });
			expect(application.writes()).toEqual([]);
		});
	});

	const { groups } = life;
	if (!groups) return;

	test('the life of a group', async () => {
		await inBed(life, async (bed) => {
			const { source, application } = bed;
			const [mira, akiko] = [await source.createUser(MIRA), await source.createUser(AKIKO)];
			for (const { id } of [mira, akiko]) await settle(bed, 'user', id, 'created');
			const accounts = application.store.all('User').map(({ id }) => ({ value: id }));
			const group = () => application.store.all('Group')[0] ?? {};
			const id = source.createGroup({
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group', CUSTOM_GROUP],
				displayName: 'Sales',
				[CUSTOM_GROUP]: { name: 'Sales' },
				members: [{ value: mira.id, type: 'User' }],
			});

			if (groups.madeThere) {
				expect(await bed.sync('group', id)).not.toMatchObject({ state: 'created' });
				expect(application.writes()).toEqual([]);
				application.store.create('Group', { displayName: 'Sales' });
				await settle(bed, 'group', id, 'updated');
			} else {
				await settle(bed, 'group', id, 'created');
			}
			expect(group()).toMatchObject({ displayName: 'Sales', members: accounts.slice(0, 1) });

			source.changeGroup(id, { members: [mira, akiko].map((one) => ({ value: one.id })) });
			await settle(bed, 'group', id, 'updated');
			expect(group()).toMatchObject({ members: accounts });

			if (groups.renamed) {
				source.changeGroup(id, { displayName: 'Sales DE' });
				await settle(bed, 'group', id, 'updated');
				expect(group()).toMatchObject({ displayName: 'Sales DE' });
			}

			source.changeGroup(id, { members: [{ value: akiko.id, type: 'User' }] });
			await settle(bed, 'group', id, 'updated');
			expect(group()).toMatchObject({ members: accounts.slice(1) });

			source.deleteGroup(id);
			if (groups.deleted === 'kept') {
				await rest(bed, 'group', id, GONE);
				expect(application.store.all('Group')).toHaveLength(1);
				return;
			}
			await settle(bed, 'group', id, 'deleted', GONE);
			expect(application.store.all('Group')).toEqual([]);
		});
	});
});

// In one file, because loading n8n's engine costs more than all of this.
describe('what only one application does', testPeculiarities);
describe('SAP Identity Provisioning', testHandingOn);
