import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { RealTimeEndpointApi } from '../../credentials/RealTimeEndpointApi.credentials.js';
import { SapIdentityAuthenticationTrigger } from '../../nodes/SapIdentityAuthenticationTrigger/SapIdentityAuthenticationTrigger.node.js';
import { createEngine, type Engine, type NodeSketch } from '../support/engine';
import { serveWebhooks, type ServedWorkflow, type WebhookServer } from '../support/webhookServer';

export const USER = 'caller';
export const PASSWORD = 'correct horse battery';
export const SECRETS = {
	authentication: ['basic'],
	user: USER,
	password: PASSWORD,
	secondPassword: '',
} satisfies IDataObject;
export const BASIC = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
export const WEBHOOK_ID = '0b9d6f62-6f0c-4c3c-9a0d-0c6c5f8d2b11';
export const TRIGGER = 'Trigger';

export interface TriggerOptions {
	readonly parameters?: INodeParameters;
	readonly secrets?: IDataObject | (() => Promise<ICredentialDataDecryptedObject>);
	/** No credential is chosen on the node. */
	readonly isOpen?: boolean;
	/** What stands behind the trigger. */
	readonly target?: INodeType;
	/** What stands between the two. */
	readonly between?: { readonly type: INodeType; readonly onError: NodeSketch['onError'] };
	/** Unless it is that of SAP Identity Authentication. */
	readonly trigger?: INodeType;
	/** Stored values of the credential to read from the source with. */
	readonly source?: IDataObject;
	readonly tls?: ServedWorkflow['tls'];
}

export function triggerEngine(options: TriggerOptions): Engine {
	const { secrets = SECRETS, target, source } = options;
	return createEngine({
		nodeTypes: {
			trigger: options.trigger ?? new SapIdentityAuthenticationTrigger(),
			...(target !== undefined && { target }),
			...(options.between && { between: options.between.type }),
		},
		credentialTypes: [new RealTimeEndpointApi(), new ProvisioningSourceApi()],
		credentials: { realTimeEndpointApi: secrets, ...(source && { provisioningSourceApi: source }) },
	});
}

export function triggerNode(options: TriggerOptions): NodeSketch {
	const { parameters, isOpen = false, source } = options;
	return {
		name: TRIGGER,
		type: 'trigger',
		webhookId: WEBHOOK_ID,
		parameters: { systemId: 'prod-ias', ...parameters },
		credentials: [
			...(isOpen ? [] : ['realTimeEndpointApi']),
			...(source === undefined ? [] : ['provisioningSourceApi']),
		],
	};
}

export interface ServedTrigger extends WebhookServer {
	/** `<origin>/webhook/<webhookId>/ipsproxy/service/api/v1/systems/prod-ias` */
	readonly system: string;
	/** `<origin>/webhook/<webhookId>/ipsproxy/service/api/v1/systems/prod-ias/entities` */
	readonly entities: string;
}

export async function serveTrigger(options: TriggerOptions = {}): Promise<ServedTrigger> {
	const engine = triggerEngine(options);
	const { between } = options;
	const behind = [
		...(between === undefined
			? []
			: [{ name: 'Between', type: 'between', onError: between.onError }]),
		...(options.target === undefined ? [] : [{ name: 'Target', type: 'target' }]),
	];
	const workflow = engine.workflow([triggerNode(options), ...behind]);
	const { tls } = options;
	const server = await serveWebhooks({ engine, workflow, trigger: TRIGGER, ...(tls && { tls }) });
	const path = `ipsproxy/service/api/v1/systems/prod-ias`;
	const system = `${server.origin}/webhook/${WEBHOOK_ID}/${path}`;
	return { ...server, system, entities: `${system}/entities` };
}

export interface Sent {
	readonly method?: string;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A call with the right user and password, unless its headers say otherwise. */
export async function send(url: string, { method = 'POST', body, headers }: Sent = {}) {
	const usual = new Headers({ authorization: BASIC });
	if (body !== undefined) usual.set('content-type', 'application/scim+json');
	for (const [name, value] of Object.entries(headers ?? {})) usual.set(name, value);
	const response = await fetch(url, {
		method,
		headers: usual,
		...(body !== undefined && { body }),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
	return text === '' || text.startsWith('<') ? undefined : JSON.parse(text);
}
