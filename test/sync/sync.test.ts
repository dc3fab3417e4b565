import { ProvisioningError } from '../../src/model/errors';
import { createLandscape, type Landscape } from './landscape';

let land: Landscape;

beforeEach(async () => {
	land = await createLandscape();
});
afterEach(() => land.close());

describe('the life of a person', () => {
	test('a new person becomes an account: one look-up, one create, no twin', async () => {
		const id = await land.hire();
		const outcome = await land.run(id);
		expect(outcome).toMatchObject({
			state: 'created',
			operation: 'CREATE',
			system: 'scim-system',
			entityId: id,
			attempts: 1,
			rounds: 1,
			repeatable: false,
		});
		expect(land.accounts()).toMatchObject([
			{ id: outcome.targetId, externalId: id, userName: 'mira.holm', active: true },
		]);
		expect(land.calls()).toEqual({ source: 'GET GET', target: 'GET POST GET' });
	});

	test('a changed person is changed by difference', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.updateUser(id, { displayName: 'Mira Lou Holm' });
		land.forget();
		const outcome = await land.run(id);
		expect(outcome).toMatchObject({
			state: 'updated',
			operation: 'PATCH',
			reason: 'displayName differs',
		});
		expect(land.target.ledger.writes()).toMatchObject([
			{ body: { Operations: [{ op: 'replace', value: { displayName: 'Mira Lou Holm' } }] } },
		]);
		expect(land.calls()).toEqual({ source: 'GET GET', target: 'GET PATCH' });
	});

	test('the same notice again: one look-up at the target and no write', async () => {
		const id = await land.hire();
		await land.run(id);
		land.forget();
		expect(await land.run(id)).toMatchObject({
			state: 'alreadyProvisioned',
			operation: 'NONE',
			attempts: 0,
		});
		expect(land.calls()).toEqual({ source: 'GET', target: 'GET' });
	});

	test('a deleted person is disabled, and comes back as the same account (G5)', async () => {
		const id = await land.hire();
		const { targetId } = await land.run(id);
		const person = land.source.user(id);
		await land.source.deleteUser(id);
		land.forget();
		expect(await land.run(id, { kind: 'deleted' })).toMatchObject({
			state: 'disabled',
			operation: 'PATCH',
			reason: 'deleted in the source',
			targetId,
		});
		expect(land.accounts()).toMatchObject([{ id: targetId, active: false }]);
		expect(land.calls().target).toBe('GET PATCH');
		expect(await land.run(id, { kind: 'deleted' })).toMatchObject({ state: 'alreadyProvisioned' });

		const { entity } = { entity: { userName: person['userName'] ?? '', active: true } };
		const back = await land.run(id, {}, { entity, variables: { entityIdSourceSystem: id } });
		expect(back).toMatchObject({ state: 'updated', targetId });
		expect(land.accounts()).toMatchObject([{ id: targetId, active: true }]);
	});

	test('a deleted person without account: nothing to do, said so', async () => {
		const outcome = await land.run('11111111-2222-4333-8444-555555555555', { kind: 'deleted' });
		expect(outcome).toMatchObject({ state: 'notProvisioned', repeatable: false });
		expect(land.target.ledger.writes()).toEqual([]);
	});

	test.each([
		['delete', 'deleted', 0],
		['keep', 'skipped', 1],
	] as const)('policy onDelete %s', async (onDelete, state, left) => {
		const id = await land.hire();
		await land.run(id);
		await land.source.deleteUser(id);
		const outcome = await land.run(id, { kind: 'deleted' }, { policy: { onDelete } });
		expect(outcome.state).toBe(state);
		expect(land.accounts()).toHaveLength(left);
	});

	test('E26: what was emptied in the source is cleared, what is not ours stays', async () => {
		const id = await land.hire({ displayName: 'Mira', nickName: 'mo' });
		const { targetId = '' } = await land.run(id);
		const account = land.target.store.get('User', targetId);
		land.target.store.replace('User', targetId, { ...account, nickName: 'by hand', title: 'Dr' });
		await land.source.updateUser(id, { displayName: null });
		const outcome = await land.run(id);
		expect(outcome).toMatchObject({ state: 'updated', reason: 'displayName differs' });
		const [after] = land.accounts();
		expect(after).toMatchObject({ nickName: 'by hand', title: 'Dr' });
		expect(after).not.toHaveProperty('displayName');
	});

	test('E31: a renamed person keeps the account', async () => {
		const id = await land.hire();
		const { targetId } = await land.run(id);
		await land.source.updateUser(id, { userName: 'mira.beck' });
		expect(await land.run(id)).toMatchObject({ state: 'updated', targetId });
		expect(land.accounts()).toMatchObject([{ id: targetId, userName: 'mira.beck' }]);
	});
});

describe('preview', () => {
	test('plans exactly what the sync then sends, and sends nothing itself', async () => {
		const id = await land.hire();
		for (const prepare of [
			() => Promise.resolve({}),
			() => land.source.updateUser(id, { displayName: 'Mira Lou', emails: [{ value: 'm@x.de' }] }),
		]) {
			await prepare();
			land.target.ledger.clear();
			const preview = await land.run(id, {}, { preview: true });
			expect(preview).toMatchObject({ state: 'planned', attempts: 0 });
			expect(land.target.ledger.writes()).toEqual([]);
			const outcome = await land.run(id);
			expect(outcome.change).toEqual(preview.change);
			expect(land.target.ledger.writes()[0]).toMatchObject({
				method: preview.change?.request?.method,
				body: preview.change?.request?.body,
			});
		}
	});
});

describe('an account that was there before', () => {
	async function existing(attributes: Record<string, string>) {
		land.target.store.create('User', { userName: 'mira.holm', active: true, ...attributes });
		return land.hire({ userName: 'mira.holm' });
	}

	test('E35: without owner it is linked', async () => {
		const id = await existing({});
		const outcome = await land.run(id);
		expect(outcome.state).toBe('updated');
		expect(outcome.reason).toMatch(/^it had no owner and is linked; /);
		expect(land.accounts()).toMatchObject([{ externalId: id }]);
	});

	test.each([
		['hold', 'held'],
		['fail', 'failed'],
	] as const)('E35: policy %s', async (onConflict, state) => {
		const id = await existing({});
		expect(await land.run(id, {}, { policy: { onConflict } })).toMatchObject({
			state,
			error: { code: 'match.foreign' },
			repeatable: false,
		});
		expect(land.target.ledger.writes()).toEqual([]);
	});

	test('an account of somebody else is never taken over', async () => {
		const id = await existing({ externalId: 'somebody-else' });
		const outcome = await land.run(id, {}, { policy: { onConflict: 'link' } });
		expect(outcome).toMatchObject({ state: 'failed', error: { code: 'match.foreign' } });
		expect(land.target.ledger.writes()).toEqual([]);
	});

	test('G4: one that was never ours is not disabled', async () => {
		const id = await existing({});
		const policy = { matchBy: ['userName'] };
		const strict = { ...land.directories };
		await land.source.deleteUser(id);
		const outcome = await land.run(id, { kind: 'deleted' }, { ...strict, policy });
		expect(outcome.state).toBe('notProvisioned');
		expect(land.accounts()).toMatchObject([{ active: true }]);
	});

	test('E5: two of them are ambiguous, and nothing is written', async () => {
		const id = await land.hire({ userName: 'mira.holm' });
		for (const userName of ['a', 'b']) {
			land.target.store.create('User', { userName, emails: [{ value: 'mira.holm@example.com' }] });
		}
		await land.source.updateUser(id, { emails: [{ value: 'mira.holm@example.com' }] });
		const outcome = await land.run(id, {}, { policy: { matchBy: ['externalId', 'emails.value'] } });
		expect(outcome).toMatchObject({ state: 'failed', error: { code: 'match.ambiguous' } });
		expect(land.target.ledger.writes()).toEqual([]);
	});
});

describe('L12: nothing but a certain absence touches an account', () => {
	const faults = [
		'500',
		'502html',
		'503(1)',
		'forbid',
		'status(401)',
		'html404',
		'200empty',
		'200html',
		'half',
		'stall',
		'resetBefore',
		'redirect(http://127.0.0.1:9/)',
	] as const;
	test.each(faults)('%s at the source', async (fault) => {
		const id = await land.hire();
		await land.run(id);
		land.target.ledger.clear();
		land.source.setFaults({ do: fault });
		for (const kind of ['changed', 'deleted', 'unknown'] as const) {
			const outcome = await land.run(id, { kind });
			expect(outcome).toMatchObject({ state: 'failed', attempts: 0 });
		}
		expect(land.target.ledger.writes()).toEqual([]);
		expect(land.accounts()).toMatchObject([{ active: true }]);
	});

	test('D5: a 404 for one while no list can be read', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.deleteUser(id);
		land.source.setFaults({ path: /count=1/, do: 'html404' });
		expect((await land.run(id, { kind: 'deleted' })).state).toBe('failed');
		expect(land.accounts()).toMatchObject([{ active: true }]);
	});

	test('D4: gone without notice counts only after a second look ten seconds later', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.deleteUser(id);
		expect(await land.run(id)).toMatchObject({
			state: 'disabled',
			reason: 'no longer in the source',
		});
		expect(land.clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
	});

	test('D1: not visible yet is repeatable', async () => {
		const id = '11111111-2222-4333-8444-555555555555';
		expect(await land.run(id)).toMatchObject({ state: 'notProvisioned', repeatable: true });
		expect(land.clock.sleeps).toEqual([1000, 3000, 9000, 27_000]);
	});

	test.each([
		[1_000, 'updated'],
		[5_000, 'alreadyProvisioned'],
		[30_000, 'alreadyProvisioned'],
	])('D3: old values for %s ms: the run waits until the source has settled', async (ms, state) => {
		const id = await land.hire();
		await land.run(id);
		await land.clock.advance(60_000);
		await land.source.updateUser(id, { displayName: 'Mira Lou Holm' });
		const readAfter = new Date(land.clock.now() + 2_000).toISOString();
		land.source.setFaults({ do: `stale(${ms})` });
		expect(await land.run(id, { readAfter })).toMatchObject({ state });
		// What is later than that is found by the repair round.
		await land.clock.advance(30_000);
		await land.run(id, { kind: 'unknown' });
		expect(land.accounts()).toMatchObject([{ displayName: 'Mira Lou Holm' }]);
	});

	test.each([
		['a clock that is wrong', 3_600_000, 30_000],
		['a time that is over', -1, undefined],
	])('D3: %s holds no run back for long', async (_name, ahead, slept) => {
		const id = await land.hire();
		const readAfter = new Date(land.clock.now() + ahead).toISOString();
		expect(await land.run(id, { readAfter })).toMatchObject({ state: 'created' });
		expect(land.clock.sleeps[0]).toBe(slept);
	});

	test('D2: deleted but still visible is kept equal, with a warning', async () => {
		const id = await land.hire();
		expect(await land.run(id, { kind: 'deleted' })).toMatchObject({
			state: 'created',
			warnings: ['deletion not confirmed: the source still shows it'],
		});
	});
});

describe('a target that misbehaves', () => {
	test('E16: throttled once, it waits and succeeds', async () => {
		const id = await land.hire();
		land.target.setFaults({ method: 'POST', nth: 1, do: '429(2)' });
		expect(await land.run(id)).toMatchObject({ state: 'created', attempts: 2, rounds: 1 });
		expect(land.clock.sleeps[0]).toBeGreaterThanOrEqual(2000);
	});

	test('C13: throttled for longer than a run may wait', async () => {
		const id = await land.hire();
		land.target.setFaults({ method: 'POST', do: '429(300)' });
		const outcome = await land.run(id);
		expect(outcome).toMatchObject({ state: 'failed', repeatable: true });
		expect(outcome.retryAfter).toBeGreaterThanOrEqual(300);
	});

	test.each(['resetAfter', 'halfAfter', 'stallAfter', '200empty', 'noId'] as const)(
		'E1: created but the answer is lost (%s): one account, told as created',
		async (fault) => {
			const id = await land.hire();
			land.target.setFaults({ method: 'POST', nth: 1, do: fault });
			const outcome = await land.run(id);
			expect(outcome).toMatchObject({ state: 'created', repeatable: false });
			expect(outcome.targetId).toBe(land.accounts()[0]?.['id']);
			expect(land.accounts()).toHaveLength(1);
		},
	);

	test('E1: not created and the answer is lost: it is created in the next round', async () => {
		const id = await land.hire();
		land.target.setFaults({ method: 'POST', nth: 1, do: 'resetBefore' });
		expect(await land.run(id)).toMatchObject({ state: 'created', rounds: 2, attempts: 2 });
		expect(land.accounts()).toHaveLength(1);
	});

	test('E10: removed between look-up and write: created anew', async () => {
		const id = await land.hire();
		const { targetId = '' } = await land.run(id);
		await land.source.updateUser(id, { displayName: 'Mira Lou' });
		land.target.setFaults({ method: 'PATCH', nth: 1, do: 'status(404)' });
		const patched = await land.run(id);
		expect(patched).toMatchObject({ state: 'updated', rounds: 2 });
		land.target.store.remove('User', targetId);
		expect(await land.run(id)).toMatchObject({ state: 'created' });
	});

	test('E19: accepted but not stored, by PATCH and by PUT: failed, with the name', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.updateUser(id, { displayName: 'Mira Lou' });
		land.target.setFaults({ method: 'PATCH', do: 'ignore' }, { method: 'PUT', do: 'ignore' });
		expect(await land.run(id)).toMatchObject({
			state: 'failed',
			error: { code: 'write.notApplied' },
			reason: 'SCIM System accepted the change but did not store displayName',
		});
	});

	test('E19: accepted but not stored by PATCH only: the whole resource is sent', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.updateUser(id, { displayName: 'Mira Lou' });
		land.target.setFaults({ method: 'PATCH', do: 'ignore' });
		expect(await land.run(id)).toMatchObject({ state: 'updated', operation: 'UPDATE', rounds: 2 });
		expect(land.accounts()).toMatchObject([{ displayName: 'Mira Lou' }]);
	});

	test('E4: a taken name that no look-up shows', async () => {
		const id = await land.hire();
		land.target.setFaults({ method: 'POST', do: 'status(409)' });
		expect(await land.run(id)).toMatchObject({
			state: 'failed',
			error: { code: 'request.conflict' },
			repeatable: true,
			rounds: 3,
		});
	});

	test.each([
		['E13', 'status(400)', 'request.rejected', false],
		['E14', 'status(401)', 'access.unauthorized', true],
		['E15', 'forbid', 'access.forbidden', false],
		['E20', '200html', 'answer.unexpected', true],
		['E22', 'stall', 'connection.timeout', true],
		['E23', 'redirect(http://127.0.0.1:9/)', 'answer.unexpected', false],
	] as const)('%s: %s', async (_, fault, code, repeatable) => {
		const id = await land.hire();
		land.target.setFaults({ method: 'POST', do: fault });
		const outcome = await land.run(id);
		expect(outcome).toMatchObject({ state: 'failed', error: { code }, repeatable });
		expect(outcome.error?.hint).toMatch(/\w/);
	});
});

describe('4.2: the source changes while the target is written', () => {
	test('the newest state wins in the same run', async () => {
		const id = await land.hire();
		await land.run(id);
		await land.source.updateUser(id, { displayName: 'first' });
		const { target } = land.directories;
		let once = true;
		const racing = {
			...target,
			during: (...run: Parameters<typeof target.during>) => {
				const inner = target.during(...run);
				return {
					...inner,
					during: (...again: Parameters<typeof target.during>) => ({
						...inner.during(...again),
						async send(...change: Parameters<typeof target.send>) {
							const answer = await inner.during(...again).send(...change);
							if (once) await land.source.updateUser(id, { displayName: 'second' });
							once = false;
							return answer;
						},
					}),
				};
			},
		};
		expect(await land.run(id, {}, { target: racing })).toMatchObject({
			state: 'updated',
			rounds: 2,
			attempts: 2,
		});
		expect(land.accounts()).toMatchObject([{ displayName: 'second' }]);
	});
});

describe('what is never written', () => {
	test('D15: a test call', async () => {
		const id = await land.hire();
		land.forget();
		expect((await land.run(id, { test: true })).state).toBe('skipped');
		expect(land.calls()).toEqual({ source: '', target: '' });
	});

	test('a notice with the id of the other API version is followed to the person', async () => {
		const id = await land.hire();
		const outcome = await land.run('P000123', { idKind: 'pUser' });
		expect(outcome.state).toBe('created');
		expect(land.accounts()).toMatchObject([{ externalId: id }]);
	});

	test('a system that cannot be written to is refused before anything is asked', async () => {
		const target = { ...land.directories.target, traits: undefined };
		await expect(land.run('x', {}, { target })).rejects.toThrow(ProvisioningError);
	});
});

test('C12: a cancelled run ends as an outcome that may be repeated', async () => {
	const id = await land.hire();
	const abort = new AbortController();
	abort.abort();
	expect(await land.run(id, {}, { signal: abort.signal })).toMatchObject({
		state: 'failed',
		error: { code: 'connection.cancelled' },
		repeatable: true,
	});
});
