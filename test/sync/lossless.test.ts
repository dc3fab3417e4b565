import { count, seeds } from './counts';
import { expectEqual, simulate } from './simulation';

const NOTICES = count(100, 1_000);

test.each(seeds(count(2, 50)))(
	'C4, L6, goal 1: nothing lost, everything else goes wrong: equal without a repair round, seed %i',
	async (seed) => {
		expectEqual(await simulate({ seed, count: NOTICES, loss: 0 }));
	},
);
