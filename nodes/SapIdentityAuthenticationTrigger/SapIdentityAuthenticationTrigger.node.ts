import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { testRealTimeEndpoint } from '../shared/trigger/credentialTest';
import { endpointLifecycle } from '../shared/trigger/lifecycle';
import { panelOf } from '../shared/trigger/panel';
import { triggerProperties } from '../shared/trigger/properties';
import { receiveCall } from '../shared/trigger/receive';
import { endpointWebhooks } from '../shared/trigger/webhooks';
import { identityAuthenticationSource } from './source';

export class SapIdentityAuthenticationTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAP Identity Authentication Trigger',
		name: 'sapIdentityAuthenticationTrigger',
		icon: {
			light: 'file:sapIdentityAuthenticationTrigger.svg',
			dark: 'file:sapIdentityAuthenticationTrigger.dark.svg',
		},
		group: ['trigger'],
		// Above 1, so that n8n leaves SCIM bodies to the node.
		version: 2,
		subtitle: '={{ $parameter["systemId"] + ": " + $parameter["entityTypes"].join(", ") }}',
		description:
			'Starts the workflow when SAP Identity Authentication reports a changed user or group',
		eventTriggerDescription: 'Waiting for you to send a change to the test URL',
		activationMessage:
			"You can now send changes from SAP Identity Authentication to your production URL. Click 'Test Connection' there first.",
		defaults: { name: 'SAP Identity Authentication Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'realTimeEndpointApi',
				displayName: 'Endpoint',
				required: true,
				testedBy: 'testRealTimeEndpoint',
			},
			{
				name: 'provisioningSourceApi',
				displayName: 'Source',
				required: true,
				displayOptions: { show: { readEntity: [true] } },
			},
		],
		webhooks: endpointWebhooks(identityAuthenticationSource),
		triggerPanel: panelOf(identityAuthenticationSource),
		properties: triggerProperties(identityAuthenticationSource),
	};

	methods = { credentialTest: { testRealTimeEndpoint } };

	webhookMethods = endpointLifecycle(identityAuthenticationSource);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this, identityAuthenticationSource);
	}
}
