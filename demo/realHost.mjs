// The host of the story (host.ts) that is a real n8n.
import { unfinished, until } from './n8n.mjs';

function executionOf({ status, data }) {
	const { runData, error } = data.resultData;
	const items = Object.entries(runData).map(([node, runs]) => [
		node,
		runs
			.flatMap((run) => (run.data?.main ?? []).flatMap((output) => output ?? []))
			.map(({ json }) => json),
	]);
	return { status, items: Object.fromEntries(items), error: error?.message };
}

/**
 * @param {Awaited<ReturnType<import('./stage.mjs').openN8n>>} n8n
 * @returns {import('./host').Host & { workflows: { id: string }[] }}
 */
export function createRealHost({ session, title, stop }) {
	const workflows = [];

	async function publish(workflow, credentials) {
		const stored = new Map();
		for (const credential of credentials) {
			stored.set(credential.name, await session.createCredential(credential));
		}
		const nodes = workflow.nodes.map((node) => {
			const chosen = Object.entries(node.credentials ?? {}).map(([type, { name }]) => [
				type,
				stored.get(name),
			]);
			return { ...node, credentials: Object.fromEntries(chosen) };
		});
		const created = await session.createWorkflow({ ...workflow, nodes });
		await session.publish(created);
		workflows.push(created);
		return {
			webhookBase: `${session.url}/webhook`,
			async executions() {
				const ended = await until(
					async () => {
						const all = await session.executions(created);
						return all.some(({ status }) => unfinished.has(status)) ? undefined : all;
					},
					{ seconds: 60, what: 'the executions to end' },
				);
				const whole = await Promise.all(ended.map(({ id }) => session.execution(id)));
				return whole.sort((a, b) => Number(a.id) - Number(b.id)).map(executionOf);
			},
		};
	}

	return { title, publish, close: stop, workflows };
}
