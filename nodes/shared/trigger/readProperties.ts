import type { INodeProperties } from 'n8n-workflow';
import type { System } from '../../../src/systems';
import { transformationJson, transformationProperties } from '../properties';
import { versionOptions } from '../systemOptions';

const showWhenReading = { show: { readEntity: [true] } };

const transformation: INodeProperties = {
	displayName: 'Transformation',
	name: 'transformation',
	type: 'options',
	noDataExpression: true,
	displayOptions: showWhenReading,
	options: [
		{ name: 'Custom', value: 'custom', description: 'A transformation of your own' },
		{ name: 'Default', value: 'default', description: 'The one that comes with the source' },
		{ name: 'None', value: 'none', description: 'The entity as the source shows it' },
	],
	description: 'How what the source shows becomes the entity on the item',
	default: 'default',
};

/** One choice more only where the source has several API versions; its own default comes first. */
function apiVersion({ versions }: System): INodeProperties[] {
	const [usual, ...others] = versions;
	if (others.length === 0) return [];
	return [
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			noDataExpression: true,
			displayOptions: showWhenReading,
			options: versionOptions([usual, ...others]),
			description: 'Must be that of the IDs which the source sends',
			default: `${usual.version}`,
		},
	];
}

/** For a trigger that reads the entity of a notice back from the source. */
export function readProperties(system: System): INodeProperties[] {
	return [
		{
			displayName: 'Read Entity',
			name: 'readEntity',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				"Whether to read the user or group from the source and put it on the item. 'Provisioning Target' reads for itself; turn this on to use attributes inside the workflow.",
		},
		...apiVersion(system),
		transformation,
		{
			...transformationJson,
			hint: 'A read transformation as SAP Identity Provisioning exports it can be pasted here',
			displayOptions: { show: { readEntity: [true], transformation: ['custom'] } },
		},
		{ ...transformationProperties, displayOptions: showWhenReading },
	];
}
