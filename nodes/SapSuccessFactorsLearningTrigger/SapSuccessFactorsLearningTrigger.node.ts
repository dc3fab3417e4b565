import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { testRealTimeEndpoint } from '../shared/trigger/credentialTest';
import { endpointLifecycle } from '../shared/trigger/lifecycle';
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
		triggerPanel: {
			header: 'Receive changes from SAP SuccessFactors Learning',
			executionsHelp: {
				inactive:
					"<b>While you build the workflow</b>, click 'Execute step' and send a call to the test URL: it lives for two minutes and takes one call. <b>When you are done</b>, publish the workflow and enter the production URL in SAP SuccessFactors Learning.",
				active:
					"<b>This workflow is published</b>: changes sent to the production URL run it, and appear in the <a data-key='executions'>executions list</a>, not here. To try a change of the workflow, click 'Execute step' and send a call to the test URL.",
			},
			activationHint:
				'SAP SuccessFactors Learning needs the production URL. It answers once you publish the workflow.',
		},
		properties: triggerProperties(successFactorsLearningSource),
	};

	methods = { credentialTest: { testRealTimeEndpoint } };

	webhookMethods = endpointLifecycle(successFactorsLearningSource);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this, successFactorsLearningSource);
	}
}
