import type { JsonObject } from '../../../src/model/json';
import type { Example } from './example';

const fromA = { sourcePath: '$.a', targetPath: '$.b' };
const aToDeep = { sourcePath: '$.a', targetPath: '$.b.c' };
const g = { sourcePath: '$.g', targetPath: '$.g' };
const keepSingle = { preserveArrayWithSingleElement: true };
const each = { sourcePath: '$.e[*].v', targetPath: '$.m' };
const members = { sourcePath: '$.m', targetPath: '$.r[?(@.value)]' };
const copyAll = { sourcePath: '$', targetPath: '$' };
const targetId = { sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' };
const removeId = { type: 'remove', targetPath: '$.id' };
const lists: JsonObject[] = [
	{ sourcePath: '$.a', targetPath: '$.x', ...keepSingle },
	{ sourcePath: '$.b', targetPath: '$.x[0]', ...keepSingle },
];
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

export const reading: Example[] = [
	{
		row: 1,
		why: 'creates objects',
		mappings: [aToDeep],
		entity: { a: 1 },
		expected: { entity: { b: { c: 1 } } },
	},
	{
		row: 2,
		why: 'required by default',
		mappings: [fromA],
		entity: {},
		expected: { failed: /mappings\[0\].*\$\.a/ },
	},
	{
		row: 3,
		why: 'optional',
		mappings: [{ ...fromA, optional: true }],
		entity: {},
		expected: { entity: {} },
	},
	{
		row: 4,
		why: 'null is absent',
		mappings: [{ ...fromA, optional: true }],
		entity: { a: null },
		expected: { entity: {} },
	},
	{
		row: 5,
		why: 'empty text is a value',
		mappings: [fromA],
		entity: { a: '' },
		expected: { entity: { b: '' } },
	},
	{
		row: 6,
		why: 'default',
		mappings: [{ ...fromA, defaultValue: 'x', optional: true }],
		entity: {},
		expected: { entity: { b: 'x' } },
	},
	{
		row: 7,
		why: 'default without optional',
		mappings: [{ ...fromA, defaultValue: 'x' }],
		entity: {},
		expected: { entity: { b: 'x' } },
	},
	{
		row: 8,
		why: 'explicit null is written',
		mappings: [{ ...fromA, defaultValue: null, optional: true }],
		entity: {},
		expected: { entity: { b: null } },
	},
	{
		row: 9,
		why: 'empty array is a value',
		mappings: [{ ...fromA, defaultValue: ['d'] }],
		entity: { a: [] },
		expected: { entity: { b: [] } },
	},
	{
		row: 9,
		why: 'empty array as default',
		mappings: [{ ...fromA, defaultValue: [] }],
		entity: {},
		expected: { entity: { b: [] } },
	},
	{
		row: 10,
		why: 'false condition beats default',
		mappings: [{ ...fromA, defaultValue: 'x', condition: '$.z == 1' }],
		entity: {},
		expected: { entity: {} },
	},
	{
		row: 11,
		why: 'single element unwrapped, definite path',
		mappings: [g],
		entity: { g: ['x'] },
		expected: { entity: { g: 'x' } },
	},
	{
		row: 12,
		why: 'single element kept',
		mappings: [{ ...g, ...keepSingle }],
		entity: { g: ['x'] },
		expected: { entity: { g: ['x'] } },
	},
	{
		row: 13,
		why: 'only arrays of length 1',
		mappings: [g],
		entity: { g: ['x', 'y'] },
		expected: { entity: { g: ['x', 'y'] } },
	},
	{
		row: 14,
		why: 'unwrapped list of matches',
		mappings: [each],
		entity: { e: [{ v: 1 }] },
		expected: { entity: { m: 1 } },
	},
	{
		row: 15,
		why: 'indefinite on empty array is a list',
		mappings: [each],
		entity: { e: [] },
		expected: { entity: { m: [] } },
	},
	{
		row: 16,
		why: 'part before the wildcard absent',
		mappings: [each],
		entity: {},
		expected: { failed: /mappings\[0\].*\$\.e/ },
	},
	{
		row: 17,
		why: 'constants are never unwrapped',
		mappings: [{ constant: ['s'], targetPath: '$.schemas' }],
		entity: {},
		expected: { entity: { schemas: ['s'] } },
	},
	{
		row: 18,
		why: 'inner arrays untouched',
		mappings: [copyAll],
		entity: { g: ['x'] },
		expected: { entity: { g: ['x'] } },
	},
	{
		row: 19,
		why: 'usual SCIM target',
		mappings: [copyAll, removeId, targetId],
		entity: { id: 's' },
		operation: 'update',
		variables: { entityIdTargetSystem: 't' },
		expected: { entity: { id: 't' } },
	},
	{
		row: 20,
		why: 'absent target id does not fail a create',
		mappings: [copyAll, removeId, targetId],
		entity: { id: 's' },
		expected: { entity: {} },
	},
	{
		row: 20,
		why: 'absent target id fails an update',
		mappings: [targetId],
		entity: {},
		operation: 'update',
		expected: { failed: /entityIdTargetSystem/ },
	},
	{
		row: 21,
		why: 'source document is unchanged',
		mappings: [
			{ sourcePath: '$.a', targetPath: '$.a' },
			{ type: 'remove', targetPath: '$.a' },
			fromA,
		],
		entity: { a: 1 },
		expected: { entity: { b: 1 } },
	},
	{
		row: 22,
		why: 'left-out mapping does not erase',
		mappings: [
			{ constant: 1, targetPath: '$.x' },
			{ sourcePath: '$.a', targetPath: '$.x', optional: true },
		],
		entity: {},
		expected: { entity: { x: 1 } },
	},
	{
		row: 23,
		why: 'last value wins',
		mappings: [
			{ sourcePath: 'userName', targetPath: '$.p' },
			{ sourcePath: 'externalId', targetPath: '$.p', optional: true },
		],
		entity: { userName: 'u', externalId: 'e' },
		expected: { entity: { p: 'e' } },
	},
	{
		row: 24,
		why: 'flag idiom',
		mappings: [
			{ constant: true, targetPath: '$.active' },
			{ condition: "$.l == 'true'", constant: false, targetPath: '$.active' },
		],
		entity: { l: 'true' },
		expected: { entity: { active: false } },
	},
];

export const writing: Example[] = [
	{
		row: 25,
		why: 'array creation',
		mappings: [
			{ constant: 'a', targetPath: '$.s[0]' },
			{ constant: 'b', targetPath: '$.s[1]' },
		],
		expected: { entity: { s: ['a', 'b'] } },
	},
	{
		row: 26,
		why: 'no null gap at the end',
		mappings: [
			{ condition: '$.z == 1', constant: 'a', targetPath: '$.s[0]' },
			{ constant: 'b', targetPath: '$.s[1]' },
		],
		expected: { entity: { s: ['b'] } },
	},
	{
		row: 27,
		why: 'create elements',
		mappings: [{ ...members, ...keepSingle }],
		entity: { m: ['x', 'y'] },
		expected: { entity: { r: [{ value: 'x' }, { value: 'y' }] } },
	},
	{
		row: 28,
		why: 'scalar through a filter',
		mappings: [members],
		entity: { m: ['x'] },
		expected: { entity: { r: [{ value: 'x' }] } },
	},
	{
		row: 29,
		why: 'append',
		mappings: [members, { ...members, sourcePath: '$.n' }],
		entity: { m: ['x'], n: ['y'] },
		expected: { entity: { r: [{ value: 'x' }, { value: 'y' }] } },
	},
	{
		row: 30,
		why: 'empty list clears members',
		mappings: [{ ...members, optional: true }],
		entity: { m: [] },
		expected: { entity: { r: [] } },
	},
	{
		row: 31,
		why: 'write to every element',
		mappings: [
			{ sourcePath: '$.e', targetPath: '$.e', ...keepSingle },
			{ constant: 'work', targetPath: '$.e[*].type' },
		],
		entity: { e: [{ v: 1 }, { v: 2 }] },
		expected: {
			entity: {
				e: [
					{ v: 1, type: 'work' },
					{ v: 2, type: 'work' },
				],
			},
		},
	},
	{
		row: 32,
		why: 'wildcard on nothing',
		mappings: [{ constant: 'User', targetPath: '$.members[*].type' }],
		expected: { entity: {} },
	},
	{
		row: 33,
		why: 'remove from each',
		mappings: [
			{ sourcePath: '$.e', targetPath: '$.e', ...keepSingle },
			{ type: 'remove', targetPath: '$.e[*].p' },
		],
		entity: { e: [{ p: 1, v: 2 }] },
		expected: { entity: { e: [{ v: 2 }] } },
	},
	{
		row: 34,
		why: 'remove of nothing',
		mappings: [{ type: 'remove', targetPath: '$.zz' }],
		expected: { entity: {} },
	},
	{
		row: 35,
		why: 'rename, missing ignored',
		mappings: [copyAll, { type: 'rename', targetPath: '$.m[*].P', constant: 'value' }],
		entity: { m: [{ P: 1 }, { Q: 2 }] },
		expected: { entity: { m: [{ value: 1 }, { Q: 2 }] } },
	},
	{
		row: 36,
		why: 'list is spliced in front',
		mappings: lists,
		entity: { a: [1], b: [2, 3] },
		expected: { entity: { x: [2, 3, 1] } },
	},
	{
		row: 37,
		why: 'dots and colons in names',
		mappings: [{ sourcePath: '$.a', targetPath: "$['urn:x:2.0:User']['a']" }],
		entity: { a: 1 },
		expected: { entity: { 'urn:x:2.0:User': { a: 1 } } },
	},
	{
		row: 38,
		why: 'dollar sign in a name',
		mappings: [copyAll, { type: 'remove', targetPath: '$.m[*].$ref' }],
		entity: { m: [{ $ref: 'r', v: 1 }, { v: 2 }] },
		expected: { entity: { m: [{ v: 1 }, { v: 2 }] } },
	},
	{
		row: 39,
		why: 'deep copy',
		mappings: [
			{ sourcePath: '$.o', targetPath: '$.x' },
			{ sourcePath: '$.o', targetPath: '$.y' },
			{ constant: 2, targetPath: '$.x.k' },
		],
		entity: { o: { k: 1 } },
		expected: { entity: { x: { k: 2 }, y: { k: 1 } } },
	},
	{
		row: 40,
		why: 'no prototype pollution',
		mappings: [{ constant: 1, targetPath: '$.__proto__.x' }],
		expected: { refused: '/mappings/0/targetPath', because: /__proto__/ },
	},
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

const password = { scope: 'createEntity', constant: 'p', targetPath: '$.password' };
const deactivate = { scope: 'deleteEntity', constant: false, targetPath: '$.active' };
const operations = {
	scope: 'patchEntity',
	sourcePath: '$.Operations',
	targetPath: '$.Operations',
	...keepSingle,
};
const unscoped = { constant: 'x', targetPath: '$.other' };

export const scopes: Example[] = [
	{
		row: 46,
		why: 'not on update',
		mappings: [password],
		operation: 'update',
		expected: { entity: {} },
	},
	{
		row: 46,
		why: 'on create',
		mappings: [password],
		operation: 'create',
		expected: { entity: { password: 'p' } },
	},
	{
		row: 47,
		why: 'only scoped, condition ignored',
		mappings: [unscoped, deactivate],
		block: { condition: '$.z == 1' },
		operation: 'delete',
		expected: { entity: { active: false } },
	},
	{
		row: 48,
		why: 'patch scope',
		mappings: [unscoped, operations],
		operation: 'patch',
		entity: { Operations: [{ op: 'add' }] },
		expected: { entity: { Operations: [{ op: 'add' }] } },
	},
	{
		row: 48,
		why: 'a patch that nothing maps fails',
		mappings: [unscoped],
		operation: 'patch',
		expected: { failed: /patchEntity/ },
	},
	{
		row: 49,
		why: 'skip text',
		mappings: [deactivate],
		block: { skipOperations: ['delete'] },
		operation: 'delete',
		expected: { skipped: 'Operation [delete] is skipped in target transformation' },
	},
	{
		row: 50,
		why: 'condition before skipped operation',
		mappings: [unscoped],
		block: { condition: '$.z == 1', skipOperations: ['create'] },
		operation: 'create',
		expected: { skipped: 'Entity condition [$.z == 1] is not fulfilled' },
	},
	{
		row: 50,
		why: 'skipped operation after condition',
		mappings: [unscoped],
		block: { condition: '$.z == 1', skipOperations: ['create'] },
		operation: 'create',
		entity: { z: 1 },
		expected: { skipped: 'Operation [create] is skipped in target transformation' },
	},
];
