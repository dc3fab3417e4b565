import { count, seeds } from './counts';
import { expectEqual, simulate } from './simulation';

const NOTICES = count(100, 1_000);

test.each(seeds(count(2, 50)))(
	'L7, goal 1: a fifth of the notices is lost: equal after one repair round, seed %i',
	async (seed) => {
		const world = await simulate({ seed, count: NOTICES, loss: 0.2 });
		for (const { notice } of await world.differences()) await world.run(notice);
		expectEqual(world);
		const before = world.writes.length;
		for (const { notice } of await world.differences()) await world.run(notice);
		expect(world.writes.length).toBe(before);
	},
);
