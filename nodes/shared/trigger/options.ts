import type { INodeProperties } from 'n8n-workflow';
import { rateOptions } from './rateOptions';
import { MOST_SECONDS } from './settling';
import type { TriggerSource } from './source';

const status: INodeProperties[] = [
	{
		displayName: 'Status When Received',
		name: 'receivedStatus',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { '/respond': ['received'] } },
		options: [
			{ name: '200 OK', value: 200 },
			{ name: '201 Created', value: 201 },
			{ name: '202 Accepted', value: 202 },
			{ name: '204 No Content', value: 204 },
		],
		default: 202,
		description: 'HTTP status of the answer, for sources that insist on one',
	},
	{
		displayName: 'Status When Failed for Good',
		name: 'failureStatus',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { '/respond': ['finished'] } },
		options: [
			{
				name: '200 OK',
				value: 200,
				description: 'With status ERROR in the body, for sources that switch themselves off',
			},
			{
				name: '422 Unprocessable Content',
				value: 422,
				description: 'With a SCIM answer that names target and reason',
			},
		],
		default: 422,
		description: 'HTTP status when a target refused a change and a repeat would not help',
	},
];

const push: INodeProperties = {
	displayName: 'Accept SCIM Push',
	name: 'acceptScimPush',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to take whole users and groups, too, from a source that was given the URL up to the system ID as that of a SCIM server (type SAP Jam)',
};

const acknowledgement: INodeProperties = {
	displayName: 'Acknowledgement Status',
	name: 'acknowledgementStatus',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: '0', value: '0', description: 'As most receivers of event notices answer' },
		{ name: '200', value: '200', description: 'For subscriptions that expect the HTTP status' },
	],
	default: '0',
	description: 'What the acknowledgement of a SOAP notice says when it was taken',
};

/**
 * Read by n8n itself, on version 1 of a node: it leaves all bodies to the node. Otherwise it parses XML
 * before anybody has proved who he is, with one parser for all, which one cut document stops.
 */
const binaryData: INodeProperties = {
	displayName: 'Binary Data',
	name: 'binaryData',
	type: 'hidden',
	default: true,
};

const testUsers: INodeProperties = {
	displayName: 'Test User Pattern',
	name: 'testUsers',
	type: 'string',
	noDataExpression: true,
	default: '',
	hint: 'Regular expression for user names. Empty means that there are no test users.',
	description: "Users that the source makes to test the way to the target; marked 'notice.test'",
};

const settleDelay: INodeProperties = {
	displayName: 'Settle Delay',
	name: 'settleSeconds',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 0, maxValue: MOST_SECONDS, numberPrecision: 0 },
	default: 0,
	hint: 'Seconds after the call; 0 to look at once',
	description:
		"How long the source may still show the old state. The answer does not wait for it, but 'Provisioning Target' looks at the source only then.",
};

const collection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
};

/** The collection `options` of a trigger. */
export function triggerOptions({ system, canPush }: TriggerSource): INodeProperties {
	const { eventNotices, settling = 0, testUsers: pattern } = system.source ?? {};
	return {
		...collection,
		...(eventNotices && { default: { binaryData: true } }),
		options: [
			...status,
			...rateOptions,
			{ ...settleDelay, default: settling / 1_000 },
			...(canPush ? [push] : []),
			...(eventNotices ? [acknowledgement, binaryData] : []),
			...(pattern !== undefined
				? [{ ...testUsers, placeholder: `e.g. ${pattern}`, default: pattern }]
				: []),
		],
	};
}
