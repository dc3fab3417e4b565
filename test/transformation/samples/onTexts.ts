import type { Sample } from './sample';
import { ABSENT, FAILS } from './sample';

const strip = { regex: 'S_', replacement: '' };

/** Functions that work on texts. */
export const onTexts: readonly Sample[] = [
	{
		name: 'compositeId',
		parameters: { subId: '$.login' },
		results: [
			['77', '77:al'],
			[
				['77', 78],
				['77:al', '78:al'],
			],
			[{ id: '77' }, FAILS],
		],
	},
	{
		name: 'concatString',
		parameters: { prefix: 'x_', suffix: 7 },
		results: [
			['ann', 'x_ann7'],
			[
				['ann', true],
				['x_ann7', 'x_true7'],
			],
			[{ ann: 1 }, FAILS],
		],
	},
	{
		name: 'getMatchedRegexGroup',
		parameters: { regex: '(?i)cn=(.*?),.*', groupIndex: 1 },
		results: [
			['CN=a,OU=s', 'a'],
			[['cn=a,b', 'x'], ['a']],
			['x', ABSENT],
			[{ dn: 'CN=a,OU=s' }, FAILS],
		],
	},
	{
		name: 'matchRegex',
		parameters: { regex: '.*_COMP' },
		results: [
			['X_COMP', true],
			[
				['COMP_X', 'Y_COMP'],
				[false, true],
			],
			[{ name: 'X_COMP' }, FAILS],
		],
	},
	{
		name: 'replaceAllString',
		parameters: strip,
		results: [
			['S_A_S_', 'A_'],
			[
				['S_a', 1],
				['a', '1'],
			],
			[{ S_: 1 }, FAILS],
		],
	},
	{
		name: 'replaceFirstString',
		parameters: strip,
		results: [
			['S_A_S_', 'A_S_'],
			[
				['S_S_', 'b'],
				['S_', 'b'],
			],
			[{ S_: 1 }, FAILS],
		],
	},
	{
		name: 'replaceLastString',
		parameters: strip,
		results: [
			['S_A_S_', 'S_A_'],
			[
				['S_S_', 'b'],
				['S_', 'b'],
			],
			[{ S_: 1 }, FAILS],
		],
	},
	{
		name: 'replaceString',
		parameters: { target: '/', replacement: ':' },
		results: [
			['a/b/c', 'a:b:c'],
			[
				['/', 1],
				[':', '1'],
			],
			[{ '/': 1 }, FAILS],
		],
	},
	{
		name: 'splitStringToArray',
		parameters: { separator: ',' },
		results: [
			['A,,B,', ['A', '', 'B']],
			[
				['A,B', 'C'],
				[['A', 'B'], ['C']],
			],
			['', []],
			[{ text: 'A,B' }, FAILS],
		],
	},
	{
		name: 'substring',
		parameters: { beginIndex: 0, endIndex: 2 },
		results: [
			['en_US', 'en'],
			[
				['d', 123],
				['d', '12'],
			],
			[{ locale: 'en_US' }, FAILS],
		],
	},
	{
		name: 'toLowerCaseString',
		parameters: {},
		results: [
			['IÉ', 'ié'],
			[
				['A', 7],
				['a', '7'],
			],
			[{ A: 1 }, FAILS],
		],
	},
	{
		name: 'toString',
		parameters: {},
		results: [
			[7, '7'],
			[
				[true, 'x'],
				['true', 'x'],
			],
			[{ a: [1] }, '{"a":[1]}'],
		],
	},
	{
		name: 'toUpperCaseString',
		parameters: { locale: 'tr_TR' },
		results: [
			['i', 'İ'],
			[
				['a', 7],
				['A', '7'],
			],
			[{ a: 1 }, FAILS],
		],
	},
];
