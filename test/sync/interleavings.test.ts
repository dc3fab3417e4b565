import type { JsonObject } from '../../src/model/json';
import type { Directory } from '../../src/protocols';
import { seededRandom } from '../support/random';
import { count } from './counts';
import { createMemoryWorld, noticeFor } from './memoryWorld';
import { createSwitchboard } from './switchboard';

const SCHEDULES = count(120, 20_000);
/** Without the second look these must not all end well. */
const BLIND = 60;
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** A source that shows one run always the same: looking again after writing is worth nothing then. */
function withoutSecondLook(source: Directory): Directory {
	return {
		...source,
		during(run) {
			const inner = source.during(run);
			let first: ReturnType<Directory['get']> | undefined;
			return { ...inner, get: (...asked) => (first ??= inner.get(...asked)) };
		},
	};
}

async function play(seed: number, isBlind: boolean): Promise<string | undefined> {
	const random = seededRandom(seed);
	const board = createSwitchboard(random);
	const world = createMemoryWorld({ random, pause: board.pause });
	const { source, target } = world;
	const more = isBlind ? { source: withoutSecondLook(world.directories.source) } : {};
	const user = source.create('User', { schemas: [USER], userName: 'mira', displayName: '0' });
	const id = String(user['id']);
	if (random() < 0.5) await board.play([world.run(noticeFor(id))]);

	const act = async (number: number) => {
		for (let pauses = Math.floor(random() * 6); pauses > 0; pauses--) await board.pause();
		const exists = source.all('User').length > 0;
		const leaves = exists && random() < 0.25;
		if (leaves) source.remove('User', id);
		else if (exists) {
			const change: JsonObject =
				random() < 0.5 ? { displayName: `${number}` } : { userName: `mira-${number}` };
			source.replace('User', id, { ...source.get('User', id), ...change });
		}
		const outcome = await world.run(noticeFor(id, { kind: leaves ? 'deleted' : 'changed' }), more);
		if (outcome.repeatable) await world.run(noticeFor(id, { kind: 'deleted' }), more);
	};
	const runs = 2 + Math.floor(random() * 3);
	await board.play(Array.from({ length: runs }, (_, number) => act(number + 1)));

	const [person] = source.all('User');
	const accounts = target.all('User');
	const [account] = accounts;
	if (accounts.length > 1) return `${accounts.length} accounts`;
	if (!person) return account && account['active'] !== false ? 'still active' : undefined;
	for (const name of ['userName', 'displayName']) {
		if (account?.[name] !== person[name]) return `${name} is not that of the source`;
	}
	return account?.['active'] === false ? 'not active' : undefined;
}

async function countFailures(isBlind: boolean, schedules: number): Promise<string[]> {
	const failures: string[] = [];
	for (let seed = 1; seed <= schedules; seed++) {
		const failure = await play(seed, isBlind);
		if (failure) failures.push(`seed ${seed}: ${failure}`);
	}
	return failures;
}

test(`L10: ${SCHEDULES} interleavings of two to four runs on one person end equal`, async () => {
	expect(await countFailures(false, SCHEDULES)).toEqual([]);
}, 600_000);

test(`the proof can fail: of ${BLIND} without the second look some end wrong`, async () => {
	expect((await countFailures(true, BLIND)).length).toBeGreaterThan(0);
}, 60_000);
