import type { INodeProperties } from 'n8n-workflow';

const forCompare = { show: { '/operation': ['compare'] } };

const forSource = { show: { '/desiredState': ['source'] } };

/** How the source is read, where the defaults do not fit; what a comparison reports; how fast the target is asked. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			noDataExpression: true,
			typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
			hint: 'More is faster when the target answers slowly. The order of what concerns one user or group is kept.',
			description: 'How many users or groups are worked on at the same time',
			default: 1,
		},
		{
			displayName: 'Missing at Most',
			name: 'maxMissingPercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			hint: 'In per cent of the accounts; up to five are always reported',
			displayOptions: forCompare,
			description:
				'Above this nothing is reported as missing and the item fails, because a list is more likely wrong',
			default: 5,
		},
		{
			displayName: 'Report Missing Accounts',
			name: 'reportMissing',
			type: 'boolean',
			displayOptions: forCompare,
			description:
				'Whether to report accounts that the source does not list as deleted. Turn it on only if no other source writes this target.',
			default: false,
		},
		{
			displayName: 'Request Limit',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			hint: 'Requests per minute; 0 for no limit. Counted per credential in this process of n8n',
			description: 'How often the target is called at most, spread evenly over the minute',
			default: 0,
		},
		{
			displayName: 'Source API Version',
			name: 'sourceApiVersion',
			type: 'string',
			placeholder: 'e.g. 2',
			hint: 'Empty means the default of the source system',
			displayOptions: forSource,
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
			displayOptions: forSource,
			description: 'How what the source shows becomes an entity',
			default: 'default',
		},
		{
			displayName: 'Source Transformation JSON',
			name: 'sourceTransformationJson',
			type: 'json',
			typeOptions: { rows: 12 },
			hint: 'A read transformation as SAP Identity Provisioning exports it can be pasted here',
			displayOptions: forSource,
			default: '{\n  "user": {\n    "mappings": []\n  }\n}',
		},
		{
			displayName: 'System ID',
			name: 'systemId',
			type: 'string',
			placeholder: 'e.g. prod-ias',
			hint: "As in the trigger of the same application; it becomes 'notice.systemId'",
			displayOptions: forCompare,
			default: '',
		},
	],
};
