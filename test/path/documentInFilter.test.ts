import fc from 'fast-check';
import type { Json } from '../../src/model/json';
import { compileCondition, compilePath } from '../../src/path';
import { looselyEqual } from '../../src/path/compare';
import { membershipOf } from '../../src/path/membership';
import { json } from './generated';

const people: Json = {
	wanted: 'b',
	names: ['b', 'c'],
	list: [{ value: 'a' }, { value: 'b', tags: ['x'] }, { value: 'c', tags: ['b'] }],
};

const reads: Array<[path: string, values: readonly string[]]> = [
	['$.list[?(@.value == $.wanted)].value', ['b']],
	['$.list[?($.wanted == @.value)].value', ['b']],
	['$.list[?(@.value != $.wanted)].value', ['a', 'c']],
	['$.list[?(@.value IN $.names)].value', ['b', 'c']],
	['$.list[?(@.value NIN $.names)].value', ['a']],
	['$.list[?($.names contains @.value)].value', ['b', 'c']],
	['$.list[?(!(@.value IN $.names))].value', ['a']],
	["$.list[?($.wanted == 'b' && @.value == 'a')].value", ['a']],
	["$.list[?($.wanted == 'x' || @.value == 'c')].value", ['c']],
	['$.list[?($.wanted)].value', ['a', 'b', 'c']],
	['$.list[?($.absent)].value', []],
	['$.list[?(@.value == $.absent)].value', []],
	['$.list[?(@.value != $.absent)].value', ['a', 'b', 'c']],
	['$.list[?(@.tags[?(@ == $.wanted)])].value', ['c']],
	["$.list[?(@.value IN $.list[?(@.tags contains 'x')].value)].value", ['b']],
	['$..[?(@.value IN $.names)].value', ['b', 'c']],
	['$.list[?(isValidEmail($.wanted))].value', []],
	['$.list[?(@.value =~ /[bc]/ && $.names EMPTY false)].value', ['b', 'c']],
];

test.each(reads)('%s reads %j', (path, values) => {
	expect(compilePath(path).read(people)).toEqual(values);
});

test('a filter asks each document anew', () => {
	const { read } = compilePath('$.l[?(@ IN $.w)]');
	expect(read({ l: [1, 2], w: [1] })).toEqual([1]);
	expect(read({ l: [1, 2], w: [2] })).toEqual([2]);
	expect(read({ l: [1, 2] })).toEqual([]);
});

test('a write through such a filter asks the document as it was before', () => {
	const { write } = compilePath('$.l[?(@.v == $.l[0].v)].v');
	const document = { l: [{ v: 1 }, { v: 1 }, { v: 2 }] };
	write(document, 3);
	expect(document).toEqual({ l: [{ v: 3 }, { v: 3 }, { v: 2 }] });
});

test('renaming through such a filter', () => {
	const document = {
		w: 'x',
		l: [
			{ t: 'x', a: 1 },
			{ t: 'y', a: 2 },
		],
	};
	compilePath('$.l[?(@.t == $.w)].a').rename(document, 'b');
	expect(document.l).toEqual([
		{ t: 'x', b: 1 },
		{ t: 'y', a: 2 },
	]);
});

test.each<[condition: string, values: Json[], expected: boolean[]]>([
	['@ IN $.names', ['a', 'b', 'c'], [false, true, true]],
	['@ == $.wanted', ['a', 'b'], [false, true]],
	['$.absent[*].x == []', ['a'], [true]],
	['@.x EMPTY true && $.wanted =~ /${v}/', [{}, { x: 1 }], [true, false]],
	['@ IN $.absent', ['a'], [false]],
])('%s of each of %j: %j', (text, values, expected) => {
	const condition = compileCondition(text);
	const variables = { v: 'b' };
	const test = condition.testEach(people, variables);
	expect(values.map(test)).toEqual(expected);
	expect(values.map((current) => condition.test(people, { current, variables }))).toEqual(expected);
});

/** Lists so long that they are not walked. */
const many = Array.from({ length: 12 }, (_, index) => `t${index}`);

test.each<[list: Json[], value: Json, isIn: boolean]>([
	[many, 't11', true],
	[many, 't12', false],
	[[...many, 5], '5', true],
	[[...many, '5.0'], 5, true],
	[[...many, 'five'], 5, false],
	[[...many, 5], '05x', false],
	[[...many, true], true, true],
	[[...many, 'true'], true, false],
	[[...many, null], null, true],
	[many, null, false],
	[[...many, { a: 1, b: [2] }], { b: [2], a: 1 }, true],
	[[...many, { a: 1 }], { a: '1' }, false],
	[[...many, [1, 2]], [1, 2], true],
	[[...many, [1, 2]], [2, 1], false],
	[[...many, -0], 0, true],
])('a long list %j holds %j: %s', (list, value, isIn) => {
	const read = (path: string) => compilePath(path).read({ list, asked: [value] });
	expect(read('$.asked[?(@ IN $.list)]')).toEqual(isIn ? [value] : []);
	expect(read('$.asked[?(@ NIN $.list)]')).toEqual(isIn ? [] : [value]);
	expect(compileCondition('$.list contains $.asked[0]').test({ list, asked: [value] })).toBe(isIn);
});

test('a prepared list holds what equals one of its elements', () => {
	const value = fc.oneof(json, fc.integer({ max: 9, min: -9 }), fc.integer({ max: 9 }).map(String));
	const list = fc.array(value, { minLength: 9, maxLength: 20 });
	fc.assert(
		fc.property(list, value, fc.nat(19), (items, other, position) => {
			for (const asked of [other, items[position]]) {
				const isThere = items.some((item) => looselyEqual(asked, item));
				expect(membershipOf(items)(asked)).toBe(isThere);
			}
		}),
		{ numRuns: 300 },
	);
});
