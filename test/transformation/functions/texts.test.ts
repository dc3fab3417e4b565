import type { Json } from '../../../src/model/json';
import { apply } from './support/apply';

test.each<[string, object, Json | undefined, Json | undefined]>([
	['concatString', { prefix: 'x_', suffix: 7 }, 'ann', 'x_ann7'],
	['concatString', { prefix: false }, 12, 'false12'],
	['concatString', {}, 12, 12],
	['concatString', { prefix: '' }, { any: 'object' }, { any: 'object' }],
	['concatString', { suffix: '!' }, ['a', 1, true], ['a!', '1!', 'true!']],
	['concatString', { suffix: '!' }, undefined, undefined],
	['replaceString', { target: '/', replacement: ':' }, 'a/b/c', 'a:b:c'],
	['replaceString', { target: '.', replacement: '$&' }, 'a.b', 'a$&b'],
	['replaceString', { target: 'aa', replacement: 'b' }, 'aaa', 'ba'],
	['replaceString', { target: 1, replacement: 2 }, [11, 'x'], ['22', 'x']],
	['replaceString', { target: '/', replacement: '' }, undefined, undefined],
	['substring', { beginIndex: 0, endIndex: 2 }, 'en_US', 'en'],
	['substring', { beginIndex: 3 }, 'en_US', 'US'],
	['substring', { beginIndex: 0, endIndex: 2 }, 'd', 'd'],
	['substring', { beginIndex: 5 }, 'd', ''],
	['substring', { beginIndex: '1', endIndex: '2' }, ['abc', 123], ['b', '2']],
	['substring', { beginIndex: 0 }, undefined, undefined],
	['toUpperCaseString', {}, 'ié', 'IÉ'],
	['toUpperCaseString', { locale: 'en_EN' }, 'straße', 'STRASSE'],
	['toUpperCaseString', { locale: 'tr_TR' }, 'i', 'İ'],
	['toUpperCaseString', { locale: 'no such locale' }, ['i', true], ['I', 'TRUE']],
	['toUpperCaseString', {}, undefined, undefined],
	['toLowerCaseString', {}, 'IÉ', 'ié'],
	['toLowerCaseString', { locale: 'tr-TR' }, 'I', 'ı'],
	['toLowerCaseString', { locale: '' }, ['I', 5], ['i', '5']],
	['toLowerCaseString', {}, undefined, undefined],
	['toString', {}, 5, '5'],
	['toString', {}, [true, 'x', 1.5], ['true', 'x', '1.5']],
	['toString', {}, { a: [1, null] }, '{"a":[1,null]}'],
	['toString', {}, [['a']], ['["a"]']],
	['toString', {}, undefined, undefined],
	['compositeId', { subId: 'al' }, '77', '77:al'],
	['compositeId', { subId: 5, separator: '-' }, 77, '77-5'],
	['compositeId', { subId: 'x' }, ['a', 'b'], ['a:x', 'b:x']],
	['compositeId', { subId: 'x' }, undefined, undefined],
	['splitStringToArray', { separator: ',' }, 'A,B', ['A', 'B']],
	['splitStringToArray', { separator: ',' }, ',A,, B,,', ['', 'A', '', ' B']],
	['splitStringToArray', { separator: '.' }, 'A', ['A']],
	['splitStringToArray', { separator: ',' }, '', []],
	['splitStringToArray', { separator: 0 }, 101, ['1', '1']],
	['splitStringToArray', { separator: ',' }, undefined, undefined],
	['elementAt', { index: 0 }, ['a', 'b'], 'a'],
	['elementAt', { index: '1' }, ['a', 'b'], 'b'],
	['elementAt', { index: 2 }, ['a', 'b'], undefined],
	['elementAt', { index: 0 }, [], undefined],
	['elementAt', { index: 0 }, [null], undefined],
	['elementAt', { index: 0 }, { v: 1 }, { v: 1 }],
	['elementAt', { index: 1 }, 'a', undefined],
	['elementAt', { index: 0 }, undefined, undefined],
])('%s %j: %j -> %j', (name, parameters, value, expected) => {
	expect(apply(name, parameters, value)).toEqual(expected);
});

const objectIsRefused = 'needs a text, number or boolean, not an object';

test.each<[string, object, Json, string]>([
	['concatString', { suffix: '!' }, { a: 1 }, objectIsRefused],
	['concatString', { suffix: '!' }, ['a', null], 'not null'],
	['replaceString', { target: 'a', replacement: 'b' }, {}, objectIsRefused],
	['substring', { beginIndex: 0 }, {}, objectIsRefused],
	['toUpperCaseString', {}, {}, objectIsRefused],
	['toLowerCaseString', {}, [['inner']], 'not a list'],
	['compositeId', { subId: 'x' }, {}, objectIsRefused],
	['splitStringToArray', { separator: ',' }, {}, objectIsRefused],
])('%s %j fails on %j', (name, parameters, value, reason) => {
	expect(() => apply(name, parameters, value)).toThrow(reason);
});

test.each<[string, object]>([
	['concatString', { prefix: {} }],
	['concatString', { sufix: 'x' }],
	['replaceString', { target: '', replacement: 'x' }],
	['replaceString', { target: 'x' }],
	['substring', {}],
	['substring', { beginIndex: -1 }],
	['substring', { beginIndex: 2, endIndex: 1 }],
	['substring', { beginIndex: '+1' }],
	['toUpperCaseString', { locale: 5 }],
	['toString', { charset: 'UTF-8' }],
	['compositeId', { separator: ':' }],
	['splitStringToArray', { separator: '' }],
	['elementAt', {}],
	['elementAt', { index: -1 }],
	['elementAt', { index: 0.5 }],
])('%s refuses %j', (name, parameters) => {
	expect(() => apply(name, parameters, 'x')).toThrow();
});

test('an error never shows the value', () => {
	expect(() => apply('concatString', { suffix: '!' }, { secret: 's3cret' })).toThrow(
		expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
	);
});
