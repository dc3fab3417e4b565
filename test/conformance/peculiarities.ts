import type { JsonObject } from '../../src/model/json';
import { startBed } from './bed';
import { AKIKO, inBed, MIRA, rest, settle } from './cases';
import { DESCRIPTIONS } from './descriptions';
import { LIVES } from './lives';

function lifeOf(system: string) {
	const life = LIVES.find((one) => one.system === system);
	if (!life) throw new Error(`Nobody knows how one lives in ${system}.`);
	return life;
}

/** What only one application does. */
export function testPeculiarities(): void {
	describe('one equal attribute is enough at SAP Commerce Cloud', () => {
		const commerce = lifeOf('sap-commerce-cloud');

		test('who has her address is hers, whatever the name', () =>
			inBed(commerce, async (bed) => {
				const { id } = await bed.source.createUser(MIRA);
				bed.application.store.create('User', { ...MIRA, userName: 'mh' });
				await settle(bed, 'user', id, 'updated');
				expect(bed.application.store.all('User')).toMatchObject([
					{ userName: 'mira.holm', externalId: id },
				]);
			}));

		test('who was made by hand there has no id: the item says so, and nothing is written', () =>
			inBed(commerce, async (bed) => {
				const { id } = await bed.source.createUser(MIRA);
				bed.application.store.create('User', { ...MIRA, madeByHand: true });
				const outcome = await bed.sync('user', id);
				expect(outcome).toMatchObject({ state: 'failed', error: { code: 'request.conflict' } });
				expect(bed.application.writes()).toEqual([]);
			}));

		test('nobody is touched when name and address find two', () =>
			inBed(commerce, async (bed) => {
				const { id } = await bed.source.createUser(MIRA);
				bed.application.store.create('User', { ...AKIKO, userName: 'mira.holm' });
				bed.application.store.create('User', { ...MIRA, userName: 'mh' });
				expect(await bed.sync('user', id)).toMatchObject({
					state: 'failed',
					error: { code: 'match.ambiguous' },
				});
				expect(bed.application.writes()).toEqual([]);
			}));
	});

	test('the other mapping of SAP Jam renames an account of ours and makes no second one', () => {
		const other = LIVES.find(({ apiVersion }) => apiVersion === 'console');
		return inBed(other ?? lifeOf('sap-jam-collaboration'), async (bed) => {
			const { id } = await bed.source.createUser(MIRA);
			bed.application.store.create('User', { ...MIRA, externalId: id });
			await settle(bed, 'user', id, 'updated');
			expect(bed.application.store.all('User')).toMatchObject([{ userName: 'P000123' }]);
		});
	});

	test('a SCIM System asks for a token against forged requests when the administrator says so', async () => {
		const usual = DESCRIPTIONS.find(({ system }) => system === 'scim-system');
		if (!usual) throw new Error('Nobody has described it.');
		const properties = {
			'scim.api.csrf.protection': 'enabled',
			'scim.csrf.token.path': '/Users?count=1',
		};
		const bed = await startBed({ ...usual, csrf: '/scim/v2/Users?count=1', properties });
		try {
			const { id } = await bed.source.createUser(MIRA);
			await settle(bed, 'user', id, 'created');
		} finally {
			await bed.close();
		}
	});

	test('the same name from another identity provider is somebody else at the UAA', () =>
		inBed(lifeOf('cloud-foundry-uaa-server'), async (bed) => {
			const { id } = await bed.source.createUser(MIRA);
			bed.application.store.create('User', { ...MIRA, origin: 'ldap' });
			await settle(bed, 'user', id, 'created');
			expect(bed.application.store.all('User')).toMatchObject([
				{ origin: 'ldap' },
				{ origin: 'sap.custom', externalId: id },
			]);
		}));

	test('no more than 50 members leave with one request at Identity Authentication', () =>
		inBed(lifeOf('identity-authentication'), async (bed) => {
			const { source, application } = bed;
			const uuidOf = (place: number) =>
				`00000000-0000-4000-8000-0000000000${String(place).padStart(2, '0')}`;
			const members: JsonObject[] = Array.from({ length: 60 }, (_, place) => {
				application.store.create('User', {
					userName: `user.${place}`,
					externalId: uuidOf(place),
					emails: [{ value: `user.${place}@example.com` }],
				});
				return { value: uuidOf(place), type: 'User' };
			});
			const name = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
			const id = source.createGroup({ displayName: 'All', [name]: { name: 'All' }, members });
			await settle(bed, 'group', id, 'created');
			expect(application.group('All')?.['members']).toHaveLength(60);

			source.changeGroup(id, { members: members.slice(55) });
			const policy = { emptyGroups: 'allow' };
			expect(await bed.sync('group', id, { policy })).toMatchObject({ state: 'updated' });
			expect(application.writes()).toHaveLength(2);
			expect(application.group('All')?.['members']).toHaveLength(5);
			await rest(bed, 'group', id);
		}));

	test('a token against forged requests serves all writes of an execution', () =>
		inBed(lifeOf('sap-analytics-cloud'), async (bed) => {
			const { id } = await bed.source.createUser(MIRA);
			await settle(bed, 'user', id, 'created');
			const fetched = bed.application.ledger.entries.filter(
				({ headers }) => headers['x-csrf-token']?.toLowerCase() === 'fetch',
			);
			expect(fetched).toHaveLength(1);
		}));
}
