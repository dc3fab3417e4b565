import { createBatch, createGuard } from '../../src/sync';
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
			const guard = createGuard();
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
		const guard = createGuard();
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
		const guard = createGuard();
		const [id = ''] = await employed(1);
		await dismiss([id]);
		const policy = { deletionBudget: 1 };
		for (let again = 0; again < 3; again++) {
			const preview = await land.run(id, { kind: 'deleted' }, { guard, policy, preview: true });
			expect(preview).toMatchObject({ state: 'planned', change: { kind: 'disable' } });
		}
		const none = { guard, preview: true, policy: { deletionBudget: 0 } };
		expect(await land.run(id, { kind: 'deleted' }, none)).toMatchObject({
			state: 'held',
			error: { code: 'guard.budget' },
			change: { kind: 'disable' },
		});
		expect((await land.run(id, { kind: 'deleted' }, { guard, policy })).state).toBe('disabled');
	});

	test('goal 13: 40 real deletions at once: ten are done, none of the others is lost', async () => {
		const guard = createGuard();
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

describe('mass changes', () => {
	test('one attribute changed in more accounts than allowed is held, with the complete change', async () => {
		const guard = createGuard();
		const ids = await employed(4);
		const policy = { changeBudget: 2 };
		const states: string[] = [];
		for (const id of ids) {
			await land.source.updateUser(id, { displayName: 'oops' });
			const outcome = await land.run(id, {}, { guard, policy });
			states.push(outcome.state);
			if (outcome.state === 'held') {
				expect(outcome).toMatchObject({
					error: { code: 'guard.budget' },
					reason: 'displayName was changed in 2 accounts within 60 minutes already',
					change: { kind: 'patch', request: { method: 'PATCH' } },
				});
			}
		}
		expect(states).toEqual(['updated', 'updated', 'held', 'held']);

		const [first = '', , third = ''] = ids;
		await land.source.updateUser(first, { displayName: 'again' });
		expect((await land.run(first, {}, { guard, policy })).state).toBe('updated');
		await land.source.updateUser(third, { title: 'Lead', displayName: null });
		await land.clock.advance(61 * 60_000);
		expect((await land.run(third, {}, { guard, policy })).state).toBe('updated');
	});

	test('a share of a batch may go, and five always may', async () => {
		const ids = await employed(8);
		await dismiss(ids);
		const states: Record<string, number> = {};
		const batch = createBatch(ids.length);
		for (const id of ids) {
			const policy = { deletionShare: 20, deletionBudget: 100 };
			const { state } = await land.run(id, { kind: 'deleted' }, { batch, policy });
			states[state] = (states[state] ?? 0) + 1;
		}
		expect(states).toEqual({ disabled: 5, held: 3 });
	});
});

describe('G8: protected accounts', () => {
	test.each(['ADMIN', 'adm*', '*min', 'a*m*n'])('%s is never changed', async (pattern) => {
		const id = await land.hire({ userName: 'admin' });
		await land.run(id);
		const policy = { protect: [pattern], onDelete: 'delete' } as const;
		await land.source.updateUser(id, { displayName: 'Somebody' });
		land.forget();
		expect(await land.run(id, {}, { policy })).toMatchObject({ state: 'skipped' });
		await land.source.deleteUser(id);
		expect(await land.run(id, { kind: 'deleted' }, { policy })).toMatchObject({
			state: 'skipped',
			reason: 'the policy protects it: it is never changed',
		});
		expect(land.target.ledger.writes()).toEqual([]);
	});

	test.each(['admi', 'dmin', 'adm*x', 'admin*admin', ''])(
		'%p is somebody else',
		async (pattern) => {
			const id = await land.hire({ userName: 'admin' });
			await land.run(id);
			await land.source.updateUser(id, { displayName: 'Somebody' });
			expect((await land.run(id, {}, { policy: { protect: [pattern] } })).state).toBe('updated');
		},
	);
});

test('L12: without a source and without an entity nobody counts as gone', async () => {
	const [id = ''] = await employed(1);
	land.forget();
	const outcome = await land.run(id, {}, { source: undefined });
	expect(outcome).toMatchObject({ state: 'failed', error: { code: 'configuration.invalid' } });
	expect(land.calls()).toEqual({ source: '', target: '' });
	const gone = await land.run(id, { kind: 'deleted' }, { source: undefined });
	expect(gone).toMatchObject({
		state: 'disabled',
		reason: 'reported as gone, the source not asked',
	});
});

describe('approval', () => {
	test('what was held runs once somebody agreed to exactly that, and needs no budget', async () => {
		const guard = createGuard();
		const [id = ''] = await employed(1);
		await dismiss([id]);
		const policy = { deletionBudget: 0 };
		const held = await land.run(id, { kind: 'deleted' }, { guard, policy });
		expect(held.state).toBe('held');
		const approved = held.change;
		const outcome = await land.run(id, { kind: 'deleted' }, { guard, policy, approved });
		expect(outcome.state).toBe('disabled');
	});

	test('what was previewed is bound to what was shown, and the budget counts', async () => {
		const guard = createGuard();
		const ids = await employed(2);
		await dismiss(ids);
		const policy = { deletionBudget: 1 };
		const states: string[] = [];
		for (const id of ids) {
			const notice = { kind: 'deleted' as const };
			const { change: previewed } = await land.run(id, notice, { guard, policy, preview: true });
			states.push((await land.run(id, notice, { guard, policy, previewed })).state);
		}
		expect(states).toEqual(['disabled', 'held']);

		const [other = ''] = await employed(1);
		await land.source.updateUser(other, { displayName: 'first' });
		const { change: previewed } = await land.run(other, {}, { preview: true });
		await land.source.updateUser(other, { displayName: 'second' });
		const outcome = await land.run(other, {}, { previewed });
		expect(outcome).toMatchObject({ state: 'held', error: { code: 'guard.planChanged' } });
	});

	test('a preview that was approved runs only if the plan is still the same', async () => {
		const [id = ''] = await employed(1);
		await land.source.updateUser(id, { displayName: 'first' });
		const preview = await land.run(id, {}, { preview: true });
		await land.source.updateUser(id, { displayName: 'second' });
		const outcome = await land.run(id, {}, { approved: preview.change });
		expect(outcome).toMatchObject({ state: 'held', error: { code: 'guard.planChanged' } });
		expect(outcome.reason).toMatch(
			/is no longer what would be done .* differs in request\.body\.Operations\[0\]\.value\.displayName$/,
		);
		expect(outcome.reason).not.toMatch(/first|second/);
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
