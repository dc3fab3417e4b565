/* eslint-disable @n8n/community-nodes/no-restricted-imports -- part of the demo, never shipped */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import express, { type Request, type Response } from 'express';
import {
	NodeHelpers,
	resolveWebhookDescriptionField,
	type ICredentialType,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWebhookDescription,
	type Workflow,
} from 'n8n-workflow';
import type { JsonObject } from '../src/model/json';
import { createEngine, type Engine, type EngineRun } from '../test/support/engine';
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

/** A field of a webhook description, as n8n's webhook service resolves it. */
function resolveField(
	workflow: Workflow,
	nodeName: string,
	description: IWebhookDescription,
	field: keyof IWebhookDescription & string,
	fallback: string,
): string {
	const node = workflow.getNode(nodeName);
	if (node === null) return fallback;
	const native = resolveWebhookDescriptionField(node, description, field);
	if (native.resolved) return String(native.value ?? fallback);
	const value = description[field];
	if (typeof value !== 'string') return value === undefined ? fallback : String(value);
	return String(
		workflow.expression.getSimpleParameterValue(node, value, 'internal', {}, undefined, fallback),
	);
}

interface Route {
	readonly method: string;
	readonly path: string;
	readonly node: string;
	readonly description: IWebhookDescription;
}

/** Where n8n would register the webhooks of a node. */
function routesOf(workflow: Workflow, types: Package['nodeTypes']): Route[] {
	return Object.values(workflow.nodes).flatMap((node) =>
		(types[node.type]?.description.webhooks ?? []).flatMap((description) => {
			const resolve = (field: keyof IWebhookDescription & string, fallback: string) =>
				resolveField(workflow, node.name, description, field, fallback);
			const full = resolve('isFullPath', 'false') === 'true';
			const path = NodeHelpers.getNodeWebhookPath(workflow.id, node, resolve('path', ''), full);
			const isDynamic = full && path.includes(':');
			return resolve('httpMethod', 'GET')
				.split(',')
				.map((method) => ({
					method: method.trim(),
					path: `/webhook/${isDynamic ? `${node.webhookId}/` : ''}${path}`,
					node: node.name,
					description,
				}));
		}),
	);
}

/** n8n reads JSON, form and text bodies of its own accord, and leaves all others to the node. */
async function readBody(request: Request, response: Response): Promise<boolean> {
	const read = async () => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		Reflect.set(request, 'rawBody', Buffer.concat(chunks));
	};
	let reading: Promise<void> | undefined;
	Reflect.set(request, 'readRawBody', () => (reading ??= read()));
	const type = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
	if (type !== 'application/json') return true;
	reading = read();
	await reading;
	const text = String(Reflect.get(request, 'rawBody'));
	try {
		request.body = text === '' ? undefined : JSON.parse(text);
		return true;
	} catch {
		response.status(422).json({ code: 422, message: 'Failed to parse request body' });
		return false;
	}
}

function executionOf(run: EngineRun, workflow: Workflow): Execution {
	const ran = Object.keys(workflow.nodes).filter((name) => name in run.run.data.resultData.runData);
	const items = ran.map((name) => [name, run.json(name) as JsonObject[]] as const);
	return { status: run.status, items: Object.fromEntries(items), error: run.error };
}

/** n8n's answer in `lastNode` mode, with `responseData: 'allEntries'`. */
function answerOf(run: EngineRun): { status: number; body: unknown } {
	if (run.status !== 'success') return { status: 500, body: { message: 'Error in workflow' } };
	return { status: 200, body: run.json(run.run.data.resultData.lastNodeExecuted ?? '') };
}

interface Stage {
	readonly engine: Engine;
	readonly workflow: Workflow;
	readonly runs: Promise<Execution>[];
}

/** One call of a production webhook, in the order in which n8n does it. */
async function serve(
	{ engine, workflow, runs }: Stage,
	{ node, description, method, path }: Route,
	type: INodeType,
	request: Request,
	response: Response,
): Promise<void> {
	if (!(await readBody(request, response))) return;
	const webhook: Partial<IWebhookData> = {
		httpMethod: method as IWebhookData['httpMethod'],
		node,
		path,
		webhookDescription: description,
		workflowId: workflow.id,
	};
	const context = engine.webhookContext(workflow, node, {
		request,
		response,
		webhook: webhook as IWebhookData,
	});
	const result = (await type.webhook?.call(context)) ?? {};
	const code = Number(resolveField(workflow, node, description, 'responseCode', '200'));
	if (result.workflowData === undefined) {
		if (!result.noWebhookResponse) response.status(code).json(result.webhookResponse);
		return;
	}
	const output = result.workflowData.map((items) => items.map(({ json }) => json));
	const running = engine.run(workflow, node, output);
	runs.push(running.then((run) => executionOf(run, workflow)));
	if (result.noWebhookResponse) return;
	if (resolveField(workflow, node, description, 'responseMode', 'onReceived') === 'lastNode') {
		const { status, body } = answerOf(await running);
		response.status(status === 200 ? code : status).json(body);
		return;
	}
	response.status(code).json(result.webhookResponse ?? { message: 'Workflow was started' });
}

/** The engine of n8n in this process, with a web server before it: no editor, no database. */
export async function openEmbeddedHost(manifest: Manifest, load: Load): Promise<Host> {
	const { nodeTypes, credentialTypes } = await loadPackage(manifest, load);
	const closers: (() => void)[] = [];

	async function publish(
		workflowJson: WorkflowJson,
		credentials: readonly StoredCredential[],
	): Promise<Published> {
		const engine = createEngine({
			nodeTypes,
			credentialTypes,
			credentials: Object.fromEntries(credentials.map(({ type, data }) => [type, data])),
		});
		const nodes = workflowJson.nodes.filter(({ type }) => Object.hasOwn(nodeTypes, type));
		const workflow = engine.workflow(
			nodes.map((node) => ({
				...node,
				parameters: node.parameters as INodeParameters,
				credentials: Object.keys(node.credentials ?? {}),
			})),
		);
		const stage: Stage = { engine, workflow, runs: [] };
		const app = express();
		for (const route of routesOf(workflow, nodeTypes)) {
			const type = nodeTypes[workflow.getNode(route.node)?.type ?? ''];
			if (type === undefined) continue;
			app.all(route.path, (request, response, next) => {
				if (request.method !== route.method) return next();
				return serve(stage, route, type, request, response);
			});
		}
		const server = createServer(app).listen(0, '127.0.0.1');
		await once(server, 'listening');
		closers.push(() => {
			server.close();
			server.closeAllConnections();
		});
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		return {
			webhookBase: `http://127.0.0.1:${port}/webhook`,
			executions: () => Promise.all(stage.runs),
		};
	}

	return {
		title: 'n8n-core in this process',
		publish,
		async close() {
			for (const close of closers) close();
		},
	};
}
