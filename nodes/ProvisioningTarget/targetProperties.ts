import type { INodeProperties } from 'n8n-workflow';
import { transformationJson, transformationProperties } from '../shared/properties';
import { apiVersionProperties, systemOptions } from '../shared/systemOptions';
import { policy } from './policyProperties';

/** In `sourceSystem`: the system that the notice on the item names. */
export const FROM_NOTICE = 'fromNotice';

const showForSource = { show: { desiredState: ['source'] } };

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
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

const what: INodeProperties[] = [
	{
		displayName: 'System',
		name: 'system',
		type: 'options',
		noDataExpression: true,
		options: systemOptions('target'),
		description: 'The kind of system to write to',
		default: 'scim-system',
	},
	...apiVersionProperties('target'),
	{
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'options',
		options: [
			{ name: 'From Item', value: 'fromItem', description: "As 'notice.entityType' says" },
			{ name: 'Group', value: 'group' },
			{ name: 'User', value: 'user' },
		],
		default: 'fromItem',
	},
];

const from: INodeProperties[] = [
	{
		displayName: 'Desired State',
		name: 'desiredState',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Item',
				value: 'item',
				description: "The 'entity' on the item, as it was when the item was made",
			},
			{
				name: 'Source',
				value: 'source',
				description: 'Read from the source now, and once more after writing',
			},
		],
		description: 'Where the truth about the user or group comes from',
		default: 'source',
	},
	{
		displayName:
			'Items may be late or out of order, and the older one may then win. Use the source where it can be read.',
		name: 'itemNotice',
		type: 'notice',
		displayOptions: { show: { desiredState: ['item'] } },
		default: '',
	},
	{
		displayName: 'Source System',
		name: 'sourceSystem',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'From Notice', value: FROM_NOTICE, description: "As 'notice.system' says" },
			...systemOptions('source'),
		],
		displayOptions: showForSource,
		description: 'The kind of system to read from',
		default: FROM_NOTICE,
	},
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
			{
				name: 'None',
				value: 'none',
				description: 'The entity is already in the form of the target',
			},
		],
		description: 'How the entity becomes an account of the target',
		default: 'default',
	},
	{ ...transformationJson, displayOptions: { show: { transformation: ['custom'] } } },
	transformationProperties,
	policy,
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	displayOptions: showForSource,
	default: {},
	options: [
		{
			displayName: 'Source API Version',
			name: 'sourceApiVersion',
			type: 'string',
			placeholder: 'e.g. 2',
			hint: 'Empty means the newest that the source system has',
			default: '',
		},
		{
			displayName: 'Source Transformation',
			name: 'sourceTransformation',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom', description: "The one in 'Source Transformation JSON'" },
				{ name: 'Default', value: 'default', description: 'The one that comes with the source' },
			],
			description: 'How what the source shows becomes an entity',
			default: 'default',
		},
		{
			displayName: 'Source Transformation JSON',
			name: 'sourceTransformationJson',
			type: 'json',
			typeOptions: { rows: 12 },
			hint: 'A read transformation as SAP Identity Provisioning exports it can be pasted here',
			default: '{\n  "user": {\n    "mappings": []\n  }\n}',
		},
	],
};

export const targetProperties: INodeProperties[] = [operation, ...what, ...from, ...how, options];
