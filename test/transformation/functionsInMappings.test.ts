import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation, type MapResult } from '../../src/transformation';
import { FUNCTIONS } from '../../src/transformation/functions';

/** Result of a value for which a function fails the entity. */
const FAILS = Symbol('fails');
/** Result of a value for which there is no result: an optional mapping is left out. */
const ABSENT = Symbol('absent');

type Result = Json | typeof FAILS | typeof ABSENT;

interface Sample {
	readonly name: string;
	readonly parameters: JsonObject;
	/** Each value and its result: a usual one, a list, one of the wrong type. */
	readonly results: readonly (readonly [value: Json, result: Result])[];
	/** What comes of an absent value; most functions are not run then. */
	readonly onAbsent?: Json;
	/** A function behind this one. */
	readonly next?: JsonObject;
}

const password = {
	passwordLength: 8,
	minimumNumberOfLowercaseLetters: 8,
	minimumNumberOfUppercaseLetters: 0,
	minimumNumberOfDigits: 0,
	minimumNumberOfSpecialSymbols: 0,
};
const strip = { regex: 'S_', replacement: '' };
const work = { key: 'type', defaultValue: 'work' };
const fromR = { sourceKey: 'r', targetKey: 'v' };

const SAMPLES: readonly Sample[] = [
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
		name: 'convertCountryCode',
		parameters: { outputFormat: 'alpha2', inputAttributes: ['c'], outputAttribute: 'c' },
		results: [
			[{ c: 'Germany' }, { c: 'DE' }],
			[
				[{ c: '276' }, { c: 'Narnia' }, {}],
				[{ c: 'DE' }, { c: 'Narnia' }, {}],
			],
			[{ c: ['Germany'] }, { c: ['Germany'] }],
		],
	},
	{
		name: 'convertCountryRegion',
		parameters: {
			outputFormat: 'fullName',
			inputAttributes: ['country', 'region'],
			outputAttribute: 'region',
		},
		results: [
			[
				{ country: 'US', region: 'AL' },
				{ country: 'US', region: 'Alabama' },
			],
			[
				[{ region: 'US-AL' }, { region: '?' }],
				[{ region: 'Alabama' }, { region: '?' }],
			],
			[{ region: {} }, { region: {} }],
		],
	},
	{
		name: 'convertLocaleCode',
		parameters: { outputFormat: 'bcp47' },
		results: [
			['DE', 'de-DE'],
			[
				['EN', 'IO'],
				['en-US', 'en-US'],
			],
			[{ language: 'DE' }, FAILS],
		],
	},
	{
		name: 'convertTimezoneCode',
		parameters: { outputFormat: 'sap' },
		results: [
			['America/Phoenix', 'MSTNO'],
			[
				['Europe/Athens', 'Nowhere'],
				['EET', 'CET'],
			],
			[{ zone: 'CET' }, FAILS],
		],
		onAbsent: 'CET',
	},
	{
		name: 'copyMapEntry',
		parameters: fromR,
		results: [
			[{ r: 'A' }, { r: 'A', v: 'A' }],
			[
				[{ r: 'A', v: 'B' }, {}],
				[{ r: 'A', v: 'A' }, {}],
			],
			['r', 'r'],
		],
	},
	{
		name: 'decode',
		parameters: { algorithm: 'base32' },
		next: { function: 'toString' },
		results: [
			['LJX4HKY', 'Zoë'],
			['1', FAILS],
			[{ bytes: 'LJX4HKY' }, FAILS],
		],
	},
	{
		name: 'elementAt',
		parameters: { index: 0 },
		results: [
			[['a', 'b'], 'a'],
			['a', 'a'],
			[[], ABSENT],
		],
	},
	{
		name: 'encode',
		parameters: { algorithm: 'base64' },
		results: [
			['Zoë', 'Wm/Dqw=='],
			[
				['Zoë', 1],
				['Wm/Dqw==', 'MQ=='],
			],
			[{ text: 'Zoë' }, FAILS],
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
		name: 'manipulateDate',
		parameters: { months: '1', targetDateFormat: 'yyyy-MM-dd' },
		results: [
			['2024-01-31 00:00:00.000', '2024-02-29'],
			[['2023-01-31 00:00:00.000'], ['2023-02-28']],
			['tomorrow', FAILS],
			[{ date: '2024-01-31 00:00:00.000' }, FAILS],
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
		name: 'putIfAbsent',
		parameters: work,
		results: [
			[{ v: 1 }, { v: 1, type: 'work' }],
			[
				[{ type: 'home' }, { type: null }],
				[{ type: 'home' }, { type: 'work' }],
			],
			['text', 'text'],
		],
	},
	{
		name: 'putIfPresent',
		parameters: work,
		results: [
			[{ v: 1 }, { v: 1 }],
			[
				[{ type: 'home' }, { type: '' }],
				[{ type: 'work' }, { type: 'work' }],
			],
			[7, 7],
		],
	},
	{
		name: 'randomPassword',
		parameters: password,
		results: [
			['ignored', 'aaaaaaaa'],
			[['ignored', 'too'], 'aaaaaaaa'],
			[{ ignored: true }, 'aaaaaaaa'],
		],
		onAbsent: 'aaaaaaaa',
	},
	{
		name: 'renameMapEntry',
		parameters: fromR,
		results: [
			[{ r: 'A' }, { v: 'A' }],
			[
				[{ r: 'A', v: 'B' }, {}],
				[{ v: 'A' }, {}],
			],
			['r', 'r'],
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
		name: 'resolveEntityIds',
		parameters: {},
		results: [
			['u1', 't1'],
			[['u1', 'zz'], ['t1']],
			['zz', ABSENT],
			[{ value: {} }, FAILS],
		],
	},
	{
		name: 'splitStringToArray',
		parameters: { separator: ',' },
		results: [
			['A,,B,', ['A', '', 'B']],
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

function map({ name, parameters, next }: Sample, input: Json, more: JsonObject = {}) {
	const functions = [{ function: name, ...parameters }, ...(next ? [next] : [])];
	const mapping = {
		sourcePath: '$.in',
		targetPath: '$.out',
		preserveArrayWithSingleElement: true,
		functions,
		...more,
	};
	const random = (size: number) => new Uint8Array(size);
	const transformation = compileTransformation({ user: { mappings: [mapping] } }, { random });
	const entity = { in: input, login: 'al' };
	return transformation.map('user', entity, { resolve: (id) => (id === 'u1' ? 't1' : undefined) });
}

function outputOf(result: MapResult): JsonObject | undefined {
	return result.status === 'mapped' ? result.entity : undefined;
}

const rows = SAMPLES.flatMap((sample) =>
	sample.results.map(([value, result]) => ({ name: sample.name, value, result, sample })),
);

test.each(rows)('$name in a mapping makes $result of $value', ({ sample, value, result }) => {
	if (result === FAILS) {
		const message = expect.stringContaining(`user.mappings[0]: function ${sample.name}: `);
		expect(map(sample, value, { optional: true })).toMatchObject({
			status: 'failed',
			error: { message },
		});
	} else if (result === ABSENT) {
		expect(outputOf(map(sample, value, { optional: true }))).toEqual({});
		expect(outputOf(map(sample, value, { defaultValue: 'd' }))).toEqual({ out: 'd' });
		expect(map(sample, value)).toMatchObject({ status: 'failed' });
	} else {
		expect(outputOf(map(sample, value))).toEqual({ out: result });
	}
});

test.each(SAMPLES)('$name in a mapping of an absent value', (sample) => {
	const out = sample.onAbsent;
	expect(outputOf(map(sample, null, { optional: true }))).toEqual(out === undefined ? {} : { out });
	expect(outputOf(map(sample, null, { defaultValue: 'd' }))).toEqual({ out: out ?? 'd' });
});

test('every function is tried in a mapping', () => {
	expect(SAMPLES.map(({ name }) => name)).toEqual([...FUNCTIONS.keys()].sort());
});

test('any text comes back from encode, decode and toString (row 77)', () => {
	const functions = [
		{ function: 'encode', algorithm: 'base32', skipPadding: true },
		{ function: 'decode', algorithm: 'base32' },
		{ function: 'toString' },
	];
	const mapping = { sourcePath: '$.in', targetPath: '$.out', functions };
	const transformation = compileTransformation({ user: { mappings: [mapping] } });
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(transformation.map('user', { in: text })).toMatchObject({ entity: { out: text } });
		}),
	);
});

const doubled = (times: number) =>
	Array.from({ length: times }, () => ({
		function: 'replaceString',
		target: 'a',
		replacement: 'aa',
	}));

test.each([
	['functions', [{ sourcePath: '$.in', targetPath: '$.out', functions: doubled(40) }]],
	[
		'variables',
		[
			{ sourcePath: '$.in', targetVariable: 'v' },
			...Array.from({ length: 40 }, () => ({ constant: '${v}${v}', targetVariable: 'v' })),
			{ sourceVariable: 'v', targetPath: '$.out' },
		],
	],
])('a text that %s double again and again fails the entity, not the process', (_, mappings) => {
	const { map } = compileTransformation({ user: { mappings } });
	expect(map('user', { in: 'a' })).toMatchObject({
		status: 'failed',
		error: { message: expect.stringContaining('a text grows longer than 10000000') },
	});
});
