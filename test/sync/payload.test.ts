import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { createMemoryWorld, noticeFor } from './memoryWorld';

const copy = (name: string) => ({
	sourcePath: `$.${name}`,
	targetPath: `$.${name}`,
	optional: true,
});
const write = compileTransformation({
	user: {
		mappings: [
			{ constant: ['urn:ietf:params:scim:schemas:core:2.0:User'], targetPath: '$.schemas' },
			...['userName', 'displayName', 'nickName'].map(copy),
		],
	},
});

/** Whole entities without a source behind them, in whatever order they come. */
async function receive(entities: readonly JsonObject[], versionAttribute: string) {
	const world = createMemoryWorld();
	const states: string[] = [];
	for (const entity of entities) {
		const item = {
			source: undefined,
			read: undefined,
			write,
			entity,
			policy: { versionAttribute },
		};
		const { state } = await world.run(noticeFor('u1'), item);
		states.push(state);
	}
	return { states, accounts: world.target.all('User') };
}

const entityOf = (version: string | number, displayName = `state ${version}`) => ({
	userName: 'mira.holm',
	displayName,
	nickName: String(version),
});

const VERSIONS = {
	numbers: [7, 13, 99, 100, 20261125],
	times: [
		'2026-11-25T08:00:00Z',
		'2026-11-25T10:00:00+01:00',
		'2026-11-25T09:00:01Z',
		'2026-11-26T00:30:00+02:00',
		'2026-12-01T00:00:00Z',
	],
	texts: ['v-a', 'v-b', 'v-c', 'v-d'],
	revisions: ['v9', 'v10', 'v13', 'v100'],
	entityTags: ['W/"2"', 'W/"9"', 'W/"13"', 'W/"100"'],
};

describe('D8: a source that cannot be read, its entities shuffled', () => {
	test.each(Object.entries(VERSIONS))(
		'the newest stays, versions as %s',
		async (_name, versions) => {
			const newest = versions.at(-1) ?? '';
			const shuffled = fc.shuffledSubarray([...versions, ...versions], {
				minLength: versions.length * 2,
			});
			const stays = async (order: readonly (string | number)[]) => {
				const { accounts } = await receive(
					order.map((one) => entityOf(one)),
					'nickName',
				);
				expect(accounts).toMatchObject([{ displayName: `state ${newest}` }]);
			};
			await fc.assert(fc.asyncProperty(shuffled, stays), { numRuns: 20, seed: 4711 });
		},
	);

	test('the proof can fail: without the rule the last one wins', async () => {
		const { states, accounts } = await receive([entityOf(2), entityOf(1)], '');
		expect(states).toEqual(['created', 'updated']);
		expect(accounts).toMatchObject([{ displayName: 'state 1' }]);
	});

	test('an entity of unknown age does not take the place of one whose age is known', async () => {
		const without = { userName: 'mira.holm', displayName: 'of no age' };
		const { states, accounts } = await receive([entityOf(2), without], 'nickName');
		expect(states).toEqual(['created', 'alreadyProvisioned']);
		expect(accounts).toMatchObject([{ displayName: 'state 2' }]);
	});

	test('an account that has no version yet gets one', async () => {
		const without = { userName: 'mira.holm' };
		const { states } = await receive([without, entityOf(1)], 'nickName');
		expect(states).toEqual(['created', 'updated']);
	});
});
