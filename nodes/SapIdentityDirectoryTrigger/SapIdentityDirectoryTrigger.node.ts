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
import { localIdentityDirectorySource } from './source';

export class SapIdentityDirectoryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAP Identity Directory Trigger',
		name: 'sapIdentityDirectoryTrigger',
		icon: {
			light: 'file:sapIdentityDirectoryTrigger.svg',
			dark: 'file:sapIdentityDirectoryTrigger.dark.svg',
		},
		group: ['trigger'],
		// Above 1, so that n8n leaves SCIM bodies to the node.
		version: 2,
		subtitle: '={{ $parameter["systemId"] + ": " + $parameter["entityTypes"].join(", ") }}',
		description:
			'Starts the workflow when SAP Local Identity Directory reports a changed user or group',
		eventTriggerDescription: 'Waiting for you to send a change to the test URL',
		activationMessage:
			"You can now send changes from SAP Local Identity Directory to your production URL. Click 'Test Connection' there first.",
		defaults: { name: 'SAP Identity Directory Trigger' },
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
		webhooks: endpointWebhooks(localIdentityDirectorySource),
		triggerPanel: panelOf(localIdentityDirectorySource),
		properties: triggerProperties(localIdentityDirectorySource),
	};

	methods = { credentialTest: { testRealTimeEndpoint } };

	webhookMethods = endpointLifecycle(localIdentityDirectorySource);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this, localIdentityDirectorySource);
	}
}
