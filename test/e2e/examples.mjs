import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../demo/package.mjs';

const folder = join(root, 'workflows');

/** As a user would do it after the import: choose the credentials that have these names. */
function chooseCredentials(nodes, stored) {
	const choose = ([type, { name }]) => [
		type,
		{ id: stored.find((one) => one.name === name)?.id, name },
	];
	return nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(Object.entries(node.credentials ?? {}).map(choose)),
	}));
}

/** The user of the pinned notice exists in no source; this one does. */
function aboutUser(pinData, id) {
	const [[{ json }]] = Object.values(pinData);
	return JSON.parse(JSON.stringify(pinData).replaceAll(json.notice.entityId, id));
}

/** Items by node, all outputs joined. */
const itemsOf = (runData) =>
	Object.fromEntries(
		Object.entries(runData).map(([node, [run]]) => [node, run.data.main.flat().filter(Boolean)]),
	);

export function describeExamples({ session, world }) {
	describe('the examples run from their pinned data', () => {
		for (const file of readdirSync(folder)) {
			test(file, async () => {
				const { nodes, pinData, ...rest } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
				const stored = await session.ask('GET', '/rest/credentials');
				const draft = await session.createWorkflow({
					...rest,
					nodes: chooseCredentials(nodes, stored),
					pinData: aboutUser(pinData, world.jonas),
				});
				const [trigger] = Object.keys(pinData);
				const { executionId } = await session.runFromPinnedData(draft, trigger);
				const { status, data } = await session.executionEnd(executionId);
				assert.equal(status, 'success', data.resultData.error?.message);

				const items = itemsOf(data.resultData.runData);
				const working = nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
				assert.deepEqual(Object.keys(items).sort(), working.map(({ name }) => name).sort());
				for (const [node, list] of Object.entries(items)) {
					assert.notEqual(list.length, 0, `${node} put out nothing`);
					for (const { json } of list) {
						assert.equal(json.error, undefined, node);
						const state = json.outcome?.state ?? 'alreadyProvisioned';
						assert.equal(state, 'alreadyProvisioned', json.outcome?.reason);
					}
				}
			});
		}
	});
}
