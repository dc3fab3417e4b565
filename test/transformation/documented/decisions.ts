import type { JsonObject } from '../../../src/model/json';
import type { Example } from './example';
import { condition, value } from './example';

const fromA = { sourcePath: '$.a', targetPath: '$.b' };
const keepSingle = { preserveArrayWithSingleElement: true };
const upper = { function: 'toUpperCaseString' };
const intoList = (start: JsonObject, next: JsonObject): JsonObject[] => [
	{ targetPath: '$.x', ...keepSingle, ...start },
	{ targetPath: '$.x[1]', ...keepSingle, ...next },
];
const prefixed = 'isAttributeWithMandatoryPrefix($.n, p)';

/** Where the documentation leaves a doubt: one behaviour, told by an example each. */
export const decisions: Example[] = [
	{
		row: 'D1',
		why: 'null of the source is absent',
		mappings: [fromA],
		entity: { a: null },
		expected: { failed: /\$\.a/ },
	},
	condition('D2', 'an absent list has no matches in a condition', '$.l[*].x == []', {}, true),
	{
		row: 'D2',
		why: 'an absent list is absent for a mapping',
		mappings: [{ sourcePath: '$.l[*].x', targetPath: '$.b', defaultValue: 'none' }],
		entity: {},
		expected: { entity: { b: 'none' } },
	},
	{
		row: 'D3',
		why: 'a list at an index is spliced in',
		mappings: intoList({ sourcePath: '$.a' }, { sourcePath: '$.c' }),
		entity: { a: [1, 4], c: [2, 3] },
		expected: { entity: { x: [1, 2, 3, 4] } },
	},
	{
		row: 'D3',
		why: 'an object at an index is inserted',
		mappings: intoList({ sourcePath: '$.a' }, { sourcePath: '$.c' }),
		entity: { a: [1, 4], c: { v: 2 } },
		expected: { entity: { x: [1, { v: 2 }, 4] } },
	},
	{
		row: 'D3',
		why: 'a plain value at an index is set',
		mappings: intoList({ sourcePath: '$.a' }, { sourcePath: '$.c' }),
		entity: { a: [1, 4], c: 2 },
		expected: { entity: { x: [1, 2] } },
	},
	{
		row: 'D4',
		why: 'elements are added, twice if they come twice',
		mappings: [1, 2].map(() => ({ sourcePath: '$.a', targetPath: '$.r[?(@.value)]' })),
		entity: { a: 'x' },
		expected: { entity: { r: [{ value: 'x' }, { value: 'x' }] } },
	},
	{
		...value(
			'D5',
			'an unknown id leaves a list',
			['u1', 'zz'],
			[{ function: 'resolveEntityIds' }],
			['t1'],
		),
		known: { u1: 't1' },
	},
	{
		row: 'D6',
		why: 'a default needs no `optional`',
		mappings: [{ ...fromA, defaultValue: 'd' }],
		entity: {},
		expected: { entity: { b: 'd' } },
	},
	{
		row: 'D7',
		why: 'no function touches the default',
		mappings: [{ ...fromA, defaultValue: 'd', functions: [upper] }],
		entity: {},
		expected: { entity: { b: 'd' } },
	},
	value(
		'D8',
		'substring ends with the text',
		'abc',
		[{ function: 'substring', beginIndex: 1, endIndex: 9 }],
		'bc',
	),
	value('D9', 'a list, element by element', ['a', 'b'], [upper], ['A', 'B']),
	{
		row: 'D11',
		why: 'a null that was written is no gap',
		mappings: [
			{ ...fromA, targetPath: '$.x[0]', defaultValue: null },
			{ constant: 2, targetPath: '$.x[2]' },
		],
		entity: {},
		expected: { entity: { x: [null, 2] } },
	},
	{
		row: 'D12',
		why: 'conditions look at the source, in a remove too',
		mappings: [
			{ constant: 'new', targetPath: '$.a' },
			{ type: 'remove', targetPath: '$.a', condition: "$.a == 'old'" },
		],
		entity: { a: 'old' },
		expected: { entity: {} },
	},
	condition('D13', 'an object without members is empty', '$.a EMPTY true', { a: {} }, true),
	value(
		'D14',
		'groups in a replacement',
		'ab',
		[{ function: 'replaceAllString', regex: '(a)(b)', replacement: '$2\\$$1' }],
		'b$a',
	),
	value('D15', 'the value comes first', '77', [{ function: 'compositeId', subId: 'al' }], '77:al'),
	condition('D16', 'no match is no list with matches', '$.l[?(@.x)].y != []', {}, false),
	{
		row: 'D17',
		why: 'a PATCH needs mappings for it',
		mappings: [fromA],
		operation: 'patch',
		entity: { a: 1 },
		expected: { failed: /no mapping has the scope patchEntity/ },
	},
	{
		row: 'D18',
		why: 'an ignored block deletes nothing',
		block: { ignore: true },
		mappings: [{ constant: false, targetPath: '$.active', scope: 'deleteEntity' }],
		operation: 'delete',
		expected: { skipped: 'Entity type [user] is ignored in the transformation' },
	},
	condition('D19', 'absent matches what takes the empty text', '$.a =~ /x?/', {}, true),
	condition('D19', 'absent does not match what needs a sign', '$.a =~ /x/', {}, false),
	condition('D20', 'an empty prefix is one', prefixed, { n: 'x' }, true, { properties: { p: '' } }),
	condition('D20', 'an empty property is set', "'%p%' !== 'null'", {}, true, {
		properties: { p: '' },
	}),
	{
		row: 'D21',
		why: 'properties deep in a constant, names aside',
		mappings: [{ constant: { '%p%': ['%p%', { k: 'a%p%', n: 1 }] }, targetPath: '$.b' }],
		properties: { p: 'x' },
		expected: { entity: { b: { '%p%': ['x', { k: 'ax', n: 1 }] } } },
	},
	{
		row: 'D22',
		why: 'an id of the source is text',
		mappings: [{ sourcePath: '$.a', targetVariable: 'entityIdSourceSystem' }],
		entity: { a: 7 },
		expected: { entity: {}, variables: { entityIdSourceSystem: '7' } },
	},
	{
		row: 'D23',
		why: 'a generator needs no source',
		mappings: [
			{
				type: 'set',
				targetVariable: 'secret',
				functions: [
					{
						function: 'randomPassword',
						passwordLength: 8,
						minimumNumberOfLowercaseLetters: 1,
						minimumNumberOfUppercaseLetters: 0,
						minimumNumberOfDigits: 0,
						minimumNumberOfSpecialSymbols: 0,
					},
				],
			},
		],
		expected: { entity: {} },
	},
	{
		row: 'D24',
		why: '`ignore` as text',
		mappings: [{ ...fromA, ignore: 'true' }],
		expected: { entity: {} },
		warning: /is text/,
	},
	{
		row: 'D25',
		why: 'a scope changes nothing for a source',
		mappings: [
			{ sourcePath: '$.a', targetVariable: 'entityIdSourceSystem' },
			{ ...fromA, scope: 'deleteEntity' },
		],
		direction: 'read',
		entity: { a: 'x' },
		expected: { entity: { b: 'x' } },
		warning: /`scope` has no effect/,
	},
	{
		row: 'D26',
		why: 'a blank in a path is not guessed away',
		mappings: [{ ...fromA, sourcePath: '$. givenName[0]' }],
		expected: { refused: '/mappings/0/sourcePath', because: /column 3/ },
	},
	{
		row: 'D26',
		why: 'a missing dot is not guessed',
		mappings: [{ ...fromA, sourcePath: '$date' }],
		expected: { refused: '/mappings/0/sourcePath', because: /column 2/ },
	},
];
