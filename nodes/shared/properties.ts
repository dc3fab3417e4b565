import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

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

/** How much of a list, in the order that users of n8n know. */
export function listProperties(show: IDisplayOptions['show']): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			displayOptions: { show },
			description: 'Whether to return all results or only up to a given limit',
			default: false,
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			displayOptions: { show: { ...show, returnAll: [false] } },
			hint: 'What is behind the limit is not read',
			description: 'Max number of results to return',
			default: 50,
		},
		{
			displayName: 'Filter',
			name: 'filter',
			type: 'string',
			placeholder: 'e.g. userName sw "mira"',
			hint: 'In the language of the system: SCIM, or OData for version 1 of SAP SuccessFactors',
			displayOptions: { show },
			description: 'Which users or groups to list; takes the place of the filter in the properties',
			default: '',
		},
	];
}

/** The document as SAP Identity Provisioning exports it. */
export const transformationJson: INodeProperties = {
	displayName: 'Transformation JSON',
	name: 'transformationJson',
	type: 'json',
	typeOptions: { rows: 12 },
	hint: 'A write transformation as SAP Identity Provisioning exports it can be pasted here',
	default: '{\n  "user": {\n    "mappings": []\n  }\n}',
};
