// The real engine of n8n (n8n-core) without its server: no database, no editor, no isolates.
import { ExecutionLifecycleHooks, HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	isExpression,
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** What a test says about a node; everything else is filled in. */
export interface NodeSketch {
	readonly name: string;
	/** Key in {@link EngineOptions.nodeTypes}. */
	readonly type: string;
	readonly parameters?: INodeParameters;
	/** Names of the credential types that are chosen on the node. */
	readonly credentials?: readonly string[];
	readonly typeVersion?: number;
	readonly webhookId?: string;
	readonly onError?: INode['onError'];
}

export interface EngineOptions {
	readonly nodeTypes: Readonly<Record<string, INodeType>>;
	readonly credentialTypes?: readonly ICredentialType[];
	/** Stored values by credential type; a function stands for a store that may fail. */
	readonly credentials?: Readonly<
		Record<string, IDataObject | (() => Promise<ICredentialDataDecryptedObject>)>
	>;
}

export interface EngineRun {
	readonly run: IRun;
	readonly status: IRun['status'];
	/** Of the whole run: the message of the error that stopped it. */
	readonly error: string | undefined;
	/** What a node put out, over all its runs; output 0 unless told. */
	items(node: string, output?: number): INodeExecutionData[];
	json(node: string, output?: number): IDataObject[];
}

/** Which of the node's webhooks was called. */
export type CalledWebhook = Omit<IWebhookData, 'workflowExecuteAdditionalData'>;

export interface WebhookCall {
	readonly request: unknown;
	readonly response: unknown;
	readonly webhook: CalledWebhook;
	readonly mode?: WorkflowExecuteMode;
}

export interface Engine {
	/** Nodes are connected in their order unless connections are given. */
	workflow(nodes: readonly NodeSketch[], connections?: IConnections): Workflow;
	/** Runs the workflow from a node that has already put out these items, as n8n does for a trigger. */
	run(
		workflow: Workflow,
		start: string,
		items: readonly (readonly IDataObject[])[],
		mode?: WorkflowExecuteMode,
	): Promise<EngineRun>;
	webhookContext(workflow: Workflow, node: string, call: WebhookCall): WebhookContext;
	hookContext(workflow: Workflow, node: string, webhook: CalledWebhook): HookContext;
}

/** Declarative `authenticate`, as n8n's own helper resolves it (credentials-helper.ts). */
function resolveDeclared(
	value: unknown,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	if (typeof value !== 'string' || !isExpression(value)) return String(value);
	const keys = { $credentials: credentials };
	return String(
		workflow.expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '') ?? '',
	);
}

function createCredentialsHelper(options: EngineOptions): ICredentialsHelper {
	const types = new Map((options.credentialTypes ?? []).map((type) => [type.name, type]));
	const stored = new Map(Object.entries(options.credentials ?? {}));

	const helper: Pick<
		ICredentialsHelper,
		| 'getParentTypes'
		| 'isCredentialUsableByNode'
		| 'getDecrypted'
		| 'authenticate'
		| 'preAuthentication'
		| 'getCredentialsProperties'
	> = {
		getParentTypes: (name) => types.get(name)?.extends ?? [],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: (name) => types.get(name)?.properties ?? [],
		async getDecrypted(_additionalData, _nodeCredentials, type) {
			const found = stored.get(type);
			if (found === undefined) throw new Error(`The test stored no credential of type ${type}.`);
			if (typeof found === 'function') return await found();
			const defaults = (types.get(type)?.properties ?? []).map(
				(property) => [property.name, property.default] as const,
			);
			return { ...Object.fromEntries(defaults), ...found } as ICredentialDataDecryptedObject;
		},
		async authenticate(credentials, typeName, incoming, workflow, node) {
			const requestOptions = incoming as IHttpRequestOptions;
			const authenticate = types.get(typeName)?.authenticate;
			if (authenticate === undefined) return requestOptions;
			if (typeof authenticate === 'function') {
				return await authenticate(credentials, requestOptions);
			}
			if (workflow === undefined || node === undefined) return requestOptions;
			const additions = Object.entries(authenticate.properties).map(([part, values]) => {
				const resolved = Object.entries(values ?? {}).map(([name, value]) => [
					resolveDeclared(name, credentials, workflow, node),
					resolveDeclared(value, credentials, workflow, node),
				]);
				return [part, Object.fromEntries(resolved)] as const;
			});
			for (const [part, values] of additions) {
				const present: unknown = Reflect.get(requestOptions, part);
				Reflect.set(requestOptions, part, { ...(present ?? {}), ...values });
			}
			return requestOptions;
		},
		async preAuthentication(helpers, credentials, typeName, _node, expired) {
			const type = types.get(typeName);
			const cache = type?.properties.find((property) => property.typeOptions?.expirable === true);
			if (type?.preAuthentication === undefined || cache === undefined) return undefined;
			if (credentials[cache.name] !== '' && !expired) return undefined;
			const output = await type.preAuthentication.call(helpers, credentials);
			const found = stored.get(typeName);
			if (typeof found !== 'function') stored.set(typeName, { ...found, ...output });
			return Object.assign(credentials, output);
		},
	};
	return helper as ICredentialsHelper;
}

function chain(nodes: readonly NodeSketch[]): IConnections {
	const links = nodes.slice(1).map((to, position) => {
		const from = nodes[position]?.name ?? '';
		return [from, { main: [[{ node: to.name, type: 'main' as const, index: 0 }]] }];
	});
	return Object.fromEntries(links);
}

let stores = 0;
/** Nodes may remember credentials by their id, beyond one engine: who is given the same ones has the same. */
const storeOf = new WeakMap<object, number>();

export function createEngine(options: EngineOptions): Engine {
	const { credentials = {} } = options;
	const store = storeOf.get(credentials) ?? (stores += 1);
	storeOf.set(credentials, store);
	const credentialId = (type: string) => `${type}-${store}`;
	const credentialsHelper = createCredentialsHelper(options);
	const typeOf = (name: string) => {
		const type = options.nodeTypes[name];
		if (type === undefined) throw new Error(`The test has no node type ${name}.`);
		return type;
	};

	function complete(sketch: NodeSketch): INode {
		const newest = [typeOf(sketch.type).description.version].flat().at(-1) ?? 1;
		const chosen = (sketch.credentials ?? []).map((type) => [
			type,
			{ id: credentialId(type), name: type },
		]);
		return {
			id: `id-${sketch.name}`,
			name: sketch.name,
			type: sketch.type,
			typeVersion: sketch.typeVersion ?? newest,
			position: [0, 0],
			parameters: structuredClone(sketch.parameters ?? {}),
			...(chosen.length > 0 && { credentials: Object.fromEntries(chosen) }),
			...(sketch.webhookId !== undefined && { webhookId: sketch.webhookId }),
			...(sketch.onError !== undefined && { onError: sketch.onError }),
		};
	}

	function additionalDataFor(workflow: Workflow, mode: WorkflowExecuteMode, more = {}) {
		const executionId = '1';
		const nodes = Object.values(workflow.nodes);
		const data: Partial<IWorkflowExecuteAdditionalData> & { hooks: ExecutionLifecycleHooks } = {
			executionId,
			credentialsHelper,
			currentNodeExecutionIndex: 0,
			hooks: new ExecutionLifecycleHooks(mode, executionId, {
				id: workflow.id,
				name: 'test',
				active: true,
				isArchived: false,
				createdAt: new Date(0),
				updatedAt: new Date(0),
				activeVersionId: null,
				nodes,
				connections: workflow.connectionsBySourceNode,
			}),
			// n8n-core parses these as URLs.
			webhookBaseUrl: 'http://n8n.example/webhook',
			webhookTestBaseUrl: 'http://n8n.example/webhook-test',
			webhookWaitingBaseUrl: 'http://n8n.example/webhook-waiting',
			formWaitingBaseUrl: 'http://n8n.example/form-waiting',
			variables: {},
			setExecutionStatus() {},
			sendDataToUI() {},
			logAiEvent() {},
			...more,
		};
		return data as IWorkflowExecuteAdditionalData;
	}

	function nodeOf(workflow: Workflow, name: string): INode {
		const node = workflow.getNode(name);
		if (node === null) throw new Error(`The test's workflow has no node ${name}.`);
		return node;
	}

	return {
		workflow(nodes, connections = chain(nodes)) {
			return new Workflow({
				id: 'w1',
				name: 'test',
				nodes: nodes.map(complete),
				connections,
				active: true,
				staticData: {},
				settings: { executionOrder: 'v1' },
				nodeTypes: {
					getByName: typeOf,
					getByNameAndVersion: typeOf,
					getKnownTypes: () => ({}),
				},
			});
		},
		async run(workflow, start, items, mode = 'webhook') {
			const main = items.map((output) => output.map((json) => ({ json })));
			const stack = [{ node: nodeOf(workflow, start), data: { main }, source: null }];
			const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
			const additionalData = additionalDataFor(workflow, mode);
			const engine = new WorkflowExecute(additionalData, mode, data);
			const run = await engine.processRunExecutionData(workflow);
			const { runData, error } = run.data.resultData;
			const itemsOf = (node: string, output = 0) =>
				(runData[node] ?? []).flatMap((task) => task.data?.['main']?.[output] ?? []);
			return {
				run,
				status: run.status,
				error: error?.message,
				items: itemsOf,
				json: (node, output) => itemsOf(node, output).map((item) => item.json),
			};
		},
		webhookContext(workflow, node, { request, response, webhook, mode = 'webhook' }) {
			const additionalData = additionalDataFor(workflow, mode, {
				httpRequest: request,
				httpResponse: response,
			});
			return new WebhookContext(
				workflow,
				nodeOf(workflow, node),
				additionalData,
				mode,
				{ ...webhook, workflowExecuteAdditionalData: additionalData },
				[],
				null,
			);
		},
		hookContext(workflow, node, webhook) {
			const additionalData = additionalDataFor(workflow, 'trigger');
			const called = { ...webhook, workflowExecuteAdditionalData: additionalData };
			const found = nodeOf(workflow, node);
			return new HookContext(workflow, found, additionalData, 'trigger', 'activate', called);
		},
	};
}
