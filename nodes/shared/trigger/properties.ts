import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { EntityType } from '../../../src/model/entity';
import type { TriggerSource } from './source';

const ENTITY_TYPES: Readonly<Record<EntityType, INodePropertyOptions>> = {
	user: { name: 'User', value: 'user' },
	group: { name: 'Group', value: 'group' },
};

const kinds: INodeProperties = {
	displayName: 'Changes',
	name: 'kinds',
	type: 'multiOptions',
	required: true,
	noDataExpression: true,
	options: [
		{
			name: 'Created or Changed',
			value: 'changed',
			description: 'The source does not tell the two apart; the target decides',
		},
		{ name: 'Deleted', value: 'deleted', description: 'The source says that the entity is gone' },
	],
	default: ['changed', 'deleted'],
	description: 'Which changes start the workflow. Others are answered with 403.',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
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
				{ name: '422 Unprocessable Content', value: 422, description: 'With a SCIM error' },
			],
			default: 422,
			description: 'HTTP status when a target refused a change and a repeat would not help',
		},
	],
};

const respond: INodeProperties = {
	displayName: 'Respond',
	name: 'respond',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'When Received',
			value: 'received',
			description: 'At once, as soon as n8n has stored the execution',
		},
		{
			name: 'When Workflow Finishes',
			value: 'finished',
			description: 'With the result, so that the source can repeat what may be repeated',
		},
	],
	default: 'received',
	description: 'When to answer the source. A run of more than 30 seconds is answered with 202.',
};

export function triggerProperties(source: TriggerSource): INodeProperties[] {
	return [
		{
			displayName: `Enter in ${source.application}: the <b>Production URL</b> from 'Webhook URLs' above (not the test URL), and user and password of the credential. ${source.whereToPaste}`,
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'System ID',
			name: 'systemId',
			type: 'string',
			required: true,
			noDataExpression: true,
			default: '',
			placeholder: 'e.g. prod-ias',
			hint: 'Letters, digits, - and _; at most 64. Part of the URL.',
			description:
				'Name for this source system. Two triggers of one n8n instance must not use the same one.',
		},
		{
			displayName: 'Entity Types',
			name: 'entityTypes',
			type: 'multiOptions',
			required: true,
			noDataExpression: true,
			options: source.system.entityTypes.map((type) => ENTITY_TYPES[type]),
			default: [...source.system.entityTypes],
			description: 'Which entities start the workflow. Others are answered with 403.',
		},
		kinds,
		{ ...respond, default: source.respond },
		options,
	];
}
