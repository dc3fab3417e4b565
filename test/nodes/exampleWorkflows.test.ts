import allUsers from '../../workflows/all-users-to-one-target.json';
import chosenUsers from '../../workflows/chosen-users-to-all-targets.json';
import repairRound from '../../workflows/repair-round.json';
import { createPeople } from '../support/people';
import type { IDataObject } from 'n8n-workflow';
import { play, type Example } from './examplePlay';
import { PINNED_PERSON } from './pinnedPerson';
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

describe('from pinned data', () => {
	/** The person of the pinned items, in the source under an ID of its own. */
	async function pinnedPerson() {
		const { id: pinned, ...person } = PINNED_PERSON;
		const { id } = await bed.source.createUser(person);
		const ofHere = <T>(items: readonly T[]): T[] =>
			JSON.parse(JSON.stringify(items).replaceAll(String(pinned), id));
		return { id, ofHere };
	}
	/** The workflow from its second node on, which has put out what is pinned on it. */
	const behind = ({ nodes, connections }: Example) => ({ nodes: nodes.slice(1), connections });
	/** As it is, but for when and by which run it was made. */
	const made = ({ json }: { json: { notice: object } }, now: IDataObject | undefined) => {
		const { receivedAt, correlationId } = Object(now?.['notice']);
		return { ...json, notice: { ...json.notice, receivedAt, correlationId } };
	};

	test('all users: what is pinned is what the node reads, and it runs from there', async () => {
		const { id, ofHere } = await pinnedPerson();
		const pins = ofHere(allUsers.pinData['All users']);
		const run = await play(
			bed,
			behind(allUsers),
			pins.map(({ json }) => json),
		);
		expect(statesOf(run.json('Sync to target'))).toEqual(['created']);
		expect(bed.target.users()).toMatchObject([{ externalId: id, userName: 'mira.holm' }]);
		const read = (await play(bed, allUsers)).json('All users');
		expect(read).toEqual(pins.map((pin) => made(pin, read[0])));
	});

	test('repair round: what is pinned is what the node finds, and it runs from there', async () => {
		const { id, ofHere } = await pinnedPerson();
		await play(bed, allUsers);
		await bed.source.updateUser(id, { displayName: 'Mira Holm-Beck' });
		const pins = ofHere(repairRound.pinData['Compare users']);
		const found = (await play(bed, { ...repairRound, nodes: repairRound.nodes.slice(0, 2) })).json(
			'Compare users',
		);
		expect(found).toEqual(pins.map((pin) => made(pin, found[0])));
		const run = await play(
			bed,
			behind(repairRound),
			pins.map(({ json }) => json),
		);
		expect(statesOf(run.json('Sync what differs'))).toEqual(['updated']);
		expect(bed.target.users()).toMatchObject([{ displayName: 'Mira Holm-Beck' }]);
	});
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
