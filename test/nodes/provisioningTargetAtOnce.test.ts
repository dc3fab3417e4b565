/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server on this machine; not shipped */
// Several items at the same time: what must stay as if they were worked on one by one.
import type { ServerResponse } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import {
	noticeOf,
	outputOf,
	startBed,
	statesOf,
	type Bed,
	type Setting,
} from './provisioningTargetBed';
import { startRecorder } from './shared/probe';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

const item = (id: string, entity: IDataObject = {}, notice: IDataObject = {}): IDataObject => ({
	...noticeOf(id, notice),
	entity: { userName: `user.${id}`, ...entity },
});
const people = (count: number) => Array.from({ length: count }, (_, index) => item(`${index}`));

function run(items: IDataObject[], itemsAtOnce: number, setting: Setting = {}) {
	const options = { itemsAtOnce };
	const parameters = {
		desiredState: 'item',
		transformation: 'none',
		...setting.parameters,
		options,
	};
	return bed.run(items, { ...setting, parameters });
}

test('five are worked on together, and leave in their order, each paired with its own', async () => {
	let waiting: ServerResponse[] = [];
	const refusing = await startRecorder((_, response) => {
		waiting.push(response);
		if (waiting.length < 5) return;
		// The last that came is answered first.
		for (const each of waiting.reverse()) each.writeHead(400).end();
		waiting = [];
	});
	const provisioningTargetApi = {
		baseUrl: refusing.origin,
		authentication: 'bearer',
		token: 'any',
	};
	const credentials = { ...bed.credentials, provisioningTargetApi };
	const onError = 'continueRegularOutput';
	const result = await run(people(10), 5, { credentials, onError });
	await refusing.close();
	const places = Array.from({ length: 10 }, (_, index) => index);
	expect(outputOf(result)).toMatchObject(
		places.map((index) => ({ outcome: { state: 'failed', entityId: `${index}` } })),
	);
	expect(result.items('Target').map(({ pairedItem }) => pairedItem)).toEqual(
		places.map((index) => ({ item: index })),
	);
});

test('what concerns one user is done in its order', async () => {
	const titles = ['a', 'b', 'c', 'd'];
	const result = await run(
		titles.flatMap((title) => [item('mira', { title }), item('akiko', { title })]),
		10,
	);
	const updates = titles.slice(1).flatMap(() => ['updated', 'updated']);
	expect(statesOf(outputOf(result))).toEqual(['created', 'created', ...updates]);
	expect(bed.target.users()).toMatchObject([{ title: 'd' }, { title: 'd' }]);
});

test('a group waits for the users in front of it', async () => {
	const transformation = {
		user: { mappings: [{ sourcePath: '$.userName', targetPath: '$.userName' }] },
		group: {
			mappings: [
				{ sourcePath: '$.displayName', targetPath: '$.displayName' },
				{
					sourcePath: '$.members[*].value',
					preserveArrayWithSingleElement: true,
					functions: [{ function: 'resolveEntityIds' }],
					targetPath: '$.members[?(@.value)]',
				},
			],
		},
	};
	const members = people(5).map((_, index) => ({ value: `${index}` }));
	const group = item('g', { displayName: 'Sales', members }, { entityType: 'group' });
	const parameters = {
		transformation: 'custom',
		transformationJson: JSON.stringify(transformation),
	};
	const result = await run([...people(5), group], 10, { parameters });
	const [outcome] = outputOf(result).slice(-1);
	expect(outcome).toMatchObject({ outcome: { state: 'created', repeatable: false } });
	expect(outcome).toHaveProperty('change.request.body.members.length', 5);
});

test('the budget for deletions is no larger', async () => {
	await run(people(10), 10);
	const gone = people(10).map((_, index) => noticeOf(`${index}`, { kind: 'deleted' }));
	const result = await run(gone, 10, { parameters: { policy: { deletionBudget: 3 } } });
	const states = statesOf(outputOf(result));
	expect(states.filter((state) => state === 'disabled')).toHaveLength(3);
	expect(states.filter((state) => state === 'held')).toHaveLength(7);
	expect(bed.target.users().filter(({ active }) => active === false)).toHaveLength(3);
});

test('one that fails stops the node: what has begun is ended, and nothing else begins', async () => {
	const [, ...others] = people(10);
	const first = { ...noticeOf('first'), entity: { displayName: 'Nobody' } };
	const result = await run([first, ...others], 3);
	expect(result.run.data.resultData.error).toMatchObject({ context: { itemIndex: 0 } });
	const begun = new Set(
		bed.target.ledger.entries.flatMap(
			({ path }) => /externalId.*%22(\w+)%22/.exec(path)?.[1] ?? [],
		),
	);
	expect(begun.size).toBeLessThan(8);
	// Each of the others that had begun has its account.
	expect(bed.target.users()).toHaveLength(begun.size - 1);
});
