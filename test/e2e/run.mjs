// `npm run test:e2e`: the demo's n8n, the demo's story, and what only a real n8n can show.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { root } from '../../demo/package.mjs';
import { createRealHost } from '../../demo/realHost.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../../demo/stage.mjs';
import { findTraces } from './canaries.mjs';
import { send } from './rawHttp.mjs';

const stage = await prepare();
await checkTools(stage);
await install(stage);
const n8n = await openN8n(stage, await pack(stage));
const host = createRealHost(n8n);
const { openWorld } = await load('demo/world.ts');
const { runStory } = await load('demo/story.ts');
const { buildCredentials, buildWorkflow, endpointUrl, TARGET_NODE } = await load('demo/workflow.ts');
const world = await openWorld();
const { session } = n8n;
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const { rows, published } = await runStory(host, world);

after(async () => {
	await n8n.stop();
	await world.close();
});

const countExecutions = async () => (await published.executions()).length;

describe('the story in a real n8n', () => {
	for (const { number, source, notice, result, why, expected } of rows) {
		test(`${number} ${source}, ${notice}: ${result}`, () => assert.ok(expected, why));
	}
});

describe('what n8n finds in the package', () => {
	const typeOf = (file) => {
		const name = file.split('/').at(-1).split('.')[0];
		return `${manifest.name}.${name[0].toLowerCase()}${name.slice(1)}`;
	};
	const types = JSON.parse((await session.call('GET', '/types/nodes.json')).text);
	const credentialTypes = JSON.parse((await session.call('GET', '/types/credentials.json')).text);

	for (const name of manifest.n8n.nodes.map(typeOf)) {
		test(`${name} is there, with its codex`, () => {
			const type = types.find((one) => one.name === name);
			assert.ok(type, 'not in /types/nodes.json');
			assert.ok(type.codex?.alias?.length > 0, 'has no alias to be found by');
		});
	}

	const icons = [...types, ...credentialTypes]
		.flatMap(({ iconUrl }) => (typeof iconUrl === 'object' ? Object.values(iconUrl) : [iconUrl]))
		.filter((url) => url?.includes(`/${manifest.name}/`));
	test('two icons each for nodes and credentials', () => {
		assert.equal(
			new Set(icons).size,
			2 * (manifest.n8n.nodes.length + manifest.n8n.credentials.length),
		);
	});
	for (const icon of new Set(icons)) {
		test(`${icon.split('/').at(-1)} is served as an image`, async () => {
			const answer = await fetch(`${n8n.url}/${icon}`);
			assert.equal(answer.status, 200);
			assert.match(answer.headers.get('content-type'), /image\/svg/);
		});
	}

	for (const schema of [
		'sapIdentityAuthenticationTrigger/2.0.0.json',
		'provisioningTarget/1.0.0/sync.json',
		'provisioningTarget/1.0.0/preview.json',
	]) {
		test(`the editor gets the output schema ${schema}`, async () => {
			const { status, text } = await session.call('GET', `/schemas/${manifest.name}.${schema}`);
			assert.equal(status, 200);
			assert.equal(JSON.parse(text).type, 'object');
		});
	}
});
