import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runTarget } from './runTarget';
import { targetProperties } from './targetProperties';

export class ProvisioningTarget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Provisioning Target',
		name: 'provisioningTarget',
		icon: { light: 'file:provisioningTarget.svg', dark: 'file:provisioningTarget.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["system"] }}',
		description: 'Make the account of a user or group in a target system equal to its source',
		defaults: { name: 'Provisioning Target' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Held'],
		usableAsTool: true,
		credentials: [
			{ name: 'provisioningTargetApi', required: true, displayName: 'Target' },
			{
				name: 'provisioningSourceApi',
				required: true,
				displayName: 'Source',
				displayOptions: { show: { desiredState: ['source'] } },
			},
		],
		properties: targetProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runTarget(this);
	}
}
