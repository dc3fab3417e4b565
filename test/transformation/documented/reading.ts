import type { Example } from './example';

const fromA = { sourcePath: '$.a', targetPath: '$.b' };
const aToDeep = { sourcePath: '$.a', targetPath: '$.b.c' };
const g = { sourcePath: '$.g', targetPath: '$.g' };
const keepSingle = { preserveArrayWithSingleElement: true };
const each = { sourcePath: '$.e[*].v', targetPath: '$.m' };
const copyAll = { sourcePath: '$', targetPath: '$' };
const targetId = { sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' };
const removeId = { type: 'remove', targetPath: '$.id' };

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
