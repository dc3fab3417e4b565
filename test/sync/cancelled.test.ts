import type { JsonObject } from '../../src/model/json';
import type { ChangeNotice } from '../../src/model/notice';
import { createMemoryWorld, membership, noticeFor, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

/** Counts the moments before and behind each call, and cancels at one of them. */
function createCancelling() {
	let stop = new AbortController();
	let moments = 0;
	let at = Infinity;
	return {
		cancelAt(moment: number): AbortSignal {
			[stop, moments, at] = [new AbortController(), 0, moment];
			return stop.signal;
		},
		moments: () => moments,
		async pause(): Promise<void> {
			if (++moments === at) stop.abort();
		},
	};
}

function person(world: MemoryWorld, more: JsonObject = {}): string {
	const attributes = { schemas: [`${SCHEMA}User`], userName: 'mira', displayName: 'a', ...more };
	return String(world.source.create('User', attributes)['id']);
}

async function employed(world: MemoryWorld): Promise<string> {
	const id = person(world);
	await world.run(noticeFor(id));
	return id;
}

const SCENES: ReadonlyArray<
	readonly [string, (world: MemoryWorld) => Promise<ChangeNotice> | ChangeNotice]
> = [
	['create', (world) => noticeFor(person(world))],
	[
		'update',
		async (world) => {
			const id = await employed(world);
			world.source.replace('User', id, { ...world.source.get('User', id), displayName: 'b' });
			return noticeFor(id);
		},
	],
	[
		'disable, because gone without a notice',
		async (world) => {
			const id = await employed(world);
			world.source.remove('User', id);
			return noticeFor(id);
		},
	],
	[
		'members',
		async (world) => {
			const value = await employed(world);
			const other = person(world, { userName: 'akiko' });
			await world.run(noticeFor(other));
			const group = { schemas: [`${SCHEMA}Group`], displayName: 'Sales', members: [{ value }] };
			const id = String(world.source.create('Group', group)['id']);
			await world.run(noticeFor(id, { entityType: 'group' }));
			world.source.replace('Group', id, { ...group, id, members: [{ value: other }] });
			return noticeFor(id, { entityType: 'group' });
		},
	],
];

const shown = ({ userName, displayName }: JsonObject) => ({ userName, displayName });

describe('C12: cancelled at any call, nothing more is sent, and the same notice heals it', () => {
	test.each(SCENES)('%s', async (_, prepare) => {
		let cancelled = 0;
		for (let moment = 1, isOver = false; !isOver; moment++) {
			const cancelling = createCancelling();
			const world = createMemoryWorld({ pause: cancelling.pause });
			const notice = await prepare(world);
			const outcome = await world.run(notice, { signal: cancelling.cancelAt(moment) });
			isOver = cancelling.moments() < moment;
			// The call that is under way may end.
			expect(cancelling.moments()).toBeLessThanOrEqual(moment + (moment % 2));
			if (outcome.state === 'failed') {
				cancelled++;
				expect(outcome).toMatchObject({
					repeatable: true,
					error: { code: 'connection.cancelled', hint: expect.stringMatching(/again/) },
				});
			}
			expect(await world.run(notice)).toMatchObject({
				state: expect.stringMatching(/^(created|updated|disabled|alreadyProvisioned)$/),
			});
			const inUse = world.target.all('User').filter(({ active }) => active !== false);
			expect(inUse.map(shown)).toEqual(world.source.all('User').map(shown));
			expect(membership(world.target)).toEqual(membership(world.source));
			const writes = world.writes.length;
			await world.run(notice);
			expect(world.writes).toHaveLength(writes);
		}
		expect(cancelled).toBeGreaterThan(3);
	});
});
