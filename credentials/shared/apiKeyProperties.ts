import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldFor } from './fields';

export const apiKeyOption: INodePropertyOptions = {
	name: 'API Key',
	value: 'apiKey',
	description: 'A key in a header of its own',
};

const KINDS = ['apiKey'];

export const apiKeyProperties: INodeProperties[] = [
	fieldFor(KINDS, {
		displayName: 'Header Name',
		name: 'apiKeyHeader',
		type: 'string',
		required: true,
		placeholder: 'e.g. apiKey',
		hint: 'The name of the header that the system reads the key from',
		default: 'apiKey',
	}),
	fieldFor(KINDS, {
		displayName: 'API Key',
		name: 'apiKey',
		type: 'string',
		required: true,
		typeOptions: { password: true },
		hint: 'Sent as it is, in the header above',
		default: '',
	}),
];
