import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

export interface Verdict {
	readonly status: 'OK' | 'Error';
	readonly message: string;
}

/**
 * The button 'Test' of a credential: its test request through n8n-core's RoutingNode, and the words of n8n's
 * credentials-tester.service for what comes back.
 */
export async function testConnection(
	type: ICredentialType,
	values: Record<string, string>,
): Promise<Verdict> {
	const defaults = type.properties.map((property) => [property.name, property.default] as const);
	const data = { ...Object.fromEntries(defaults), ...values } as ICredentialDataDecryptedObject;
	try {
		await runTestRequest(type, data);
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: messageOf(type, error) };
	}
}

async function runTestRequest(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: 'c1', name: 'Connection' } },
	};
	const nodeType: INodeType = {
		description: {
			displayName: 'Temp',
			name: 'noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: type.test?.request },
					default: '',
				},
			],
		},
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData: Partial<IWorkflowExecuteAdditionalData> = {
		webhookBaseUrl: 'http://n8n.example/webhook',
		webhookWaitingBaseUrl: 'http://n8n.example/webhook-waiting',
		formWaitingBaseUrl: 'http://n8n.example/form-waiting',
		variables: {},
		credentialsHelper: createCredentialsHelper(type, data),
	};
	const input: IExecuteData = { node, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		input,
		[],
	);
	await new RoutingNode(context, nodeType, {
		id: 'c1',
		name: 'Connection',
		type: type.name,
		data,
	}).runNode();
}

/** Nothing is stored while a credential is tested. */
function createCredentialsHelper(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: () => type.properties,
		getDecrypted: async () => data,
		async authenticate(credentials, _name, options) {
			const request = options as IHttpRequestOptions;
			if (typeof type.authenticate !== 'function') return request;
			return await type.authenticate(credentials, request);
		},
		async preAuthentication(helpers, credentials) {
			const output = (await type.preAuthentication?.call(helpers, credentials)) ?? {};
			return Object.assign(credentials, output);
		},
	};
	return helper as ICredentialsHelper;
}

function messageOf(type: ICredentialType, error: unknown): string {
	const cause: unknown = property(error, 'cause');
	const response = property(cause, 'response');
	if (response !== undefined) {
		const status = property(response, 'status');
		for (const rule of type.test?.rules ?? []) {
			if (rule.type === 'responseCode' && rule.properties.value === status) {
				return rule.properties.message;
			}
		}
		return String(property(response, 'statusText') || `Received HTTP status code: ${status}`);
	}
	return String(property(cause, 'code') ?? property(error, 'message'));
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
