import type { JsonObject } from '../../../src/model/json';
import type { Example } from './example';

const keepSingle = { preserveArrayWithSingleElement: true };
const collectMembers: JsonObject[] = [
	{ sourcePath: '$.members[*]', targetVariable: 'mv', ...keepSingle, optional: true },
	{
		sourceVariable: 'mv',
		variablePath: '$[*].value',
		targetPath: '$.member',
		...keepSingle,
		optional: true,
		defaultValue: [],
	},
];
const operationIdiom: JsonObject[] = [
	{ constant: 'update', targetVariable: 'op' },
	{ constant: 'create', targetVariable: 'op', scope: 'createEntity' },
	{ condition: "'${op}' == 'update'", constant: 'U', targetPath: '$.L' },
];

export const variables: Example[] = [
	{
		row: 41,
		why: 'both targets get the value',
		mappings: [{ sourcePath: '$.ID', targetPath: '$.id', targetVariable: 'entityIdSourceSystem' }],
		entity: { ID: '7' },
		expected: { entity: { id: '7' }, variables: { entityIdSourceSystem: '7' } },
	},
	{
		row: 42,
		why: 'variablePath',
		mappings: collectMembers,
		entity: { members: [{ value: 'a' }] },
		expected: { entity: { member: ['a'] } },
	},
	{
		row: 43,
		why: 'default after absent variable',
		mappings: collectMembers,
		entity: {},
		expected: { entity: { member: [] } },
	},
	{
		row: 44,
		why: 'variable in a parameter',
		mappings: [
			{
				sourceVariable: 'entityBaseLocation',
				functions: [{ function: 'concatString', suffix: '${entityIdSourceSystem}' }],
				targetPath: '$.meta.location',
			},
		],
		variables: { entityBaseLocation: 'https://h/Users/', entityIdSourceSystem: '7' },
		expected: { entity: { meta: { location: 'https://h/Users/7' } } },
	},
	{
		row: 45,
		why: 'scope overrides variable on create',
		mappings: operationIdiom,
		operation: 'create',
		expected: { entity: {} },
	},
	{
		row: 45,
		why: 'variable stays on update',
		mappings: operationIdiom,
		operation: 'update',
		expected: { entity: { L: 'U' } },
	},
];
