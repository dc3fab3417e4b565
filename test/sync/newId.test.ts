import { createLandscape, type Landscape } from './landscape';

let land: Landscape;
beforeEach(async () => {
	land = await createLandscape();
});
afterEach(() => land.close());

describe('D14: an onboardee becomes an employee under a new id', () => {
	const NAME = { userName: 'mira.holm' };

	async function converted(deletedFirst: boolean, onNewId: 'link' | 'hold' | 'fail') {
		const before = await land.hire(NAME);
		const { targetId } = await land.run(before);
		await land.source.deleteUser(before);
		const after = await land.hire(NAME);
		const policy = { onNewId };
		const gone = () => land.run(before, { kind: 'deleted' }, { policy });
		const there = () => land.run(after, {}, { policy });
		const outcomes = deletedFirst ? [await gone(), await there()] : [await there(), await gone()];
		return { after, targetId, outcomes, there };
	}

	test.each([true, false])('keeps the account, the deletion first: %s', async (deletedFirst) => {
		const { after, targetId } = await converted(deletedFirst, 'link');
		expect(land.accounts()).toMatchObject([{ id: targetId, externalId: after, active: true }]);
	});

	test('is held, and goes on once somebody agreed', async () => {
		const { after, targetId, outcomes } = await converted(true, 'hold');
		expect(outcomes[1]).toMatchObject({ state: 'held', error: { code: 'match.foreign' } });
		const approved = outcomes[1]?.change;
		await land.run(after, {}, { approved, policy: { onNewId: 'hold' } });
		expect(land.accounts()).toMatchObject([{ id: targetId, externalId: after, active: true }]);
	});

	test('is refused unless the policy says otherwise', async () => {
		const { outcomes } = await converted(true, 'fail');
		expect(outcomes[1]).toMatchObject({ state: 'failed', error: { code: 'match.foreign' } });
	});

	test('an owner whom the source still has keeps it, whatever the policy', async () => {
		const first = await land.hire(NAME);
		const { targetId } = await land.run(first);
		const [account] = land.accounts();
		const second = await land.hire({ userName: 'mira.beck' });
		land.target.store.replace('User', targetId ?? '', { ...account, userName: 'mira.beck' });
		const outcome = await land.run(second, {}, { policy: { onNewId: 'link' } });
		expect(outcome).toMatchObject({ state: 'failed', error: { code: 'match.foreign' } });
	});
});
