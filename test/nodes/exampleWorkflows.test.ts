import allUsers from '../../workflows/all-users-to-one-target.json';
import chosenUsers from '../../workflows/chosen-users-to-all-targets.json';
import repairRound from '../../workflows/repair-round.json';
import { createPeople } from '../support/people';
import { play } from './examplePlay';
import { startBed, statesOf, type Bed } from './provisioningTargetBed';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

async function hire(count: number): Promise<string[]> {
	const person = createPeople();
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		ids.push((await bed.source.createUser(person())).id);
	}
	return ids;
}

test('all users to one target: everybody gets an account, and the second run writes nothing', async () => {
	const ids = await hire(5);
	const first = await play(bed, allUsers);
	expect(statesOf(first.json('Sync to target'))).toEqual(ids.map(() => 'created'));
	expect(bed.target.users().map(({ externalId }) => externalId)).toEqual(ids);

	bed.target.ledger.clear();
	const second = await play(bed, allUsers);
	expect(statesOf(second.json('Sync to target'))).toEqual(ids.map(() => 'alreadyProvisioned'));
	expect(bed.target.ledger.writes()).toEqual([]);
});

test('chosen users to all targets: one outcome for each user and target', async () => {
	const ids = await hire(3);
	const chosen = [ids[2] ?? '', '00000000-0000-4000-8000-000000000000', ids[0] ?? ''];
	const run = await play(
		bed,
		chosenUsers,
		chosen.map((entityId) => ({ entityId })),
	);
	expect(run.error).toBeUndefined();
	const ends = run
		.json('One outcome per user and target')
		.map(({ outcome }) => Object(outcome))
		.map(({ entityId, state }) => `${ids.indexOf(entityId)} ${state}`);
	// The same directory stands for both targets here: the second one finds what the first has made.
	expect(ends.sort()).toEqual([
		'0 alreadyProvisioned',
		'0 created',
		'2 alreadyProvisioned',
		'2 created',
	]);
	expect(run.json('Read users', 1)).toMatchObject([{ readError: { code: 'request.notFound' } }]);
});

test('repair round: what notices have missed is found and made equal', async () => {
	const ids = await hire(3);
	await play(bed, allUsers);
	await bed.source.updateUser(ids[1] ?? '', { displayName: 'Jonas Beck-Holm' });
	const run = await play(bed, repairRound);
	expect(run.json('Compare users')).toMatchObject([{ because: 'displayName not equal' }]);
	expect(statesOf(run.json('Sync what differs'))).toEqual(['updated']);
	const again = await play(bed, repairRound);
	expect(again.json('Compare users')).toEqual([]);
	expect(again.run.data.resultData.runData).not.toHaveProperty('Sync what differs');
});

test.each([
	['all users', allUsers],
	['chosen users', chosenUsers],
	['repair round', repairRound],
])('%s: the file carries no id of a credential', (_, { nodes }) => {
	const stored = nodes.flatMap((node) =>
		Object.values(('credentials' in node ? node.credentials : undefined) ?? {}),
	);
	expect(stored.length).toBeGreaterThan(1);
	for (const credential of stored) expect(Object.keys(credential)).toEqual(['name']);
});
