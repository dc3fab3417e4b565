import type { Json, JsonObject } from '../../src/model/json';
import type { MapContext } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { KEYS } from '../../src/transformation/schema';
import { faultsOf } from './refusal';

type Expected =
	| { readonly gives: Json; readonly sets?: JsonObject }
	| { readonly fails: RegExp }
	| { readonly skips: RegExp }
	| { readonly refused: RegExp };

type Case = readonly [
	key: string,
	what: string,
	part: JsonObject,
	entity: Json,
	expected: Expected,
	context?: MapContext,
];

const a = { sourcePath: '$.a', targetPath: '$.b' };
const keep = { preserveArrayWithSingleElement: true };
const zone = {
	type: 'valueMapping',
	sourcePaths: ['$.country', '$.city'],
	valueMappings: [{ key: ['US', 'Dallas'], mappedValue: 'CST' }],
	targetPath: '$.zone',
};
const single = { ...zone, sourcePaths: ['$.a'], valueMappings: [{ key: ['1'], mappedValue: 'x' }] };
const fromVariable = { sourceVariable: 'v', targetPath: '$.b' };
const update: MapContext = { operation: 'update' };
const withVariable = (v: Json): MapContext => ({ variables: { v } });

const ofBlock: Case[] = [
	['mappings', 'absent', {}, {}, { refused: /`mappings` is missing/ }],
	['mappings', 'empty', { mappings: [] }, { a: 1 }, { gives: {} }],
	['mappings', 'one instead of a list', { mappings: a }, {}, { refused: /must be a list/ }],
	['condition', 'absent', { mappings: [a] }, { a: 1 }, { gives: { b: 1 } }],
	['condition', 'true', { mappings: [a], condition: '$.a == 1' }, { a: 1 }, { gives: { b: 1 } }],
	[
		'condition',
		'false, over a list',
		{ mappings: [a], condition: '$.a EMPTY false' },
		{ a: [] },
		{ skips: /\[\$\.a EMPTY false\] is not fulfilled/ },
	],
	['condition', 'no text', { mappings: [a], condition: true }, {}, { refused: /must be text/ }],
	['ignore', 'absent', { mappings: [a] }, { a: 1 }, { gives: { b: 1 } }],
	['ignore', 'true', { mappings: [a], ignore: true }, { a: 1 }, { skips: /ignored/ }],
	['ignore', 'true as text', { mappings: [a], ignore: 'true' }, { a: 1 }, { skips: /ignored/ }],
	['ignore', 'a list', { mappings: [a], ignore: [true] }, {}, { refused: /true or false/ }],
	['skipOperations', 'empty', { mappings: [a], skipOperations: [] }, { a: 1 }, { gives: { b: 1 } }],
	[
		'skipOperations',
		'of this operation',
		{ mappings: [a], skipOperations: ['delete', 'update'] },
		{ a: 1 },
		{ skips: /^Operation \[update\] is skipped/ },
		update,
	],
	[
		'skipOperations',
		'of another operation',
		{ mappings: [a], skipOperations: ['delete'] },
		{ a: 1 },
		{ gives: { b: 1 } },
		update,
	],
	[
		'skipOperations',
		'one instead of a list',
		{ mappings: [a], skipOperations: 'delete' },
		{},
		{ refused: /must be a list/ },
	],
	['scimEntityEndpoint', 'absent', { mappings: [a] }, { a: 1 }, { gives: { b: 1 } }],
	[
		'scimEntityEndpoint',
		'has no effect',
		{ mappings: [a], scimEntityEndpoint: 'Users' },
		{ a: 1 },
		{ gives: { b: 1 } },
	],
	[
		'scimEntityEndpoint',
		'a list',
		{ mappings: [a], scimEntityEndpoint: ['Users'] },
		{},
		{ refused: /must be text/ },
	],
];

const ofMapping: Case[] = [
	['sourcePath', 'to nothing', a, {}, { fails: /mappings\[0\].*\$\.a/ }],
	['sourcePath', 'to a list', a, { a: [1, 2] }, { gives: { b: [1, 2] } }],
	[
		'sourcePath',
		'through a text',
		{ ...a, sourcePath: '$.a.x' },
		{ a: 'x' },
		{ fails: /\$\.a\.x/ },
	],
	['sourcePath', 'that is no text', { ...a, sourcePath: ['$.a'] }, {}, { refused: /must be text/ }],
	['sourcePaths', 'all there', zone, { country: 'US', city: 'Dallas' }, { gives: { zone: 'CST' } }],
	[
		'sourcePaths',
		'one absent',
		{ ...zone, defaultValue: 'UTC' },
		{ country: 'US' },
		{ gives: { zone: 'UTC' } },
	],
	['sourcePaths', 'no list', { ...zone, sourcePaths: '$.a' }, {}, { refused: /must be a list/ }],
	['sourcePaths', 'empty', { ...zone, sourcePaths: [] }, {}, { refused: /must not be empty/ }],
	['sourceVariable', 'absent', fromVariable, {}, { fails: /`?v`?/ }],
	['sourceVariable', 'a list of one', fromVariable, {}, { gives: { b: 1 } }, withVariable([1])],
	['sourceVariable', 'a list', fromVariable, {}, { gives: { b: [1, 2] } }, withVariable([1, 2])],
	['sourceVariable', 'no text', { ...fromVariable, sourceVariable: 7 }, {}, { refused: /be text/ }],
	[
		'variablePath',
		'into a list',
		{ ...fromVariable, variablePath: '$[*].x' },
		{},
		{ gives: { b: [1, 2] } },
		withVariable([{ x: 1 }, { x: 2 }]),
	],
	[
		'variablePath',
		'into nothing',
		{ ...fromVariable, variablePath: '$.x', defaultValue: [] },
		{},
		{ gives: { b: [] } },
	],
	['variablePath', 'without variable', { ...a, variablePath: '$.x' }, {}, { refused: /needs a/ }],
	[
		'constant',
		'a list of one',
		{ constant: ['x'], targetPath: '$.b' },
		{},
		{ gives: { b: ['x'] } },
	],
	[
		'constant',
		'an object',
		{ constant: { x: [1] }, targetPath: '$.b' },
		{},
		{ gives: { b: { x: [1] } } },
	],
	['constant', 'false', { constant: false, targetPath: '$.b' }, {}, { gives: { b: false } }],
	['constant', 'beside a path', { ...a, constant: 1 }, {}, { refused: /two sources/ }],
	[
		'targetPath',
		'through a list',
		{ ...a, targetPath: '$.b[0].c' },
		{ a: 1 },
		{ gives: { b: [{ c: 1 }] } },
	],
	['targetPath', 'absent', { sourcePath: '$.a' }, {}, { refused: /no target/ }],
	['targetPath', 'of no text', { ...a, targetPath: 7 }, {}, { refused: /must be text/ }],
	[
		'targetVariable',
		'beside a path',
		{ ...a, targetVariable: 'v' },
		{ a: 1 },
		{ gives: { b: 1 }, sets: { v: 1 } },
	],
	[
		'targetVariable',
		'a list',
		{ sourcePath: '$.a', targetVariable: 'v', ...keep },
		{ a: [1] },
		{ gives: {}, sets: { v: [1] } },
	],
	['targetVariable', 'without name', { ...a, targetVariable: '' }, {}, { refused: /not be empty/ }],
	['type', 'absent', a, { a: 1 }, { gives: { b: 1 } }],
	['type', 'set', { ...a, type: 'set' }, { a: 1 }, { gives: { b: 1 } }],
	['type', 'remove of nothing', { type: 'remove', targetPath: '$.x' }, {}, { gives: {} }],
	['type', 'a list', { ...a, type: ['set'] }, {}, { refused: /type/ }],
	['optional', 'false', { ...a, optional: false }, {}, { fails: /\$\.a/ }],
	['optional', 'true', { ...a, optional: true }, {}, { gives: {} }],
	['optional', 'true, an empty list', { ...a, optional: true }, { a: [] }, { gives: { b: [] } }],
	['optional', 'some text', { ...a, optional: 'yes' }, {}, { refused: /true or false/ }],
	['defaultValue', 'not needed', { ...a, defaultValue: 'd' }, { a: 1 }, { gives: { b: 1 } }],
	['defaultValue', 'for null', { ...a, defaultValue: 'd' }, { a: null }, { gives: { b: 'd' } }],
	['defaultValue', 'a list of one', { ...a, defaultValue: ['d'] }, {}, { gives: { b: ['d'] } }],
	['defaultValue', 'an object', { ...a, defaultValue: { d: 1 } }, {}, { gives: { b: { d: 1 } } }],
	['preserveArrayWithSingleElement', 'absent', a, { a: [1] }, { gives: { b: 1 } }],
	['preserveArrayWithSingleElement', 'true', { ...a, ...keep }, { a: [1] }, { gives: { b: [1] } }],
	[
		'preserveArrayWithSingleElement',
		'of a text',
		{ ...a, ...keep },
		{ a: 'x' },
		{ gives: { b: 'x' } },
	],
	[
		'preserveArrayWithSingleElement',
		'a number',
		{ ...a, preserveArrayWithSingleElement: 1 },
		{},
		{ refused: /true or false/ },
	],
	['functions', 'empty', { ...a, functions: [] }, { a: 1 }, { gives: { b: 1 } }],
	[
		'functions',
		'one instead of a list',
		{ ...a, functions: { function: 'toString' } },
		{ a: 1 },
		{ gives: { b: '1' } },
	],
	[
		'functions',
		'on nothing',
		{ ...a, functions: [{ function: 'toString' }], optional: true },
		{},
		{ gives: {} },
	],
	['functions', 'a text', { ...a, functions: 'toString' }, {}, { refused: /must be a list/ }],
	[
		'condition',
		'over an absent list',
		{ ...a, condition: '$.l[*].x == []' },
		{ a: 1 },
		{ gives: { b: 1 } },
	],
	['condition', 'false', { ...a, condition: '$.a == 2', defaultValue: 3 }, { a: 1 }, { gives: {} }],
	['condition', 'a boolean', { ...a, condition: false }, {}, { refused: /must be text/ }],
	['ignore', 'true', { ...a, ignore: true }, {}, { gives: {} }],
	['ignore', 'false as text', { ...a, ignore: 'false' }, { a: 1 }, { gives: { b: 1 } }],
	['ignore', 'null', { ...a, ignore: null }, {}, { refused: /true or false/ }],
	['scope', 'absent', a, { a: 1 }, { gives: { b: 1 } }, update],
	['scope', 'of this operation', { ...a, scope: 'createEntity' }, { a: 1 }, { gives: { b: 1 } }],
	['scope', 'of another', { ...a, scope: 'createEntity' }, {}, { gives: {} }, update],
	['scope', 'a list', { ...a, scope: ['createEntity'] }, {}, { refused: /scope/ }],
	[
		'correlationAttribute',
		'alone',
		{ sourcePath: '$.a', correlationAttribute: true },
		{},
		{ gives: {} },
	],
	[
		'correlationAttribute',
		'beside a target',
		{ ...a, correlationAttribute: true },
		{ a: [1, 2] },
		{ gives: { b: [1, 2] } },
	],
	[
		'correlationAttribute',
		'beside a target, absent',
		{ ...a, correlationAttribute: true },
		{},
		{ fails: /\$\.a/ },
	],
	[
		'correlationAttribute',
		'a text',
		{ ...a, correlationAttribute: 'yes' },
		{},
		{ refused: /true or false/ },
	],
	['valueMappings', 'a number', single, { a: 1 }, { gives: { zone: 'x' } }],
	['valueMappings', 'a list of one', single, { a: ['1'] }, { gives: { zone: 'x' } }],
	['valueMappings', 'a list', { ...single, optional: true }, { a: ['1', '1'] }, { gives: {} }],
	[
		'valueMappings',
		'an object',
		{ ...single, defaultValue: 0 },
		{ a: { x: 1 } },
		{ gives: { zone: 0 } },
	],
	['valueMappings', 'no list', { ...single, valueMappings: {} }, {}, { refused: /must be a list/ }],
	['hashing', 'false', { ...a, hashing: false }, { a: 1 }, { gives: { b: 1 } }],
	['hashing', 'true', { ...a, hashing: true }, { a: [1, 2] }, { gives: { b: [1, 2] } }],
	['hashing', 'a text', { ...a, hashing: 'sha' }, {}, { refused: /true or false/ }],
];

const upper = { function: 'toUpperCaseString' };
const onK = { ...upper, applyOnAttribute: 'k' };
const onJsonK = { ...upper, applyOnJsonAttribute: 'k' };
const each = { ...onK, applyOnElements: true };
const objects: Json = [{ k: 'x' }, { l: 'y' }];

const ofFunction: Case[] = [
	['function', 'on a value', upper, 'x', { gives: 'X' }],
	['function', 'on nothing', upper, null, { fails: /mappings\[0\]/ }],
	['function', 'of no name', { function: ['toString'] }, 'x', { refused: /must be text/ }],
	['type', 'on a value', { type: 'toUpperCaseString' }, 'x', { gives: 'X' }],
	[
		'type',
		'the same beside `function`',
		{ ...upper, type: upper.function },
		['x'],
		{ gives: ['X'] },
	],
	[
		'type',
		'another beside `function`',
		{ ...upper, type: 'toString' },
		'x',
		{ refused: /different/ },
	],
	['condition', 'false', { ...upper, condition: "@ == 'y'" }, 'x', { gives: 'x' }],
	[
		'condition',
		'per element',
		{ ...upper, condition: "@ == 'y'" },
		['x', 'y'],
		{ gives: ['x', 'Y'] },
	],
	['condition', 'on the entity', { ...upper, condition: '$.in EMPTY false' }, 'x', { gives: 'X' }],
	['condition', 'a boolean', { ...upper, condition: true }, 'x', { refused: /must be text/ }],
	[
		'applyOnElements',
		'a list',
		{ ...upper, applyOnElements: true },
		['x', 'y'],
		{ gives: ['X', 'Y'] },
	],
	['applyOnElements', 'a value', { ...upper, applyOnElements: true }, 'x', { gives: 'X' }],
	[
		'applyOnElements',
		'nothing',
		{ ...upper, applyOnElements: true },
		null,
		{ fails: /mappings\[0\]/ },
	],
	[
		'applyOnElements',
		'a text',
		{ ...upper, applyOnElements: 'k' },
		'x',
		{ refused: /true or false/ },
	],
	['applyOnAttribute', 'an object', onK, { k: 'x', l: 1 }, { gives: { k: 'X', l: 1 } }],
	['applyOnAttribute', 'a list', each, objects, { gives: [{ k: 'X' }, { l: 'y' }] }],
	['applyOnAttribute', 'of a text', onK, 'x', { gives: 'x' }],
	[
		'applyOnAttribute',
		'a list of names',
		{ ...upper, applyOnAttribute: ['k'] },
		{},
		{ refused: /be text/ },
	],
	['applyOnJsonAttribute', 'an object', onJsonK, { k: 'x' }, { gives: { k: 'X' } }],
	['applyOnJsonAttribute', 'absent', onJsonK, { l: 'x' }, { gives: { l: 'x' } }],
	['applyOnJsonAttribute', 'of a text', onJsonK, 'x', { gives: 'x' }],
	[
		'assignToAttribute',
		'an object',
		{ ...onK, assignToAttribute: 'm' },
		{ k: 'x' },
		{ gives: { k: 'x', m: 'X' } },
	],
	[
		'assignToAttribute',
		'a list',
		{ ...each, assignToAttribute: 'm' },
		objects,
		{ gives: [{ k: 'x', m: 'X' }, { l: 'y' }] },
	],
	[
		'assignToAttribute',
		'of a text',
		{ ...upper, assignToAttribute: 'm' },
		'x',
		{ fails: /toUpperCaseString/ },
	],
	['assignToAttribute', 'a number', { ...onK, assignToAttribute: 1 }, {}, { refused: /be text/ }],
];

function check(
	block: JsonObject,
	entity: Json,
	expected: Expected,
	context: MapContext = {},
): void {
	const compile = () => compileTransformation({ user: block });
	if ('refused' in expected) {
		const messages = faultsOf(compile).map(({ message }) => message);
		expect(messages).toContainEqual(expect.stringMatching(expected.refused));
		return;
	}
	const result = compile().map('user', entity, context);
	if ('gives' in expected) {
		expect(result).toMatchObject({ status: 'mapped', variables: expected.sets ?? {} });
		expect(result.status === 'mapped' && result.entity).toEqual(expected.gives);
	} else if ('fails' in expected) {
		const message = expect.stringMatching(expected.fails);
		expect(result).toMatchObject({ status: 'failed', error: { message } });
	} else {
		expect(result).toMatchObject({
			status: 'skipped',
			reason: expect.stringMatching(expected.skips),
		});
	}
}

/** As one argument: a case of which the last part is missing would be waited for. */
const named = (cases: readonly Case[]) => cases.map((each) => [each[0], each[1], each] as const);

describe('keys of a block', () => {
	test.each(named(ofBlock))('%s: %s', (_, __, [, , block, entity, expected, context]) => {
		check(block, entity, expected, context);
	});
});

describe('keys of a mapping', () => {
	test.each(named(ofMapping))('%s: %s', (_, __, [, , mapping, entity, expected, context]) => {
		check({ mappings: [mapping] }, entity, expected, context);
	});
});

describe('keys of every function', () => {
	test.each(named(ofFunction))('%s: %s', (_, __, [, , step, value, expected]) => {
		const mapping = { sourcePath: '$.in', targetPath: '$.out', ...keep, functions: [step] };
		const whole = 'gives' in expected ? { gives: { out: expected.gives } } : expected;
		check({ mappings: [mapping] }, { in: value }, whole);
	});
});

test.each([
	['block', ofBlock, KEYS.block],
	['mapping', ofMapping, KEYS.mapping],
	['function', ofFunction, KEYS.frame],
] as const)('every key of a %s is tried in at least three ways', (_, cases, keys) => {
	const tries = (key: string) => cases.filter(([each]) => each === key).length;
	expect(keys.filter((key) => tries(key) < 3)).toEqual([]);
});
