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
import { successFactorsLearningSource } from './source';

export class SapSuccessFactorsLearningTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAP SuccessFactors Learning Trigger',
		name: 'sapSuccessFactorsLearningTrigger',
		icon: {
			light: 'file:sapSuccessFactorsLearningTrigger.svg',
			dark: 'file:sapSuccessFactorsLearningTrigger.dark.svg',
		},
		group: ['trigger'],
		// Above 1, so that n8n leaves SCIM bodies to the node.
		version: 2,
		subtitle: '={{ $parameter["systemId"] }}',
		description: 'Starts the workflow when SAP SuccessFactors Learning reports a changed user',
		eventTriggerDescription: 'Waiting for you to send a change to the test URL',
		activationMessage:
			"You can now send changes from SAP SuccessFactors Learning to your production URL. Click 'Test Now' there first.",
		defaults: { name: 'SAP SuccessFactors Learning Trigger' },
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
		webhooks: endpointWebhooks(successFactorsLearningSource),
		triggerPanel: panelOf(successFactorsLearningSource),
		properties: triggerProperties(successFactorsLearningSource),
	};

	methods = { credentialTest: { testRealTimeEndpoint } };

	webhookMethods = endpointLifecycle(successFactorsLearningSource);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this, successFactorsLearningSource);
	}
}
