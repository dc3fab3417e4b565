import type { INodeProperties } from 'n8n-workflow';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check Connection',
			value: 'checkConnection',
			action: 'Check connection to target',
			description: 'Prove address, credential and the right to read',
		},
		{
			name: 'Compare',
			value: 'compare',
			action: 'Compare source and target',
			description: 'List both and report every difference as an item for a sync',
		},
		{
			name: 'Deprovision',
			value: 'deprovision',
			action: 'Deprovision user or group',
			description: 'Disable or delete the account without asking the source',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get account or group',
			description: 'Look up an account in the target',
		},
		{
			name: 'Get Many',
			value: 'getMany',
			action: 'Get many accounts or groups',
			description: 'List the accounts of the target',
		},
		{
			name: 'Preview',
			value: 'preview',
			action: 'Preview change of user or group',
			description: 'Show what a sync would do, and write nothing',
		},
		{
			name: 'Sync',
			value: 'sync',
			action: 'Sync user or group',
			description: 'Create, update or disable the account so that it equals the desired state',
		},
	],
	default: 'sync',
};
