import type { Answer } from '../support/loopback';
import { count } from './counts';
import { createMemoryWorld, noticeFor, type MemoryWorld } from './memoryWorld';

const USERS = count(20, 1_000);
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const BUDGET = 10;

async function populated(outage?: () => { answer: Answer | undefined } | undefined) {
	const world = createMemoryWorld({ outage });
	const ids: string[] = [];
	for (let number = 0; number < USERS; number++) {
		const user = { schemas: [SCHEMA], userName: `person-${number}` };
		const id = String(world.source.create('User', user)['id']);
		await world.run(noticeFor(id));
		ids.push(id);
	}
	return { world, ids };
}

const inUse = ({ target }: MemoryWorld) =>
	target.all('User').filter(({ active }) => active !== false).length;

const html = { 'content-type': 'text/html' };
const scim = { 'content-type': 'application/scim+json' };
const OUTAGES: readonly (readonly [string, Answer | undefined])[] = [
	['401', { status: 401, body: '' }],
	['403', { status: 403, body: '' }],
	['500', { status: 500, body: '' }],
	['503', { status: 503, body: '' }],
	['the 404 page of a proxy', { status: 404, headers: html, body: '<html>Not Found</html>' }],
	['an empty 200', { status: 200, headers: scim, body: '' }],
	['a login page', { status: 200, headers: html, body: '<html>Log on</html>' }],
	['nothing', undefined],
];

describe(`D5, D6, L12, goal 13: ${USERS} users behind a source that cannot be read`, () => {
	let outage: { answer: Answer | undefined } | undefined;
	let there: Awaited<ReturnType<typeof populated>>;
	beforeAll(async () => {
		there = await populated(() => outage);
	});

	test.each(OUTAGES)('%s: nobody is deleted, nobody disabled', async (_, answer) => {
		const { world, ids } = there;
		outage = { answer };
		const before = world.writes.length;
		for (const id of ids) {
			for (const kind of ['changed', 'deleted', 'unknown'] as const) {
				const outcome = await world.run(noticeFor(id, { kind }), {
					policy: { onDelete: 'delete' },
				});
				expect(outcome).toMatchObject({ state: 'failed', attempts: 0 });
			}
		}
		expect(world.writes.length).toBe(before);
		expect(inUse(world)).toBe(USERS);
	});
});

test(`G1, L13, goal 13: ${USERS} who are really gone, at once: the budget, the rest held, none lost`, async () => {
	const { world, ids } = await populated();
	for (const id of ids) world.source.remove('User', id);
	const policy = { deletionBudget: BUDGET };
	const outcomes = await Promise.all(
		ids.map((id) => world.run(noticeFor(id, { kind: 'deleted' }), { policy })),
	);
	const done = outcomes.filter(({ state }) => state === 'disabled');
	const held = outcomes.filter(({ state }) => state === 'held');
	expect({ done: done.length, held: held.length }).toEqual({ done: BUDGET, held: USERS - BUDGET });
	expect(inUse(world)).toBe(USERS - BUDGET);

	for (const { entityId, change: approved } of held) {
		await world.run(noticeFor(entityId, { kind: 'deleted' }), { policy, approved });
	}
	expect(inUse(world)).toBe(0);
});
