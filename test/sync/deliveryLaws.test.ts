import fc from 'fast-check';
import type { ChangeNotice } from '../../src/model/notice';
import { OUTCOME_STATES } from '../../src/model/outcome';
import { seededRandom } from '../support/random';
import { makeChange } from './history';
import { createMemoryWorld, type MemoryWorld } from './memoryWorld';
import { expectEqual } from './simulation';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';
const seed = fc.integer({ min: 1, max: 100_000 });
const RUNS = { numRuns: 8 };

/** So many changes that the source already has, and their notices. */
function historyOf(world: MemoryWorld, number: number, lot: number): ChangeNotice[] {
	const random = seededRandom(lot);
	const notices: ChangeNotice[] = [];
	while (notices.length < number) {
		const notice = makeChange(world.source, random);
		if (notice) notices.push(notice);
	}
	return notices;
}

async function deliver(world: MemoryWorld, notices: readonly ChangeNotice[]): Promise<void> {
	for (const notice of notices) await world.run(notice);
}

function shuffled(notices: readonly ChangeNotice[], lot: number): ChangeNotice[] {
	const random = seededRandom(lot);
	const placed = notices.map((notice) => ({ notice, at: random() }));
	return placed.sort((a, b) => a.at - b.at).map(({ notice }) => notice);
}

test('L8, L26: in whatever order the notices come, the target ends as the source is', async () => {
	await fc.assert(
		fc.asyncProperty(seed, seed, async (lot, order) => {
			const world = createMemoryWorld();
			await deliver(world, shuffled(historyOf(world, 15, lot), order));
			expectEqual(world);
		}),
		RUNS,
	);
});

test('L9: no more writes than changes of users, and none for what is repeated', async () => {
	await fc.assert(
		fc.asyncProperty(seed, async (lot) => {
			const world = createMemoryWorld();
			const notices = historyOf(world, 15, lot);
			const users = notices.filter(({ entityType }) => entityType === 'user');
			await deliver(world, users);
			expect(world.writes.length).toBeLessThanOrEqual(users.length);
			await deliver(world, notices);
			const before = world.writes.length;
			await deliver(world, [...notices, ...notices.slice(-1), ...notices.slice(-1)]);
			expect(world.writes.length).toBe(before);
		}),
		RUNS,
	);
});

test('L14: each notice ends in one state of the list, and created means exactly one new object', async () => {
	await fc.assert(
		fc.asyncProperty(seed, async (lot) => {
			const random = seededRandom(lot);
			const world = createMemoryWorld({ mishap: () => (random() < 0.2 ? 'failing' : undefined) });
			const notices = historyOf(world, 15, lot);
			const count = () => world.target.all('User').length + world.target.all('Group').length;
			for (const notice of [...notices, ...notices]) {
				const before = count();
				const { state, repeatable } = await world.run(notice);
				expect(OUTCOME_STATES).toContain(state);
				const made = count() - before;
				// Who fails when looking afterwards may have made it, and says that nothing is sure.
				const isUnsure = state === 'failed' && repeatable && made === 1;
				const expected = state === 'created' || isUnsure ? 1 : 0;
				expect({ state, made }).toEqual({ state, made: expected });
			}
		}),
		RUNS,
	);
});

test('L27: what is not of this source is byte for byte what it was, even under the same name', async () => {
	await fc.assert(
		fc.asyncProperty(seed, async (lot) => {
			const world = createMemoryWorld();
			const notices = historyOf(world, 15, lot);
			const theirs = (['User', 'Group'] as const).flatMap((type) => {
				const name = type === 'User' ? 'userName' : 'displayName';
				const taken = world.source.all(type)[0]?.[name] ?? null;
				const schemas = [`${SCHEMA}${type}`];
				return [
					world.target.create(type, { schemas, [name]: taken, externalId: 'somebody-else' }),
					world.target.create(type, { schemas, [name]: 'by hand' }),
				].map(({ id }) => ({ type, id }));
			});
			const bytes = () =>
				theirs.map(({ type, id }) =>
					JSON.stringify(world.target.all(type).find((one) => one['id'] === id)),
				);
			const before = bytes();
			await deliver(world, notices);
			expect(world.writes.length).toBeGreaterThan(0);
			expect(bytes()).toEqual(before);
		}),
		RUNS,
	);
});
