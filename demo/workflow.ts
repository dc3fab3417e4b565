import type { JsonObject } from '../src/model/json';
import { toItem } from '../nodes/shared/trigger/item';
import { parseNotices } from '../src/endpoint';
import type { Authentication } from '../test/support/authentication';
import type { StoredCredential, WorkflowJson, WorkflowNode } from './host';
import type { World } from './world';

const PACKAGE = 'n8n-nodes-realtime-provisioning';
const WEBHOOK_ID = '2c1f7c6e-5d0a-4b43-9f5b-6a1d3e8b9c20';
const CORRELATION_ID = '0c5b2c4e-8a3d-4a70-9f5b-6f1d2c3b4a59';
const SYSTEM_ID = 'acme-iam';
const pathOf = (systemId: string) => `/ipsproxy/service/api/v1/systems/${systemId}/entities/user`;

const TRIGGER = 'SAP Identity Authentication Trigger';
export const TARGET_NODE = 'Provisioning Target';

const NOTE = `## First sync
A user changed in SAP Identity Authentication changes in a SCIM system.

1. Fill in the three credentials.
2. Publish, and paste the trigger's URL in Identity Authentication: *Users & Authorizations > Real-Time Provisioning*.
3. Change a user there.

**Execute workflow** runs with the pinned notice. A user that is gone is disabled, never deleted: see *Policy*.`;

/** Names of the credentials of a source application. */
const callerOf = (application: string) => `${application} calls us`;
const TARGET = 'SCIM directory';

/** The item that the trigger makes of a notice about this user. */
function itemFor(entityId: string): JsonObject {
	const { notices } = parseNotices('identity-authentication', {
		method: 'POST',
		path: pathOf(SYSTEM_ID),
		contentType: 'application/json',
		body: JSON.stringify({ id: entityId }),
	});
	const [notice] = notices;
	if (notice === undefined) throw new Error('The parser does not take the notice of the example.');
	const { json } = toItem(notice, { receivedAt: '2026-11-25T08:00:00.000Z', testUsers: '' });
	// Everything else about an item is the same each time.
	return JSON.parse(JSON.stringify(json), (name, value) =>
		name === 'correlationId' ? CORRELATION_ID : value,
	);
}

/** A source application, and how its changes come to the target. */
export interface Sketch {
	readonly name: string;
	/** Stands in the names of its credentials. */
	readonly application: string;
	/** Display name and name of its trigger. */
	readonly trigger: readonly [node: string, type: string];
	readonly typeVersion: 1 | 2;
	readonly systemId: string;
	readonly webhookId: string;
	/** Parameters of the target node beside the usual ones. */
	readonly target?: JsonObject;
}

const FIRST_SYNC: Sketch = {
	name: 'First sync',
	application: 'Identity Authentication',
	trigger: [TRIGGER, 'sapIdentityAuthenticationTrigger'],
	typeVersion: 2,
	systemId: SYSTEM_ID,
	webhookId: WEBHOOK_ID,
};

/** Two nodes: what one application reports, the other node brings to the SCIM directory. */
export function sketchedWorkflow(sketch: Sketch): WorkflowJson {
	const { name, application, typeVersion, systemId, webhookId, target } = sketch;
	const [triggerName, triggerType] = sketch.trigger;
	const trigger: WorkflowNode = {
		id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a01',
		name: triggerName,
		type: `${PACKAGE}.${triggerType}`,
		typeVersion,
		position: [0, 0],
		parameters: { systemId },
		webhookId,
		credentials: { realTimeEndpointApi: { name: callerOf(application) } },
	};
	const sync: WorkflowNode = {
		id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a02',
		name: TARGET_NODE,
		type: `${PACKAGE}.provisioningTarget`,
		typeVersion: 1,
		position: [260, 0],
		parameters: { operation: 'sync', system: 'scim-system', desiredState: 'source', ...target },
		credentials: {
			provisioningTargetApi: { name: TARGET },
			provisioningSourceApi: { name: application },
		},
		// A failure becomes an outcome that the workflow can go on with.
		onError: 'continueRegularOutput',
	};
	return {
		name,
		nodes: [trigger, sync],
		connections: { [triggerName]: { main: [[{ node: TARGET_NODE, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/**
 * The example workflow: two nodes and a note. `workflows/first-sync.json` is the same.
 * @param entityId id in the source of the user that the pinned notice is about
 */
export function buildWorkflow(
	entityId = '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001',
	target: JsonObject = {},
): WorkflowJson {
	const { nodes, ...workflow } = sketchedWorkflow({ ...FIRST_SYNC, target });
	const note: WorkflowNode = {
		id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a03',
		name: 'Read me first',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-60, -320],
		parameters: { content: NOTE, height: 280, width: 520 },
	};
	return {
		...workflow,
		nodes: [...nodes, note],
		pinData: { [TRIGGER]: [{ json: itemFor(entityId) }] },
	};
}

/** What the source application calls: the address of the trigger of a workflow. */
export function endpointUrl(webhookBase: string, workflow: WorkflowJson = buildWorkflow()): string {
	const trigger = workflow.nodes.find(({ webhookId }) => webhookId !== undefined);
	const systemId = String(trigger?.parameters['systemId']);
	return `${webhookBase}/${trigger?.webhookId}${pathOf(systemId)}`;
}

type Basic = Extract<Authentication, { kind: 'basic' }>;

/** The three credentials of a workflow, filled in for this world. */
export function buildCredentials(
	{ caller, proxy, targetAuthentication, ...world }: World,
	application = FIRST_SYNC.application,
	source: { readonly url: string; readonly authentication: Basic } = world.source,
): StoredCredential[] {
	const basic = ({ user, password }: Basic) => ({ authentication: 'basic', user, password });
	return [
		{
			type: 'realTimeEndpointApi',
			name: callerOf(application),
			data: { ...basic(caller), authentication: ['basic'] },
		},
		{
			type: 'provisioningSourceApi',
			name: application,
			data: { baseUrl: source.url, ...basic(source.authentication) },
		},
		{
			type: 'provisioningTargetApi',
			name: TARGET,
			data: { baseUrl: proxy.url, ...basic(targetAuthentication) },
		},
	];
}
