import type { JsonObject } from '../src/model/json';
import { toItem } from '../nodes/shared/trigger/item';
import { parseNotices } from '../src/endpoint';
import type { StoredCredential, WorkflowJson } from './host';
import type { World } from './world';

const PACKAGE = 'n8n-nodes-realtime-provisioning';
const WEBHOOK_ID = '2c1f7c6e-5d0a-4b43-9f5b-6a1d3e8b9c20';
const CORRELATION_ID = '0c5b2c4e-8a3d-4a70-9f5b-6f1d2c3b4a59';
const SYSTEM_ID = 'acme-iam';
const PATH = `/ipsproxy/service/api/v1/systems/${SYSTEM_ID}/entities/user`;

const TRIGGER = 'SAP Identity Authentication Trigger';
export const TARGET_NODE = 'Provisioning Target';

const CREDENTIALS = {
	realTimeEndpointApi: 'Identity Authentication calls us',
	provisioningSourceApi: 'Identity Authentication',
	provisioningTargetApi: 'SCIM directory',
} as const;

const NOTE = `## First sync
A user changed in SAP Identity Authentication changes in a SCIM system.

1. Fill in the three credentials.
2. Publish, and paste the trigger's URL in Identity Authentication: *Users & Authorizations > Real-Time Provisioning*.
3. Change a user there.

**Execute workflow** runs with the pinned notice. A user that is gone is disabled, never deleted: see *Policy*.`;

const credential = (type: keyof typeof CREDENTIALS) => ({ [type]: { name: CREDENTIALS[type] } });

/** What the source application calls. */
export function endpointUrl(webhookBase: string): string {
	return `${webhookBase}/${WEBHOOK_ID}${PATH}`;
}

/** The item that the trigger makes of a notice about this user. */
function itemFor(entityId: string): JsonObject {
	const { notices } = parseNotices('identity-authentication', {
		method: 'POST',
		path: PATH,
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

/**
 * The example workflow: two nodes and a note. `workflows/first-sync.json` is the same.
 * @param entityId id in the source of the user that the pinned notice is about
 */
export function buildWorkflow(entityId = '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001'): WorkflowJson {
	return {
		name: 'First sync',
		nodes: [
			{
				id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a01',
				name: TRIGGER,
				type: `${PACKAGE}.sapIdentityAuthenticationTrigger`,
				typeVersion: 2,
				position: [0, 0],
				parameters: { systemId: SYSTEM_ID },
				webhookId: WEBHOOK_ID,
				credentials: credential('realTimeEndpointApi'),
			},
			{
				id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a02',
				name: TARGET_NODE,
				type: `${PACKAGE}.provisioningTarget`,
				typeVersion: 1,
				position: [260, 0],
				parameters: { operation: 'sync', system: 'scim-system', desiredState: 'source' },
				credentials: {
					...credential('provisioningTargetApi'),
					...credential('provisioningSourceApi'),
				},
				// A failure becomes an outcome that the workflow can go on with.
				onError: 'continueRegularOutput',
			},
			{
				id: '5b0a4f6c-1d4e-4f0a-8b7e-0f6f5d1c2a03',
				name: 'Read me first',
				type: 'n8n-nodes-base.stickyNote',
				typeVersion: 1,
				position: [-60, -320],
				parameters: { content: NOTE, height: 280, width: 520 },
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: TARGET_NODE, type: 'main', index: 0 }]] } },
		pinData: { [TRIGGER]: [{ json: itemFor(entityId) }] },
		settings: { executionOrder: 'v1' },
	};
}

/** The three credentials of the workflow, filled in for this world. */
export function buildCredentials(world: World): StoredCredential[] {
	const { caller, source, proxy, targetAuthentication } = world;
	const basic = ({ user, password }: { user: string; password: string }) => ({
		authentication: 'basic',
		user,
		password,
	});
	const stored = (type: keyof typeof CREDENTIALS, data: JsonObject): StoredCredential => ({
		type,
		name: CREDENTIALS[type],
		data,
	});
	return [
		stored('realTimeEndpointApi', { ...basic(caller), authentication: ['basic'] }),
		stored('provisioningSourceApi', { baseUrl: source.url, ...basic(source.authentication) }),
		stored('provisioningTargetApi', { baseUrl: proxy.url, ...basic(targetAuthentication) }),
	];
}
