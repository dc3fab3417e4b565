import { isObject } from '../../src/model/json';
import { seededRandom } from '../support/random';
import { count, seeds } from './counts';
import { createMemoryWorld, membership, noticeFor } from './memoryWorld';
import { createSwitchboard } from './switchboard';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

async function race(seed: number, runs: number, nonUnique: boolean) {
	const random = seededRandom(seed);
	const board = createSwitchboard(random);
	const world = createMemoryWorld({ random, pause: board.pause, nonUnique });
	const user = world.source.create('User', { schemas: [`${SCHEMA}User`], userName: 'mira' });
	const id = String(user['id']);
	const one = async () => {
		let outcome = await world.run(noticeFor(id));
		for (let again = 0; outcome.repeatable && again < 5; again++) {
			outcome = await world.run(noticeFor(id));
		}
		return outcome.state;
	};
	await board.play(Array.from({ length: runs }, one));
	return world;
}

describe.each([false, true])(
	'C5, E2, E3, goal 14: parallel creates of one person, no uniqueness: %s',
	(nonUnique) => {
		test.each([2, 3, 5, 8, 16])('%i at once leave exactly one account', async (runs) => {
			for (const seed of seeds(count(6, 50))) {
				const world = await race(seed, runs, nonUnique);
				expect({ seed, accounts: world.target.all('User').length }).toEqual({ seed, accounts: 1 });
			}
		});
	},
);

describe('order of group create, user create, membership, rename', () => {
	const steps = ['group', 'user', 'member', 'rename'] as const;
	const orders = permutations(steps);

	test.each(orders.map((order) => [order.join(', '), order] as const))(
		'goal 7: %s',
		async (_, order) => {
			const world = createMemoryWorld();
			const user = world.source.create('User', { schemas: [`${SCHEMA}User`], userName: 'mira' });
			const group = world.source.create('Group', {
				schemas: [`${SCHEMA}Group`],
				displayName: 'Sales',
			});
			const ids = { user: String(user['id']), group: String(group['id']) };
			world.source.replace('Group', ids.group, { ...group, members: [{ value: ids.user }] });
			world.source.replace('User', ids.user, { ...user, userName: 'mira.beck' });
			for (const step of order) {
				const isGroup = step === 'group' || step === 'member';
				await world.run(
					noticeFor(isGroup ? ids.group : ids.user, { entityType: isGroup ? 'group' : 'user' }),
				);
			}
			expect(membership(world.target)).toEqual({ Sales: ['mira.beck'] });
			expect(world.target.all('User')).toHaveLength(1);
		},
	);
});

test('F1, goal 12: one joins 50,000 members: one member in the PATCH, at most three calls', async () => {
	const world = createMemoryWorld();
	const group = { schemas: [`${SCHEMA}Group`], displayName: 'Everybody' };
	const person = world.source.create('User', { schemas: [`${SCHEMA}User`], userName: 'mira' });
	await world.run(noticeFor(String(person['id'])));
	const [account] = world.target.all('User');
	const source = world.source.create('Group', {
		...group,
		members: [{ value: person['id'] ?? null }],
	});
	const others = Array.from({ length: 50_000 }, (_, number) => ({ value: `other-${number}` }));
	world.target.create('Group', { ...group, externalId: source['id'] ?? null, members: others });
	const before = world.calls.length;
	const outcome = await world.run(noticeFor(String(source['id']), { entityType: 'group' }), {
		policy: { members: 'merge' },
	});
	expect(outcome).toMatchObject({ state: 'updated', reason: '1 member to add' });
	const body = outcome.change?.request?.body;
	expect(isObject(body) && body['Operations']).toEqual([
		{ op: 'add', path: 'members', value: [{ value: account?.['id'] }] },
	]);
	// One of them resolves the member.
	expect(world.calls.slice(before)).toHaveLength(3);
});

function permutations<T>(list: readonly T[]): T[][] {
	if (list.length < 2) return [[...list]];
	return list.flatMap((first) =>
		permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]),
	);
}
