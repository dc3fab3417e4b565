import type { INodeProperties } from 'n8n-workflow';

/** Values for `%name%` in the transformations, as SAP Identity Provisioning calls them. */
export const transformationProperties: INodeProperties = {
	displayName: 'Properties',
	name: 'properties',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Property',
	description: 'Values that take the place of %name% in the transformations',
	default: {},
	options: [
		{
			displayName: 'Property',
			name: 'property',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					placeholder: 'e.g. default.company',
					default: '',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					placeholder: 'e.g. ACME',
					default: '',
				},
			],
		},
	],
};

/** The document as SAP Identity Provisioning exports it. */
export const transformationJson: INodeProperties = {
	displayName: 'Transformation JSON',
	name: 'transformationJson',
	type: 'json',
	typeOptions: { rows: 12 },
	hint: 'A write transformation as SAP Identity Provisioning exports it can be pasted here',
	default: '{\n  "user": {\n    "mappings": []\n  }\n}',
};
