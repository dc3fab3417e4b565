import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { transformItems } from './transformItems';
import { transformProperties } from './transformProperties';

export class ProvisioningTransform implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Provisioning Transform',
		name: 'provisioningTransform',
		icon: { light: 'file:provisioningTransform.svg', dark: 'file:provisioningTransform.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["transformation"] }}',
		description: 'Map users and groups with a transformation of SAP Identity Provisioning',
		defaults: { name: 'Provisioning Transform' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		properties: transformProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [transformItems(this)];
	}
}
