/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { createServer } from 'node:http';
import type { Execution, Host } from '../../demo/host';
import { runStory } from '../../demo/story';
import { openWorld, type World } from '../../demo/world';
import type { JsonObject } from '../../src/model/json';
import { listenOnLoopback, writeAnswer, type Loopback } from '../support/loopback';

let world: World;
let endpoint: Loopback;

/** A host that does nothing: it answers, and claims an execution for each call if told how it went. */
async function openPretender(status: number, outputOfTarget?: JsonObject): Promise<Host> {
	const claimed: Execution[] = [];
	endpoint = await listenOnLoopback(
		createServer((request, response) => {
			request.resume();
			if (outputOfTarget !== undefined) {
				claimed.push({ status: 'success', items: { 'Provisioning Target': [outputOfTarget] } });
			}
			writeAnswer(response, { status });
		}),
	);
	return {
		title: 'pretender',
		publish: async () => ({
			webhookBase: endpoint.origin,
			executions: async () => [...claimed],
		}),
		close: endpoint.close,
	};
}

beforeEach(async () => {
	world = await openWorld();
});
afterEach(async () => {
	await endpoint.close();
	await world.close();
});

describe('story of the demo', () => {
	it('has no row as expected where nothing happens', async () => {
		const story = await runStory(await openPretender(204), world);
		expect(story.expected).toBe(false);
		expect(story.rows.filter(({ expected }) => expected)).toEqual([]);
		expect(story.rows[0]?.why).toContain('answer 204, not 202; executions none, not success');
	});

	it('believes the target, not the outcome', async () => {
		const outcome = { state: 'created', repeatable: false, reason: 'made up' };
		const { rows } = await runStory(await openPretender(202, { outcome }), world);
		expect(rows[0]?.why).toBe('writes none, not POST 201; there is no account; made up');
	});

	it('sees a secret on an item', async () => {
		const item = { headers: `Basic ${world.secrets[1]}` };
		const { rows } = await runStory(await openPretender(202, item), world);
		expect(rows[0]?.why).toContain('a secret is on an item');
	});
});
