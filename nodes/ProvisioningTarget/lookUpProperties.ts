import type { INodeProperties } from 'n8n-workflow';
import { listProperties } from '../shared/properties';

const accountId: INodeProperties = {
	displayName: 'Account ID',
	name: 'accountId',
	type: 'string',
	placeholder: 'e.g. 2819c223-7f76-453a-919d-413861904646',
	description: 'The ID that the target itself gives to the account or group',
	default: '',
};

/** Which accounts, for the operations that go by what the target holds. */
export const lookUpProperties: INodeProperties[] = [
	{
		...accountId,
		hint: 'Empty means the account of the user or group that the item names',
		displayOptions: { show: { operation: ['deprovision'] } },
	},
	{
		displayName: 'Look Up By',
		name: 'lookUpBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Account ID', value: 'accountId', description: "The target's own ID" },
			{
				name: 'Attribute',
				value: 'attribute',
				description: 'All that have this value, such as two accounts of one person',
			},
		],
		displayOptions: { show: { operation: ['get'] } },
		default: 'accountId',
	},
	{
		...accountId,
		required: true,
		displayOptions: { show: { operation: ['get'], lookUpBy: ['accountId'] } },
	},
	{
		displayName: 'Attribute',
		name: 'attribute',
		type: 'string',
		required: true,
		placeholder: 'e.g. userName',
		hint: "A path as in 'Match By': userName, externalId, emails.value, displayName",
		displayOptions: { show: { operation: ['get'], lookUpBy: ['attribute'] } },
		default: 'userName',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		required: true,
		placeholder: 'e.g. mira.holm',
		displayOptions: { show: { operation: ['get'], lookUpBy: ['attribute'] } },
		default: '',
	},
	...listProperties({ operation: ['getMany'] }),
];
