/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a web server for tests; not shipped */
// What n8n's webhook server does around a trigger node, in small: routes, bodies, response modes.
import express, { type Request, type Response } from 'express';
import { createServer } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { isObject } from '../../src/model/json';
import {
	NodeHelpers,
	resolveWebhookDescriptionField,
	type IDataObject,
	type INode,
	type IWebhookDescription,
	type IWebhookResponseData,
	type Workflow,
} from 'n8n-workflow';
import type { CalledWebhook, Engine, EngineRun } from './engine';
import { listenOnLoopback, type Loopback } from './loopback';

export interface WebhookServer extends Loopback {
	/** Items of every execution that was started, in order. */
	readonly started: readonly IDataObject[][];
	/** The executions themselves, in the same order. */
	readonly runs: readonly Promise<EngineRun>[];
	/** Errors that the node's `webhook` threw; n8n would store each as a failed execution. */
	readonly thrown: readonly unknown[];
}

export interface ServedWorkflow {
	readonly engine: Engine;
	readonly workflow: Workflow;
	/** Name of the trigger node. */
	readonly trigger: string;
	/** TLS ends in this process, as with `N8N_PROTOCOL=https`. */
	readonly tls?: ServerOptions;
}

interface Route {
	readonly methods: readonly string[];
	/** In the order of its segments; `:name` stands for any. */
	readonly segments: readonly string[];
	readonly description: IWebhookDescription;
}

/** A field that n8n can only resolve with its expression engine has no place in the hot path. */
function fieldOf(node: INode, description: IWebhookDescription, field: string): unknown {
	const native = resolveWebhookDescriptionField(node, description, field);
	if (native.resolved) return native.value;
	const literal: unknown = description[field];
	if (typeof literal === 'string' && literal.startsWith('=')) {
		throw new Error(`The webhook field ${field} needs the expression engine.`);
	}
	return literal;
}

function routesOf(workflow: Workflow, node: INode): Route[] {
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	return (type.description.webhooks ?? []).map((description) => {
		const path = String(fieldOf(node, description, 'path'));
		const isFullPath = fieldOf(node, description, 'isFullPath') === true;
		const url = NodeHelpers.getNodeWebhookUrl('', workflow.id, node, path, isFullPath);
		return {
			methods: String(fieldOf(node, description, 'httpMethod')).split(','),
			segments: url.slice(1).split('/'),
			description,
		};
	});
}

/** n8n compares a path with variables as a set of words behind the webhook id. */
function matches({ methods, segments }: Route, method: string, path: readonly string[]): boolean {
	if (!methods.includes(method) || segments.length !== path.length) return false;
	const isDynamic = segments.some((segment) => segment.startsWith(':'));
	if (!isDynamic) return segments.every((segment, position) => segment === path[position]);
	const words = new Set(path.slice(1));
	const fixed = segments.slice(1).filter((segment) => !segment.startsWith(':'));
	return segments[0] === path[0] && fixed.every((word) => words.has(word));
}

const PARSED =
	/^(application\/json|text\/plain|application\/x-www-form-urlencoded|text\/xml|application\/(\w+\+)?xml)/;

/** On version 1 of a node a parameter keeps n8n away from all bodies. */
function readsItself({ typeVersion, parameters }: INode): boolean {
	const options: unknown = parameters['options'];
	return typeVersion === 1 && isObject(options) && options['binaryData'] === true;
}

/** n8n reads the types that it parses before the node sees the call; typeVersion above 1. */
async function readParsedTypes(request: Request): Promise<boolean> {
	if (!PARSED.test(request.headers['content-type'] ?? '')) return true;
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	request.rawBody = Buffer.concat(chunks);
	if (!request.headers['content-type']?.startsWith('application/json')) return true;
	try {
		if (request.rawBody.length > 0) request.body = JSON.parse(request.rawBody.toString());
		return true;
	} catch {
		return false;
	}
}

async function finish(running: Promise<EngineRun>, response: Response, code: number) {
	const { run, error } = await running;
	const { lastNodeExecuted = '', runData } = run.data.resultData;
	const items = (runData[lastNodeExecuted]?.at(-1)?.data?.['main']?.[0] ?? []).map(
		(item) => item.json,
	);
	response.status(error === undefined ? code : 500);
	response.setHeader('Content-Security-Policy', 'sandbox');
	response.json(error === undefined ? items : { message: 'Error in workflow' });
}

function nodeOf(workflow: Workflow, name: string): INode {
	const node = workflow.getNode(name);
	if (node === null) throw new Error(`The test's workflow has no node ${name}.`);
	return node;
}

/** Serves the trigger of a workflow on the loopback interface, below `/webhook/`. */
export async function serveWebhooks(served: ServedWorkflow): Promise<WebhookServer> {
	const { engine, workflow, trigger } = served;
	const node = nodeOf(workflow, trigger);
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const routes = routesOf(workflow, node);
	const started: IDataObject[][] = [];
	const runs: Promise<EngineRun>[] = [];
	const thrown: unknown[] = [];

	async function handle(request: Request, response: Response): Promise<void> {
		const path = decodeURIComponent(request.path)
			.replace(/^\/webhook\/|\/$/g, '')
			.split('/');
		const route = routes.find((one) => matches(one, request.method, path));
		if (route === undefined) {
			response.status(404).json({ code: 404, message: 'not registered' });
			return;
		}
		const { description } = route;
		if (!readsItself(node) && !(await readParsedTypes(request))) {
			response.status(422).json({ code: 422, message: 'Failed to parse request body' });
			return;
		}
		const webhook: CalledWebhook = {
			httpMethod: 'POST',
			node: trigger,
			path: route.segments.join('/'),
			webhookDescription: description,
			workflowId: workflow.id,
		};
		const context = engine.webhookContext(workflow, trigger, { request, response, webhook });
		const result: IWebhookResponseData | undefined = await type.webhook?.call(context);
		if (result?.workflowData === undefined) return;

		const code = Number(fieldOf(node, description, 'responseCode') ?? 200);
		const mode = fieldOf(node, description, 'responseMode');
		const data = result.workflowData.map((output) => output.map((item) => item.json));
		started.push(data.flat());
		const running = engine.run(workflow, trigger, data);
		runs.push(running);
		if (mode === 'lastNode') await finish(running, response, code);
		else response.status(code).json(result.webhookResponse);
	}

	const application = express();
	application.disable('x-powered-by');
	application.use((request, response) => {
		handle(request, response).catch((error: unknown) => {
			thrown.push(error);
			if (!response.headersSent) response.status(500).end();
		});
	});
	const { tls } = served;
	const server = tls ? createTlsServer(tls, application) : createServer(application);
	const loopback = await listenOnLoopback(server);
	return { ...loopback, started, runs, thrown };
}
