import type { INodeProperties } from 'n8n-workflow';
import { transformationJson, transformationProperties } from '../shared/properties';
import { apiVersionProperties, systemOptions, toldSystems } from '../shared/systemOptions';
import { lookUpProperties } from './lookUpProperties';
import { operation } from './operationProperty';
import { options } from './options';
import { policy } from './policyProperties';

/** In `sourceSystem`: the system that the notice on the item names. */
export const FROM_NOTICE = 'fromNotice';

const syncing = ['sync', 'preview'];
const deciding = [...syncing, 'deprovision'];
const reading = ['compare', 'get', 'getMany'];
const hide = { system: toldSystems };

const entityType: INodeProperties = {
	displayName: 'Entity Type',
	name: 'entityType',
	type: 'options',
	options: [
		{ name: 'From Item', value: 'fromItem', description: "As 'notice.entityType' says" },
		{ name: 'Group', value: 'group' },
		{ name: 'User', value: 'user' },
	],
	default: 'fromItem',
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
		displayName:
			"This system is told of changes and shows nothing: only 'Sync', 'Preview' and 'Check Connection' do something here.",
		name: 'toldNotice',
		type: 'notice',
		displayOptions: { show: { operation: reading, system: toldSystems } },
		default: '',
	},
	{ ...entityType, displayOptions: { show: { operation: deciding } } },
	{
		...entityType,
		displayOptions: { hide: { operation: deciding } },
		default: 'user',
	},
];

const from: INodeProperties[] = [
	{
		displayName: 'Desired State',
		name: 'desiredState',
		// A comparison always reads the source; this shows its credential and options too.
		type: 'hidden',
		displayOptions: { show: { operation: ['compare'] } },
		default: 'source',
	},
	{
		displayName: 'Source System',
		name: 'sourceSystem',
		type: 'options',
		noDataExpression: true,
		options: systemOptions('source'),
		displayOptions: { show: { operation: ['compare'] } },
		description: 'The kind of system to compare with',
		default: 'identity-authentication',
	},
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
		displayOptions: { show: { operation: syncing }, hide },
		description: 'Where the truth about the user or group comes from',
		default: 'source',
	},
	{
		displayName:
			"Items may be late or out of order, and the older one may then win. Use the source where it can be read; else set 'Version Attribute' in 'Policy', or let one worker sync one item after the other.",
		name: 'itemNotice',
		type: 'notice',
		displayOptions: { show: { operation: syncing, desiredState: ['item'] } },
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
		displayOptions: { show: { operation: syncing, desiredState: ['source'] } },
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
		displayOptions: { show: { operation: [...deciding, 'compare'] }, hide },
		description: 'How the entity becomes an account of the target',
		default: 'default',
	},
	{
		...transformationJson,
		displayOptions: { show: { operation: [...deciding, 'compare'], transformation: ['custom'] } },
	},
	{
		...transformationProperties,
		displayOptions: { show: { operation: [...deciding, 'compare'] }, hide },
		description:
			'Values that take the place of %name% in the transformations; those that concern the reading of the source, such as ias.user.filter, count too',
	},
	{ ...policy, displayOptions: { show: { operation: deciding }, hide } },
];

export const targetProperties: INodeProperties[] = [
	operation,
	...what,
	...lookUpProperties,
	...from,
	...how,
	options,
];
