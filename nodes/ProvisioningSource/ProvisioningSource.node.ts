import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { readSource } from './readSource';
import { sourceProperties } from './sourceProperties';

export class ProvisioningSource implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Provisioning Source',
		name: 'provisioningSource',
		icon: { light: 'file:provisioningSource.svg', dark: 'file:provisioningSource.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["system"] }}',
		description: 'Read users and groups from a source application',
		defaults: { name: 'Provisioning Source' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'provisioningSourceApi', required: true, displayName: 'Source' }],
		properties: sourceProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await readSource(this);
	}
}
