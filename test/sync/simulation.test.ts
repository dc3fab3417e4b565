import { seededRandom } from '../support/random';
import { makeChange } from './history';
import {
	actualAccounts,
	createMemoryWorld,
	expectedAccounts,
	membership,
	type MemoryWorld,
	type Mishap,
} from './memoryWorld';
import type { ChangeNotice } from '../../src/model/notice';

const MISHAPS: readonly Mishap[] = ['throttled', 'failing', 'unreached', 'lost', 'silent', 'html'];

function byName(accounts: ReturnType<typeof expectedAccounts>) {
	return [...accounts].sort((a, b) =>
		String(a['externalId']).localeCompare(String(b['externalId'])),
	);
}

function expectEqual(world: MemoryWorld): void {
	expect(byName(actualAccounts(world.target))).toEqual(byName(expectedAccounts(world.source)));
	const disabled = new Set(
		world.target
			.all('User')
			.filter(({ active }) => active === false)
			.map(({ userName }) => String(userName)),
	);
	const members = Object.entries(membership(world.target)).map(
		([name, list]) => [name, list.filter((member) => !disabled.has(member))] as const,
	);
	expect(Object.fromEntries(members)).toEqual(membership(world.source));
	const owners = world.target.all('User').map(({ externalId }) => externalId);
	expect(new Set(owners).size).toBe(owners.length);
}

/** Several runs at a time, as workers would; what may be repeated comes again at the end. */
async function deliver(
	world: MemoryWorld,
	notices: readonly ChangeNotice[],
): Promise<ChangeNotice[]> {
	const again: ChangeNotice[] = [];
	const queue = [...notices];
	const worker = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) {
			const outcome = await world.run(next);
			if (outcome.repeatable) again.push(next);
			if (!outcome.repeatable) expect(outcome).not.toMatchObject({ state: 'failed' });
		}
	};
	await Promise.all([worker(), worker(), worker(), worker()]);
	return again;
}

interface Traffic {
	readonly seed: number;
	readonly count: number;
	readonly loss: number;
}

async function simulate({ seed, count, loss }: Traffic) {
	const random = seededRandom(seed);
	let calm = false;
	const world = createMemoryWorld({
		random,
		mishap: () =>
			!calm && random() < 0.35 ? MISHAPS[Math.floor(random() * MISHAPS.length)] : undefined,
	});
	const pending: ChangeNotice[] = [];
	let left: ChangeNotice[] = [];
	for (let number = 0; number < count; number++) {
		const notice = makeChange(world.source, random);
		if (notice && random() >= loss) pending.push(notice);
		if (notice && random() < 0.3) pending.push(notice);
		// The order is that of a shuffled queue which is worked on while the source goes on changing.
		if (pending.length > 50) {
			pending.sort(() => random() - 0.5);
			left.push(...(await deliver(world, pending.splice(0, 40))));
		}
	}
	left.push(...(await deliver(world, pending)));
	calm = true;
	for (let round = 0; round < 5 && left.length > 0; round++) left = await deliver(world, left);
	return world;
}

const seeds = Array.from({ length: 6 }, (_, seed) => seed + 1);

describe('L6, goal 1: target equals source', () => {
	test.each(seeds)(
		'nothing lost, everything else goes wrong: no repair round, seed %i',
		async (seed) => {
			const world = await simulate({ seed, count: 150, loss: 0 });
			expectEqual(world);
		},
	);

	test.each(seeds)(
		'L7: a fifth of the notices is lost: after one repair round, seed %i',
		async (seed) => {
			const world = await simulate({ seed, count: 150, loss: 0.2 });
			for (const { notice } of await world.differences()) await world.run(notice);
			expectEqual(world);
			const before = world.writes.length;
			for (const { notice } of await world.differences()) await world.run(notice);
			expect(world.writes.length).toBe(before);
		},
	);
});
