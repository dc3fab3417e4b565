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
import { successFactorsSource } from './source';

export class SapSuccessFactorsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAP SuccessFactors Trigger',
		name: 'sapSuccessFactorsTrigger',
		icon: {
			light: 'file:sapSuccessFactorsTrigger.svg',
			dark: 'file:sapSuccessFactorsTrigger.dark.svg',
		},
		group: ['trigger'],
		// Exactly 1, so that n8n leaves all bodies to the node; see the option 'binaryData'.
		version: 1,
		subtitle: '={{ $parameter["systemId"] + ": " + $parameter["entityTypes"].join(", ") }}',
		description: 'Starts the workflow when SAP SuccessFactors reports a changed user or group',
		eventTriggerDescription: 'Waiting for you to send a change to the test URL',
		activationMessage:
			'You can now send changes from SAP SuccessFactors to your production URL. Switch real-time sync on there, then change a user.',
		defaults: { name: 'SAP SuccessFactors Trigger' },
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
		webhooks: endpointWebhooks(successFactorsSource),
		triggerPanel: panelOf(successFactorsSource),
		properties: triggerProperties(successFactorsSource),
	};

	methods = { credentialTest: { testRealTimeEndpoint } };

	webhookMethods = endpointLifecycle(successFactorsSource);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this, successFactorsSource);
	}
}
