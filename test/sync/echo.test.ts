import type { JsonObject } from '../../src/model/json';
import type { Outcome } from '../../src/model/outcome';
import { sync } from '../../src/sync';
import { connectTo } from '../protocols/connections';
import { createFakeClock } from '../support/clock';
import { startFaultyScim, type FaultyScim } from '../support/faultyScim';
import { createPeople } from '../support/people';
import { write } from './landscape';
import { noticeFor } from './memoryWorld';

/** More rounds than an echo that ends can take. */
const ENOUGH = 10;
const NAMES = ['left', 'right'] as const;
type Side = (typeof NAMES)[number];

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const clock = createFakeClock();
let servers: Record<Side, FaultyScim>;

beforeEach(async () => {
	servers = { left: await startFaultyScim({ clock }), right: await startFaultyScim({ clock }) };
});
afterEach(() => Promise.all(NAMES.map((side) => servers[side].close())));

const directory = (side: Side) => connectTo('scim-system', servers[side], { clock });

function syncFrom(side: Side, entityId: string): Promise<Outcome> {
	return sync({
		notice: noticeFor(entityId, { systemId: side, idKind: 'uuid' }),
		source: directory(side),
		target: directory(other(side)),
		write,
		clock,
	});
}

/** Both report every write, ours included, and two workflows carry each to the other side. */
async function carryUntilQuiet(side: Side, entityId: string): Promise<string[]> {
	const states: string[] = [];
	const reported = [{ side, entityId }];
	for (const notice of reported) {
		if (states.length === ENOUGH) throw new Error(`It does not end: ${states.join(' ')}`);
		const target = servers[other(notice.side)];
		target.ledger.clear();
		const { state, targetId } = await syncFrom(notice.side, notice.entityId);
		states.push(state);
		if (targetId !== undefined && target.ledger.writes().length > 0) {
			reported.push({ side: other(notice.side), entityId: targetId });
		}
	}
	return states;
}

test('E36, row 98: our own write that the application reports back ends where nothing differs', async () => {
	const person: JsonObject = { ...createPeople()(), externalId: null };
	const id = String(servers.left.store.create('User', person)['id']);
	const joined = await carryUntilQuiet('left', id);
	expect(joined[0]).toBe('created');
	expect(joined.at(-1)).toBe('alreadyProvisioned');

	servers.left.store.replace('User', id, { ...servers.left.users()[0], title: 'Lead' });
	expect(await carryUntilQuiet('left', id)).toEqual(['updated', 'alreadyProvisioned']);
	expect(NAMES.map((side) => servers[side].users().map(({ title }) => title))).toEqual([
		['Lead'],
		['Lead'],
	]);
});

test('row 98: an echo never takes over an account that belongs to somebody else', async () => {
	const id = String(servers.left.store.create('User', createPeople()())['id']);
	const before = servers.left.users();
	expect(await carryUntilQuiet('left', id)).toEqual(['created', 'failed']);
	expect(servers.left.users()).toEqual(before);
});
