import type { JsonObject } from '../../src/model/json';
import type { SyncOptions } from '../../src/sync';
import { compileTransformation } from '../../src/transformation';
import { createMemoryWorld, noticeFor, read, type MemoryWorldOptions } from './memoryWorld';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const SECOND = 1_000;

/** A group of the source that is at the target twice, as two runs leave it that both lost the answer. */
async function twice({ apart = SECOND, options = {} as MemoryWorldOptions } = {}) {
	const world = createMemoryWorld(options);
	const { source, target } = world;
	const { id = '' } = source.create('Group', { schemas: [GROUP], displayName: 'Sales' });
	const twin = (members: readonly string[]) =>
		String(
			target.create('Group', {
				externalId: id,
				displayName: 'Sales',
				members: members.map((value) => ({ value })),
			})['id'],
		);
	const older = twin(['a']);
	await world.clock.advance(apart);
	const younger = twin(['a', 'b']);
	const notice = noticeFor(String(id), { entityType: 'group' });
	return {
		...world,
		older,
		younger,
		notice,
		run: (more: Partial<SyncOptions> = {}) => world.run(notice, more),
		left: () => target.all('Group').map((group) => group['id']),
	};
}

test('two runs make a group, both lose the answer: one group stays', async () => {
	let calls = 0;
	// Each of the two looks up, then creates.
	const world = createMemoryWorld({
		mishap: () => ([3, 4].includes(++calls) ? 'lost' : undefined),
	});
	const group = world.source.create('Group', { schemas: [GROUP], displayName: 'Sales' });
	const notice = noticeFor(String(group['id']), { entityType: 'group' });
	const outcomes = await Promise.all([world.run(notice), world.run(notice)]);
	expect(world.writes.filter((write) => write.startsWith('POST'))).toHaveLength(2);
	expect(outcomes.map(({ state }) => state)).not.toContain('failed');
	expect(world.target.all('Group')).toMatchObject([{ externalId: group['id'] }]);
});

test('the older one stays, the younger goes after a moment, and the outcome says so', async () => {
	const there = await twice();
	const outcome = await there.run();
	expect(there.left()).toEqual([there.older]);
	expect(there.clock.sleeps).toEqual([2_000]);
	expect(outcome).toMatchObject({ state: 'updated', targetId: there.older });
	expect(outcome.warnings).toEqual([
		`two runs have made ${there.older} and ${there.younger} for the same group: the younger one goes`,
	]);
	expect(there.target.all('Group')[0]).not.toHaveProperty('members');
});

test('of two that are equally old the one with the smaller id stays', async () => {
	const there = await twice({ apart: 0 });
	const [smaller] = [there.older, there.younger].sort();
	await there.run();
	expect(there.left()).toEqual([smaller]);
});

test('with merge nobody who is only in the younger one is left behind', async () => {
	const there = await twice();
	await there.run({ policy: { members: 'merge' } });
	expect(there.left()).toEqual([there.older]);
	expect(there.target.all('Group')[0]?.['members']).toEqual([{ value: 'a' }, { value: 'b' }]);
	expect(there.writes).toEqual([`PATCH /Groups/${there.older}`, `DELETE /Groups/${there.younger}`]);
});

test('where a run has stepped back meanwhile, nothing is removed', async () => {
	let stepBack = () => {};
	const there = await twice({ options: { pause: async () => stepBack() } });
	stepBack = () => {
		const isLater = there.clock.sleeps.length > 0;
		if (isLater && there.left().length === 2) there.target.remove('Group', there.older);
	};
	await there.run({ policy: { members: 'merge' } });
	expect(there.left()).toEqual([there.younger]);
	expect(there.writes).toEqual([]);
});

describe('a person decides', () => {
	test('a preview shows the removal, complete, and sends nothing', async () => {
		const there = await twice();
		const change = {
			kind: 'delete',
			targetId: there.younger,
			request: { method: 'PATCH', path: `/Groups/${there.older}` },
			further: [{ method: 'DELETE', path: `/Groups/${there.younger}` }],
		};
		expect(await there.run({ preview: true })).toMatchObject({ state: 'planned', change });
		expect(there.writes).toEqual([]);
		expect(there.clock.sleeps).toEqual([]);
	});

	test('beyond the deletion budget it is held, and runs once it is approved', async () => {
		const there = await twice();
		const policy = { deletionBudget: 0, members: 'merge' } as const;
		const held = await there.run({ policy });
		expect(held).toMatchObject({ state: 'held', error: { code: 'guard.budget' } });
		expect(there.writes).toEqual([]);
		const { change: approved } = held;
		expect(await there.run({ policy, approved })).toMatchObject({ state: 'alreadyProvisioned' });
		expect(there.left()).toEqual([there.older]);
	});

	const skipDelete = compileTransformation({
		group: {
			skipOperations: ['delete'],
			mappings: [{ sourcePath: '$.displayName', targetPath: '$.displayName' }],
		},
	});
	test.each<[string, number, Partial<SyncOptions>]>([
		['one of them is protected', SECOND, { policy: { protect: ['sales'] } }],
		['the policy is to keep what is gone', SECOND, { policy: { onDelete: 'keep' } }],
		['nothing is made here', SECOND, { policy: { onMissing: 'skip' } }],
		['nothing is deleted here', SECOND, { write: skipDelete }],
		['they were not made together', 6 * 60 * SECOND, {}],
	])('%s: both stay', async (_, apart, more) => {
		const there = await twice({ apart });
		expect(await there.run(more)).toMatchObject({
			state: 'failed',
			error: { code: 'match.ambiguous' },
			repeatable: true,
			reason: `SCIM System has 2 groups with the same externalId: ${there.older}, ${there.younger}`,
		});
		expect(there.writes).toEqual([]);
	});

	test('two accounts of one person both stay', async () => {
		const { source, target, run, writes } = createMemoryWorld();
		const { id = '' } = source.create('User', { userName: 'mira' });
		const twins: JsonObject[] = ['mira', 'mira.beck'].map((userName) => ({
			externalId: id,
			userName,
		}));
		for (const twin of twins) target.create('User', twin);
		expect(await run(noticeFor(String(id)))).toMatchObject({ error: { code: 'match.ambiguous' } });
		expect(writes).toEqual([]);
	});

	test('nobody knows when they were made: both stay', async () => {
		const there = await twice();
		const { target } = there.directories;
		const timeless: SyncOptions['target'] = {
			...target,
			async findAny(...asked) {
				const hits = await target.findAny(...asked);
				return hits.map((hit) => ({ ...hit, attributes: { ...hit.attributes, meta: {} } }));
			},
			during: () => timeless,
		};
		expect(await there.run({ target: timeless, read })).toMatchObject({
			error: { code: 'match.ambiguous' },
		});
		expect(there.writes).toEqual([]);
	});
});
