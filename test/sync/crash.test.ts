import type { JsonObject } from '../../src/model/json';
import type { ChangeNotice } from '../../src/model/notice';
import { createMemoryWorld, membership, noticeFor, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

class Killed extends Error {}

function deathOf(error: unknown): Killed {
	if (error instanceof Killed) return error;
	throw error;
}

/** A process that dies at its nth step: before the call is made, or after it was carried out. */
function createMortal() {
	let left = Infinity;
	return {
		dieAt(step: number): void {
			left = step;
		},
		live(): void {
			left = Infinity;
		},
		async pause(): Promise<void> {
			left--;
			if (left < 0) throw new Killed();
		},
	};
}

interface Scene {
	readonly name: string;
	/** What the source goes through before the notice, and the notice. */
	prepare(world: MemoryWorld): Promise<ChangeNotice>;
}

function user(world: MemoryWorld): JsonObject {
	return world.source.create('User', {
		schemas: [`${SCHEMA}User`],
		userName: 'mira',
		displayName: 'a',
	});
}

async function employed(world: MemoryWorld): Promise<{ id: string; person: JsonObject }> {
	const person = user(world);
	const id = String(person['id']);
	await world.run(noticeFor(id));
	return { id, person };
}

async function grouped(world: MemoryWorld, members: boolean) {
	const { id } = await employed(world);
	const group = world.source.create('Group', {
		schemas: [`${SCHEMA}Group`],
		displayName: 'Sales',
		members: members ? [{ value: id }] : [],
	});
	const notice = noticeFor(String(group['id']), { entityType: 'group' });
	await world.run(notice);
	world.source.replace('Group', String(group['id']), {
		...group,
		members: members ? [] : [{ value: id }],
	});
	return notice;
}

const SCENES: readonly Scene[] = [
	{ name: 'create', prepare: async (world) => noticeFor(String(user(world)['id'])) },
	{
		name: 'update',
		async prepare(world) {
			const { id, person } = await employed(world);
			world.source.replace('User', id, { ...person, displayName: 'b' });
			return noticeFor(id);
		},
	},
	{
		name: 'rename',
		async prepare(world) {
			const { id, person } = await employed(world);
			world.source.replace('User', id, { ...person, userName: 'mira.beck' });
			return noticeFor(id);
		},
	},
	...(['disable', 'delete'] as const).map((name) => ({
		name,
		async prepare(world: MemoryWorld) {
			const { id } = await employed(world);
			world.source.remove('User', id);
			return noticeFor(id, { kind: 'deleted' });
		},
	})),
	{ name: 'member add', prepare: (world) => grouped(world, false) },
	{ name: 'member remove', prepare: (world) => grouped(world, true) },
];

function inUse(world: MemoryWorld): unknown[] {
	const show = ({ userName, displayName }: JsonObject) => ({ userName, displayName });
	return world.target
		.all('User')
		.filter(({ active }) => active !== false)
		.map(show);
}

let points = 0;

describe('C1, C2, L11, goal 5: a process that dies at any step, and the same notice again', () => {
	test.each(SCENES)('$name', async ({ name, prepare }) => {
		for (let step = 0, isOver = false; !isOver; step++) {
			const mortal = createMortal();
			const world = createMemoryWorld({ pause: mortal.pause });
			const policy = {
				deletionBudget: 100,
				onDelete: name === 'delete' ? 'delete' : 'disable',
			} as const;
			const notice = await prepare(world);
			mortal.dieAt(step);
			const death = await world.run(notice, { policy }).then(() => undefined, deathOf);
			if (death) points++;
			else isOver = true;
			mortal.live();
			const outcome = await world.run(notice, { policy });
			expect({ step, state: outcome.state }).not.toEqual({ step, state: 'failed' });
			const people = world.source
				.all('User')
				.map(({ userName, displayName }) => ({ userName, displayName }));
			expect({ step, people: inUse(world) }).toEqual({ step, people });
			expect({ step, ...membership(world.target) }).toEqual({ step, ...membership(world.source) });
			const writes = world.writes.length;
			await world.run(notice, { policy });
			expect({ step, writes: world.writes.length }).toEqual({ step, writes });
		}
	});

	test('that were at least 56 points', () => {
		expect(points).toBeGreaterThanOrEqual(56);
	});
});
