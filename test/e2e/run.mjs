// `npm run test:e2e`: the demo's n8n, the demo's story, and what only a real n8n can show.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createRealHost } from '../../demo/realHost.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../../demo/stage.mjs';
import { describeCredentials } from './credentials.mjs';
import { describeExamples } from './examples.mjs';
import { describeGeneratedCalls } from './generatedCalls.mjs';
import { describeHostileCalls } from './hostileCalls.mjs';
import { describePackage } from './package.mjs';
import { describeProxies } from './proxies.mjs';
import { describeRealServers } from './realServers.mjs';
import { describeSecrets } from './secrets.mjs';
import { publishTriggers } from './triggers.mjs';
import { describeWellBeing } from './wellBeing.mjs';

if (process.argv.includes('--queue')) {
	const { runQueue } = await import('./queue.mjs');
	await runQueue();
	process.exit();
}

const stage = await prepare();
await checkTools(stage);
await install(stage);
const n8n = await openN8n(stage, await pack(stage));
const [{ openWorld }, { runStory }, workflow] = await Promise.all(
	['demo/world.ts', 'demo/story.ts', 'demo/workflow.ts'].map(load),
);
const world = await openWorld();
const host = createRealHost(n8n);
const { rows, published } = await runStory(host, world);
const triggers = await publishTriggers(n8n);
const [{ REFUSALS: refusals }, { soapNotice }, { seededRandom: random }, ...certificates] =
	await Promise.all(
		[
			'src/endpoint/index.ts',
			'test/support/soapNotice.ts',
			'test/support/random.ts',
			'test/support/certificate.ts',
			'test/support/certificates.ts',
		].map(load),
	);
const hostile = { stage, n8n, triggers, refusals, soapNotice, random };
const play = { stage, n8n, host, session: n8n.session, world, workflow, published, triggers };

// Everything below is only declared here: node:test ends when it once has nothing to do.
after(async () => {
	await n8n.stop();
	await world.close();
});

describe('the story in a real n8n', () => {
	for (const { number, source, notice, result, why, expected } of rows) {
		test(`${number} ${source}, ${notice}: ${result}`, () => assert.ok(expected, why));
	}
});
describePackage(play);
describeCredentials(play);
describeExamples(play);
describeHostileCalls(hostile);
describeGeneratedCalls(hostile);
describeProxies(Object.assign({ stage, n8n }, ...certificates));
describeWellBeing(hostile);
describeRealServers(play);
// Stops n8n, so it comes last.
describeSecrets(play);
