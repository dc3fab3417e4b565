import type { IDataObject, INode } from 'n8n-workflow';
import { runItems, type Emission } from '../../../nodes/shared/runItems';
import { createFakeClock } from '../../support/clock';

const node: INode = {
	id: 'n',
	name: 'n',
	type: 'n',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

type Sketch = readonly [entityType: string, entityId: string, ms: number];

/** Works on each item for its time, and keeps who was being worked on together. */
async function work(sketches: readonly Sketch[], atOnce: number) {
	const clock = createFakeClock();
	const running = new Set<string>();
	const together: string[][] = [];
	const items = sketches.map(([entityType, entityId]) => ({
		json: entityId === '' ? {} : { notice: { entityType, entityId } },
	}));

	async function* operate(_: IDataObject, index: number): AsyncGenerator<Emission> {
		const [type = '', id = '', ms = 0] = sketches[index] ?? [];
		const name = `${index} ${type} ${id}`;
		running.add(name);
		together.push([...running]);
		await clock.sleep(ms);
		running.delete(name);
		yield { item: { json: { index } }, output: index % 2 };
	}

	const context = {
		getInputData: () => items,
		continueOnFail: () => false,
		getNode: () => node,
	};
	const emitted = await runItems(context, 2, operate, atOnce);
	return { together, places: emitted.map((list) => list.map(({ json }) => json['index'])) };
}

const users = (...ids: string[]): Sketch[] => ids.map((id, index) => ['user', id, 100 - index]);

test('the slow ones do not lose their places', async () => {
	const { together, places } = await work(users('a', 'b', 'c', 'd', 'e'), 3);
	expect(places).toEqual([
		[0, 2, 4],
		[1, 3],
	]);
	expect(Math.max(...together.map(({ length }) => length))).toBe(3);
});

test.each<[string, Sketch[]]>([
	['one by one unless told', users('a', 'b', 'c')],
	['the same user', users('a', 'a', 'a')],
	['users and groups, by turns', [...users('a'), ['group', 'g', 1], ...users('b')]],
	['items of which nobody knows what they are about', users('', '', '')],
])('never together: %s', async (what, sketches) => {
	const { together } = await work(sketches, what.startsWith('one by one') ? 1 : 10);
	expect(together).toEqual(sketches.map(([type, id], index) => [`${index} ${type} ${id}`]));
});

test('who comes again waits for those before, and the next ones go with it', async () => {
	const { together } = await work(users('a', 'b', 'a', 'c'), 10);
	expect(together).toEqual([
		['0 user a'],
		['0 user a', '1 user b'],
		['2 user a'],
		['2 user a', '3 user c'],
	]);
});
