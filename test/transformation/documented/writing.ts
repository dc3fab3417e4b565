import type { JsonObject } from '../../../src/model/json';
import type { Example } from './example';

const keepSingle = { preserveArrayWithSingleElement: true };
const members = { sourcePath: '$.m', targetPath: '$.r[?(@.value)]' };
const copyAll = { sourcePath: '$', targetPath: '$' };
const lists: JsonObject[] = [
	{ sourcePath: '$.a', targetPath: '$.x', ...keepSingle },
	{ sourcePath: '$.b', targetPath: '$.x[0]', ...keepSingle },
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
