/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { createServer } from 'node:http';
import type { Execution, Host } from '../../demo/host';
import { runStory } from '../../demo/story';
import { openWorld, type World } from '../../demo/world';
import { listenOnLoopback, writeAnswer, type Loopback } from '../support/loopback';

let world: World;
let endpoint: Loopback;

/** A host that accepts everything and does nothing, or claims to have done something. */
async function openHost(status: number, executions: () => Execution[]): Promise<Host> {
	endpoint = await listenOnLoopback(
		createServer((request, response) => {
			request.resume();
			writeAnswer(response, { status });
		}),
	);
	const published = { webhookBase: endpoint.origin, executions: async () => executions() };
	return { title: 'pretender', publish: async () => published, close: endpoint.close };
}

beforeEach(async () => {
	world = await openWorld();
});
afterEach(async () => {
	await endpoint.close();
	await world.close();
});

describe('story of the demo', () => {
	it('has no row as expected in a host that does nothing', async () => {
		const story = await runStory(await openHost(204, () => []), world);
		expect(story.rows.map(({ expected }) => expected)).toEqual(story.rows.map(() => false));
		expect(story.rows[0]?.why).toContain('answer 204, not 202; executions none, not success');
	});

	it('believes the target, not the outcome', async () => {
		const claimed: Execution[] = [];
		const host = await openHost(202, () => [...claimed]);
		const item = { outcome: { state: 'created', repeatable: false, reason: 'made up' } };
		const pretender: Host = {
			...host,
			async publish(...given) {
				const published = await host.publish(...given);
				return {
					...published,
					async executions() {
						const before = await published.executions();
						claimed.push({ status: 'success', items: { 'Provisioning Target': [item] } });
						return before;
					},
				};
			},
		};
		const { rows, expected } = await runStory(pretender, world);
		expect(expected).toBe(false);
		expect(rows[0]?.why).toBe('writes none, not POST 201; there is no account; made up');
	});
});
