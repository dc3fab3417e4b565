// `npm run test:e2e`: the demo's n8n, the demo's story, and what only a real n8n can show.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createRealHost } from '../../demo/realHost.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../../demo/stage.mjs';
import { describeBait, startBait } from './bait.mjs';
import { describeCertificateHeaders } from './certificateHeaders.mjs';
import { describeCredentials } from './credentials.mjs';
import { describeExamples } from './examples.mjs';
import { describeGeneratedCalls } from './generatedCalls.mjs';
import { describeHostileCalls } from './hostileCalls.mjs';
import { describeOverload } from './overload.mjs';
import { describePackage } from './package.mjs';
import { describeProxies } from './proxies.mjs';
import { describeRealServers } from './realServers.mjs';
import { describeSecrets } from './secrets.mjs';
import { describeTokens } from './tokens.mjs';
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
const bait = await startBait();
const tools = Object.assign(
	{},
	...(await Promise.all(
		[
			'src/endpoint/index.ts',
			'test/endpoint/certificateAttacks.ts',
			'test/endpoint/proxies.ts',
			'test/endpoint/tenant.ts',
			'test/support/certificate.ts',
			'test/support/certificates.ts',
			'test/support/random.ts',
			'test/support/soapNotice.ts',
		].map(load),
	)),
);
const { REFUSALS: refusals, LIMITS: limits, soapNotice, seededRandom: random } = tools;
const hostile = { stage, n8n, triggers, refusals, limits, soapNotice, random, bait, tools };
const play = { stage, n8n, host, session: n8n.session, world, workflow, published, triggers };

// Everything below is only declared here: node:test ends when it once has nothing to do.
after(async () => {
	await n8n.stop();
	await world.close();
	bait.close();
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
describeTokens(hostile);
describeBait(hostile);
describeCertificateHeaders(hostile);
describeProxies({ stage, n8n, ...tools });
describeOverload(hostile);
describeWellBeing(hostile);
describeRealServers(play);
// Stops n8n, so it comes last.
describeSecrets(play);
