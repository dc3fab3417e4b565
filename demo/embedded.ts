/* eslint-disable @n8n/community-nodes/no-restricted-imports -- part of the demo, never shipped */
import { basename } from 'node:path';
import type { ICredentialType, INodeParameters, INodeType } from 'n8n-workflow';
import type { JsonObject } from '../src/model/json';
import { createEngine, type EngineRun } from '../test/support/engine';
import { serveWebhooks } from '../test/support/webhookServer';
import type { Execution, Host, Published, StoredCredential, WorkflowJson } from './host';

/** The part of package.json that n8n reads. */
export interface Manifest {
	readonly name: string;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

interface Package {
	readonly nodeTypes: Readonly<Record<string, INodeType>>;
	readonly credentialTypes: readonly ICredentialType[];
}

/** Loads a module of this repository by its path. */
export type Load = (path: string) => Promise<Readonly<Record<string, new () => unknown>>>;

/** The source of a class that the manifest names as built; n8n, too, finds it by the name of the file. */
async function loadClass<T>(load: Load, built: string): Promise<T> {
	const source = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const className = basename(source).split('.')[0] ?? '';
	const Class = (await load(source))[className];
	if (Class === undefined) throw new Error(`${source} has no class ${className}.`);
	return new Class() as T;
}

async function loadPackage({ name, n8n }: Manifest, load: Load): Promise<Package> {
	const nodes = await Promise.all(n8n.nodes.map((file) => loadClass<INodeType>(load, file)));
	return {
		nodeTypes: Object.fromEntries(nodes.map((node) => [`${name}.${node.description.name}`, node])),
		credentialTypes: await Promise.all(
			n8n.credentials.map((file) => loadClass<ICredentialType>(load, file)),
		),
	};
}

function executionOf({ run, status, error, json }: EngineRun): Execution {
	const items = Object.entries(run.data.resultData.runData).map(([name, tasks]) => {
		const outputs = tasks[0]?.data?.['main']?.length ?? 0;
		const all = Array.from({ length: outputs }, (_, output) => json(name, output) as JsonObject[]);
		return [name, all.flat()] as const;
	});
	return { status, items: Object.fromEntries(items), ...(error !== undefined && { error }) };
}

/** The engine of n8n in this process, with a web server before it: no editor, no database. */
export async function openEmbeddedHost(manifest: Manifest, load: Load): Promise<Host> {
	const { nodeTypes, credentialTypes } = await loadPackage(manifest, load);
	const closers: (() => Promise<void>)[] = [];

	async function publish(
		{ nodes }: WorkflowJson,
		credentials: readonly StoredCredential[],
	): Promise<Published> {
		const engine = createEngine({
			nodeTypes,
			credentialTypes,
			credentials: Object.fromEntries(credentials.map(({ type, data }) => [type, data])),
		});
		const known = nodes.filter(({ type }) => Object.hasOwn(nodeTypes, type));
		const trigger = known.find(({ type }) => nodeTypes[type]?.webhook !== undefined);
		if (trigger === undefined) throw new Error('The workflow has no trigger.');
		const workflow = engine.workflow(
			known.map((node) => ({
				...node,
				parameters: node.parameters as INodeParameters,
				credentials: Object.keys(node.credentials ?? {}),
			})),
		);
		const server = await serveWebhooks({ engine, workflow, trigger: trigger.name });
		closers.push(server.close);
		return {
			webhookBase: `${server.origin}/webhook`,
			executions: async () => (await Promise.all(server.runs)).map(executionOf),
		};
	}

	return {
		title: 'n8n-core in this process',
		publish,
		async close() {
			await Promise.all(closers.map((close) => close()));
		},
	};
}
