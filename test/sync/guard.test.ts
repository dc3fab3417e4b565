import { createDeletionGuard } from '../../src/sync';
import { createLandscape, type Landscape } from './landscape';

let land: Landscape;
beforeEach(async () => {
	land = await createLandscape();
});
afterEach(() => land.close());

async function employed(count: number): Promise<string[]> {
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		const id = await land.hire();
		await land.run(id);
		ids.push(id);
	}
	return ids;
}

async function dismiss(ids: readonly string[]): Promise<void> {
	for (const id of ids) await land.source.deleteUser(id);
}

const active = () => land.accounts().filter((account) => account['active'] === true).length;

describe('G1: a budget for deletions and disables', () => {
	test.each(['disable', 'delete'] as const)(
		'%s: what exceeds it is held, with the complete change',
		async (onDelete) => {
			const guard = createDeletionGuard();
			const ids = await employed(5);
			await dismiss(ids);
			const policy = { onDelete, deletionBudget: 3 };
			const states: string[] = [];
			for (const id of ids) {
				const outcome = await land.run(id, { kind: 'deleted' }, { guard, policy });
				states.push(outcome.state);
				if (outcome.state === 'held') {
					expect(outcome).toMatchObject({ error: { code: 'guard.budget' }, repeatable: false });
					expect(outcome.change?.request).toBeDefined();
				}
			}
			const done = onDelete === 'disable' ? 'disabled' : 'deleted';
			expect(states).toEqual([done, done, done, 'held', 'held']);
			expect(active()).toBe(2);
		},
	);

	test('the window slides', async () => {
		const guard = createDeletionGuard();
		const ids = await employed(3);
		await dismiss(ids);
		const policy = { deletionBudget: 1, deletionWindowMinutes: 60 };
		const [first = '', second = '', third = ''] = ids;
		const leave = (id: string) => land.run(id, { kind: 'deleted' }, { guard, policy });
		expect((await leave(first)).state).toBe('disabled');
		expect((await leave(second)).state).toBe('held');
		await land.clock.advance(61 * 60_000);
		expect((await leave(third)).state).toBe('disabled');
	});

	test('previews do not count, and say what would be held', async () => {
		const guard = createDeletionGuard();
		const [id = ''] = await employed(1);
		await dismiss([id]);
		const policy = { deletionBudget: 1 };
		for (let again = 0; again < 3; again++) {
			const preview = await land.run(id, { kind: 'deleted' }, { guard, policy, preview: true });
			expect(preview).toMatchObject({ state: 'planned', change: { kind: 'disable' } });
		}
		expect((await land.run(id, { kind: 'deleted' }, { guard, policy })).state).toBe('disabled');
	});

	test('goal 13: 40 real deletions at once: ten are done, none of the others is lost', async () => {
		const guard = createDeletionGuard();
		const ids = await employed(40);
		await dismiss(ids);
		const states: Record<string, number> = {};
		for (const id of ids) {
			const { state } = await land.run(id, { kind: 'deleted' }, { guard });
			states[state] = (states[state] ?? 0) + 1;
		}
		expect(states).toEqual({ disabled: 10, held: 30 });
	});
});

describe('approval', () => {
	test('what was held runs once somebody agreed to exactly that, and needs no budget', async () => {
		const guard = createDeletionGuard();
		const [id = ''] = await employed(1);
		await dismiss([id]);
		const policy = { deletionBudget: 0 };
		const held = await land.run(id, { kind: 'deleted' }, { guard, policy });
		expect(held.state).toBe('held');
		const approved = held.change;
		const outcome = await land.run(id, { kind: 'deleted' }, { guard, policy, approved });
		expect(outcome.state).toBe('disabled');
	});

	test('a preview that was approved runs only if the plan is still the same', async () => {
		const [id = ''] = await employed(1);
		await land.source.updateUser(id, { displayName: 'first' });
		const preview = await land.run(id, {}, { preview: true });
		await land.source.updateUser(id, { displayName: 'second' });
		const outcome = await land.run(id, {}, { approved: preview.change });
		expect(outcome).toMatchObject({ state: 'held', error: { code: 'guard.planChanged' } });
		expect(outcome.reason).toMatch(/is no longer what would be done/);
		expect(land.accounts()[0]?.['displayName']).not.toBe('second');

		const again = await land.run(id, {}, { approved: outcome.change });
		expect(again.state).toBe('updated');
		expect(land.accounts()[0]?.['displayName']).toBe('second');
	});

	test('an approved change survives the way through an item', async () => {
		const [id = ''] = await employed(1);
		await land.source.updateUser(id, { displayName: 'first' });
		const preview = await land.run(id, {}, { preview: true });
		const approved = JSON.parse(JSON.stringify(preview.change));
		expect((await land.run(id, {}, { approved })).state).toBe('updated');
	});
});
