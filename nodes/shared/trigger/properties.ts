import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { EntityType } from '../../../src/model/entity';
import { triggerOptions } from './options';
import { readProperties } from './readProperties';
import { noticeOf, type TriggerSource } from './source';

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

function entityTypes({ system }: TriggerSource): INodeProperties {
	const [only, ...others] = system.entityTypes;
	const name = 'entityTypes';
	if (only !== undefined && others.length === 0) {
		return { displayName: 'Entity Types', name, type: 'hidden', default: [only] };
	}
	return {
		displayName: 'Entity Types',
		name,
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options: system.entityTypes.map((type) => ENTITY_TYPES[type]),
		default: [...system.entityTypes],
		description: 'Which entities start the workflow. Others are answered with 403.',
	};
}

export function triggerProperties(source: TriggerSource): INodeProperties[] {
	return [
		{ displayName: noticeOf(source), name: 'notice', type: 'notice', default: '' },
		{
			displayName: 'System ID',
			name: 'systemId',
			type: 'string',
			required: true,
			noDataExpression: true,
			default: '',
			placeholder: `e.g. ${source.example}`,
			hint: 'Letters, digits, - and _; at most 64. Part of the URL.',
			description:
				'Name for this source system. Two triggers of one n8n instance must not use the same one.',
		},
		entityTypes(source),
		kinds,
		{ ...respond, default: source.respond },
		...readProperties(source.system),
		triggerOptions(source),
	];
}
