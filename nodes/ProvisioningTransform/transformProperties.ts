import type { INodeProperties } from 'n8n-workflow';
import { transformationJson, transformationProperties } from '../shared/properties';
import { apiVersionProperties, systemOptions } from '../shared/systemOptions';

const READ_START = `{
  "user": {
    "mappings": [
      { "sourcePath": "$.id", "targetVariable": "entityIdSourceSystem" },
      { "sourcePath": "$.userName", "targetPath": "$.userName" }
    ]
  }
}`;

const WRITE_START = `{
  "user": {
    "mappings": [
      { "sourceVariable": "entityIdTargetSystem", "targetPath": "$.id" },
      { "sourcePath": "$.userName", "targetPath": "$.userName" }
    ]
  }
}`;

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Read',
			value: 'read',
			action: 'Map from source system',
			description: 'From the form of a source system to the common (SCIM) form',
		},
		{
			name: 'Write',
			value: 'write',
			action: 'Map to target system',
			description: 'From the common (SCIM) form to the form of a target system',
		},
	],
	default: 'read',
};

const writeOperation: INodeProperties = {
	displayName: 'Write Operation',
	name: 'writeOperation',
	type: 'options',
	options: [
		{ name: 'Create', value: 'create', description: "Runs the scope 'createEntity' too" },
		{ name: 'Delete', value: 'delete', description: "Runs only the scope 'deleteEntity'" },
		{ name: 'Update', value: 'update', description: 'Runs the mappings without a scope' },
	],
	displayOptions: { show: { operation: ['write'] } },
	description: 'What is about to happen in the target, which decides the mappings that run',
	default: 'create',
};

const entityType: INodeProperties = {
	displayName: 'Entity Type',
	name: 'entityType',
	type: 'options',
	options: [
		{ name: 'From Item', value: 'fromItem', description: "As 'notice.entityType' says" },
		{ name: 'Group', value: 'group' },
		{ name: 'User', value: 'user' },
	],
	description:
		"What the items hold. An item has the attributes in 'entity', or it is the entity itself.",
	default: 'fromItem',
};

const transformation: INodeProperties = {
	displayName: 'Transformation',
	name: 'transformation',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Custom', value: 'custom', description: 'A transformation of your own' },
		{ name: 'Default', value: 'default', description: 'The one that comes with a system' },
	],
	default: 'default',
};

// Workflows are saved without values that equal the default, so these stay as they are.
const DEFAULT_SYSTEM = { read: 'identity-authentication', write: 'scim-system' } as const;

/** The same fields for both operations, each with the systems and the document that suit it. */
function chosen(direction: 'read' | 'write'): INodeProperties[] {
	const side = direction === 'read' ? 'source' : 'target';
	const byDefault = { operation: [direction], transformation: ['default'] };
	return [
		{
			displayName: 'System',
			name: 'system',
			type: 'options',
			noDataExpression: true,
			options: systemOptions(side),
			displayOptions: { show: byDefault },
			description: 'The system whose transformation is used',
			default: `${DEFAULT_SYSTEM[direction]}`,
		},
		...apiVersionProperties(side).map((property) => ({
			...property,
			displayOptions: { show: { ...property.displayOptions?.show, ...byDefault } },
		})),
		{
			...transformationJson,
			hint: `A ${direction} transformation as SAP Identity Provisioning exports it can be pasted here`,
			displayOptions: { show: { operation: [direction], transformation: ['custom'] } },
			default: direction === 'read' ? READ_START : WRITE_START,
		},
	];
}

const explain: INodeProperties = {
	displayName: 'Explain',
	name: 'explain',
	type: 'boolean',
	description:
		"Whether to add 'explanation': for each mapping what it read and wrote, or why it did nothing",
	default: false,
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Drop Skipped',
			name: 'dropSkipped',
			type: 'boolean',
			description: 'Whether to leave out the items of users and groups that are skipped',
			default: false,
		},
	],
};

export const transformProperties: INodeProperties[] = [
	operation,
	writeOperation,
	entityType,
	transformation,
	...chosen('read'),
	...chosen('write'),
	transformationProperties,
	explain,
	options,
];
