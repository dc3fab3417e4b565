import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../demo/package.mjs';

const folder = join(root, 'workflows');

/** As a user would do it after the import: choose those that have these names, or others of the type. */
function chooseCredentials(nodes, stored) {
	const choose = ([type, { name }]) => {
		const ofType = stored.filter((one) => one.type === type);
		const { id } = ofType.find((one) => one.name === name) ?? ofType[0] ?? {};
		// Nobody here has an account at Entra ID: those nodes run from their own pinned data.
		return id === undefined ? [] : [[type, { id, name }]];
	};
	return nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(Object.entries(node.credentials ?? {}).flatMap(choose)),
	}));
}

/** The user of the pinned items exists in no source; this one does. */
function aboutUser(pinData, id) {
	const [[item] = []] = Object.values(pinData);
	const pinned = item?.json.notice?.entityId ?? item?.json.entityId;
	return pinned ? JSON.parse(JSON.stringify(pinData).replaceAll(pinned, id)) : pinData;
}

const ours = 'n8n-nodes-realtime-provisioning.';

/** Nodes of this package that read have pinned data to try an example with; here they read as well. */
function withoutPinnedReads(pinData, nodes) {
	const typeOf = (name) => nodes.find((node) => node.name === name)?.type ?? '';
	const isRead = (type) => type.startsWith(ours) && !type.endsWith('Trigger');
	return Object.fromEntries(Object.entries(pinData).filter(([name]) => !isRead(typeOf(name))));
}

/** Items by node, all outputs joined. */
const itemsOf = (runData) =>
	Object.fromEntries(
		Object.entries(runData).map(([node, [run]]) => [node, run.data.main.flat().filter(Boolean)]),
	);

/** The nodes that were given something. */
function reachedFrom(trigger, connections, runData) {
	const reached = new Set([trigger]);
	for (const node of reached) {
		const outputs = runData[node]?.[0].data.main ?? [];
		for (const [place, links] of (connections[node]?.main ?? []).entries()) {
			if (!outputs[place]?.length) continue;
			for (const next of links) reached.add(next.node);
		}
	}
	return [...reached];
}

/** Source and target are equal after the story, so a comparison has nothing to report. */
const mayBeSilent = ({ parameters }) => parameters.operation === 'compare';

export function describeExamples({ session, world }) {
	describe('the examples run', () => {
		const examples = readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))])
			.flatMap(([file, example]) => {
				const pinData = withoutPinnedReads(example.pinData, example.nodes);
				const isRead = Object.keys(pinData).length < Object.keys(example.pinData).length;
				return [[file, example], ...(isRead ? [[`${file}, read`, { ...example, pinData }]] : [])];
			});
		for (const [title, { nodes, pinData, ...rest }] of examples) {
			test(title, async () => {
				const stored = await session.ask('GET', '/rest/credentials');
				const draft = await session.createWorkflow({
					...rest,
					nodes: chooseCredentials(nodes, stored),
					pinData: aboutUser(pinData, world.jonas),
				});
				const trigger = nodes.find(({ type }) => type.endsWith('Trigger')).name;
				const { executionId } = await session.runFromPinnedData(draft, trigger);
				const { status, data } = await session.executionEnd(executionId);
				assert.equal(status, 'success', data.resultData.error?.message);

				const { runData } = data.resultData;
				const items = itemsOf(runData);
				const reached = reachedFrom(trigger, rest.connections, runData);
				assert.deepEqual(Object.keys(items).sort(), reached.sort());
				for (const [node, list] of Object.entries(items)) {
					const isSilent = mayBeSilent(nodes.find(({ name }) => name === node));
					assert.ok(list.length > 0 || isSilent, `${node} put out nothing`);
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
