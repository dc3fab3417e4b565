import type { INodeProperties } from 'n8n-workflow';
import { listProperties, transformationJson, transformationProperties } from '../shared/properties';
import { apiVersionProperties, systemOptions } from '../shared/systemOptions';

const READ_START = `{
  "user": {
    "mappings": [
      { "sourcePath": "$.id", "targetVariable": "entityIdSourceSystem" },
      { "sourcePath": "$.userName", "targetPath": "$.userName" }
    ]
  }
}`;

/** Operations that put out entities. */
const reading = { operation: ['get', 'getMany', 'getChanged'] };

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check Connection',
			value: 'checkConnection',
			action: 'Check connection to source',
			description: 'Prove address, credential and the right to read',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get user or group',
			description: 'Read one user or group by its ID',
		},
		{
			name: 'Get Changed',
			value: 'getChanged',
			action: 'Get changed users or groups',
			description: 'List who was created or changed since a time; deletions never show',
		},
		{
			name: 'Get Many',
			value: 'getMany',
			action: 'Get many users or groups',
			description: 'List users or groups, page by page',
		},
	],
	default: 'getMany',
};

const what: INodeProperties[] = [
	{
		displayName: 'System',
		name: 'system',
		type: 'options',
		noDataExpression: true,
		options: systemOptions('source'),
		description: 'The application to read from',
		default: 'identity-authentication',
	},
	...apiVersionProperties('source'),
	{
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'options',
		options: [
			{ name: 'From Item', value: 'fromItem', description: "As 'notice.entityType' says" },
			{ name: 'Group', value: 'group' },
			{ name: 'User', value: 'user' },
		],
		default: 'user',
	},
];

const which: INodeProperties[] = [
	{
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'string',
		placeholder: 'e.g. 7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001',
		hint: "Empty means the 'notice.entityId' of the item",
		displayOptions: { show: { operation: ['get'] } },
		description: 'The ID that the application itself gives to the user or group',
		default: '',
	},
	{
		displayName: 'Changed Since',
		name: 'changedSince',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { operation: ['getChanged'] } },
		description:
			'Only who was created or changed later; without a time zone that of the workflow is meant',
		default: '',
	},
	...listProperties({ operation: ['getMany', 'getChanged'] }),
];

const how: INodeProperties[] = [
	{
		displayName: 'Transformation',
		name: 'transformation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Custom', value: 'custom', description: 'A transformation of your own' },
			{ name: 'Default', value: 'default', description: 'The one that comes with the system' },
			{ name: 'None', value: 'none', description: 'As the application shows it' },
		],
		displayOptions: { show: reading },
		description: 'How what the application shows becomes the common (SCIM) form',
		default: 'default',
	},
	{
		...transformationJson,
		hint: 'A read transformation as SAP Identity Provisioning exports it can be pasted here',
		displayOptions: { show: { ...reading, transformation: ['custom'] } },
		default: READ_START,
	},
	{
		...transformationProperties,
		description:
			'Values that take the place of %name% in the transformation; those that concern reading, such as ias.user.filter or sf.page.size, count too',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	displayOptions: { show: reading },
	default: {},
	options: [
		{
			displayName: 'Drop Skipped',
			name: 'dropSkipped',
			type: 'boolean',
			description:
				'Whether to leave out the items of users and groups that the transformation skips',
			default: false,
		},
		{
			displayName: 'System ID',
			name: 'systemId',
			type: 'string',
			placeholder: 'e.g. prod-ias',
			hint: "As in the trigger of the same application; it becomes 'notice.systemId'",
			default: '',
		},
	],
};

export const sourceProperties: INodeProperties[] = [operation, ...what, ...which, ...how, options];
