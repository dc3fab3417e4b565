import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { root } from '../../demo/package.mjs';

const { name: packageName, n8n: parts } = JSON.parse(
	readFileSync(join(root, 'package.json'), 'utf8'),
);

/** `dist/nodes/ProvisioningTarget/ProvisioningTarget.node.js` -> `provisioningTarget` */
function nameOf(file) {
	const [className] = file.split('/').at(-1).split('.');
	return className[0].toLowerCase() + className.slice(1);
}

const schemas = [
	'sapIdentityAuthenticationTrigger/2.0.0.json',
	'provisioningSource/1.0.0/getMany.json',
	'provisioningTarget/1.0.0/compare.json',
	'provisioningTarget/1.0.0/sync.json',
	'provisioningTarget/1.0.0/preview.json',
];

export function describePackage({ n8n, session }) {
	describe('what n8n finds in the package', () => {
		const found = {};
		before(async () => {
			for (const list of ['nodes', 'credentials']) {
				found[list] = JSON.parse((await session.call('GET', `/types/${list}.json`)).text);
			}
		});

		for (const name of parts.nodes.map(nameOf)) {
			test(`${name} is there, with words to be found by`, () => {
				const type = found.nodes.find((one) => one.name === `${packageName}.${name}`);
				assert.ok(type, 'not in /types/nodes.json');
				assert.ok(type.codex?.alias?.length > 0, 'no alias');
			});
		}

		for (const [list, files] of Object.entries(parts).filter(([, value]) => Array.isArray(value))) {
			for (const name of files.map(nameOf)) {
				test(`${name} has two icons, and n8n serves them`, async () => {
					const type = found[list].find((one) => one.name.split('.').at(-1) === name);
					const { light, dark } = type.iconUrl;
					assert.notEqual(light, dark);
					for (const icon of [light, dark]) {
						const answer = await fetch(`${n8n.url}/${icon}`);
						assert.equal(answer.status, 200, icon);
						assert.match(answer.headers.get('content-type'), /^image\/svg/);
					}
				});
			}
		}

		for (const schema of schemas) {
			test(`the editor gets the output schema ${schema}`, async () => {
				const { status, text } = await session.call('GET', `/schemas/${packageName}.${schema}`);
				assert.equal(status, 200);
				assert.equal(JSON.parse(text).type, 'object');
			});
		}
	});
}
