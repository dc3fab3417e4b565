import type { ChangeNotice } from '../../src/model/notice';
import { seededRandom } from '../support/random';
import { makeChange } from './history';
import {
	actualAccounts,
	createMemoryWorld,
	expectedAccounts,
	membership,
	type MemoryWorld,
	type Mishap,
} from './memoryWorld';

const MISHAPS: readonly Mishap[] = ['throttled', 'failing', 'unreached', 'lost', 'silent', 'html'];
const WORKERS = 4;
/** So many notices wait while the source goes on changing; they are worked on in any order. */
const QUEUE = 50;
const MOST_COPIES = 5;

export interface Traffic {
	readonly seed: number;
	readonly count: number;
	/** The share of notices that never arrive. */
	readonly loss: number;
}

/** Notices duplicated, shuffled and lost, over a target that fails at a third of its calls. */
export async function simulate({ seed, count, loss }: Traffic): Promise<MemoryWorld> {
	const random = seededRandom(seed);
	let calm = false;
	const world = createMemoryWorld({
		random,
		mishap: () =>
			!calm && random() < 0.35 ? MISHAPS[Math.floor(random() * MISHAPS.length)] : undefined,
	});
	const pending: ChangeNotice[] = [];
	const left: ChangeNotice[] = [];
	for (let made = 0; made < count; ) {
		const notice = makeChange(world.source, random);
		if (!notice) continue;
		made++;
		if (random() >= loss) pending.push(...copies(notice, random));
		if (pending.length > QUEUE) {
			shuffle(pending, random);
			left.push(...(await deliver(world, pending.splice(0, QUEUE - 10))));
		}
	}
	left.push(...(await deliver(world, pending)));
	calm = true;
	let again = left;
	for (let round = 0; round < 5 && again.length > 0; round++) again = await deliver(world, again);
	return world;
}

export function expectEqual(world: MemoryWorld): void {
	expect(byName(actualAccounts(world.target))).toEqual(byName(expectedAccounts(world.source)));
	const disabled = new Set(
		world.target
			.all('User')
			.filter(({ active }) => active === false)
			.map(({ userName }) => String(userName)),
	);
	const members = Object.entries(membership(world.target)).map(
		([name, list]) => [name, list.filter((member) => !disabled.has(member))] as const,
	);
	expect(Object.fromEntries(members)).toEqual(membership(world.source));
	for (const type of ['User', 'Group'] as const) {
		const owners = world.target.all(type).map(({ externalId }) => externalId);
		expect({ type, owners: new Set(owners).size }).toEqual({ type, owners: owners.length });
	}
}

/** Three in ten come more than once. */
function copies(notice: ChangeNotice, random: () => number): ChangeNotice[] {
	const number = random() < 0.3 ? 2 + Math.floor(random() * (MOST_COPIES - 1)) : 1;
	return Array.from({ length: number }, () => notice);
}

function shuffle<T>(list: T[], random: () => number): void {
	for (let left = list.length - 1; left > 0; left--) {
		const other = Math.floor(random() * (left + 1));
		[list[left], list[other]] = [list[other] as T, list[left] as T];
	}
}

/** Several runs at a time, as workers would; what may be repeated comes again at the end. */
async function deliver(
	world: MemoryWorld,
	notices: readonly ChangeNotice[],
): Promise<ChangeNotice[]> {
	const again: ChangeNotice[] = [];
	const queue = [...notices];
	const worker = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) {
			const outcome = await world.run(next);
			if (outcome.repeatable) again.push(next);
			else if (outcome.state === 'failed') throw new Error(`For good: ${outcome.reason}`);
		}
	};
	await Promise.all(Array.from({ length: WORKERS }, worker));
	return again;
}

function byName(accounts: ReturnType<typeof expectedAccounts>) {
	return [...accounts].sort((a, b) =>
		String(a['externalId']).localeCompare(String(b['externalId'])),
	);
}
