import type { JsonObject } from '../../../src/model/json';
import type { Example } from './example';
import { value } from './example';

const elementAt: JsonObject[] = [{ function: 'elementAt', index: 0 }];
const stripPrefix: JsonObject[] = [
	{
		function: 'replaceFirstString',
		condition: 'isAttributeWithMandatoryPrefix(@, p)',
		regex: '%p%',
		replacement: '',
	},
];
const typeWork: JsonObject[] = [
	{ function: 'putIfAbsent', key: 'type', defaultValue: 'work' },
	{
		function: 'putIfPresent',
		key: 'type',
		defaultValue: 'work',
		condition: "(@.type NIN ['work', 'home'])",
	},
];
const onDisplay = {
	function: 'concatString',
	applyOnElements: true,
	applyOnAttribute: 'display',
	prefix: 'P_',
};
const resolve: JsonObject[] = [{ function: 'resolveEntityIds' }];
const resolveByType: JsonObject[] = [
	{ function: 'resolveEntityIds', condition: "@.type == 'User'" },
	{ function: 'resolveEntityIds', entityType: 'group', condition: "@.type == 'Group'" },
];
const timezone: JsonObject[] = [{ function: 'convertTimezoneCode', outputFormat: 'iana' }];
const alpha3: JsonObject[] = [
	{
		function: 'convertCountryCode',
		outputFormat: 'alpha3',
		inputAttributes: ['country'],
		outputAttribute: 'country',
	},
];
const offset: JsonObject[] = [
	{
		function: 'manipulateDate',
		sourceDateFormat: 'Date(milliseconds)',
		targetDateFormat: 'yyyy-MM-dd HH:mm',
	},
];

function failing(
	row: number,
	why: string,
	input: Example['entity'],
	functions: JsonObject[],
	failed: RegExp,
): Example {
	return {
		row,
		why,
		mappings: [{ sourcePath: '$.in', targetPath: '$.out', functions }],
		entity: { in: input ?? null },
		expected: { failed },
	};
}

export const functions: Example[] = [
	{ ...value(70, 'strip prefix', 'P_x', stripPrefix, 'x'), properties: { p: 'P_' } },
	{ ...value(70, 'no prefix to strip', 'x', stripPrefix, 'x'), properties: { p: 'P_' } },
	value(71, 'condition per element', [{}, { type: 'x' }, { type: 'home' }], typeWork, [
		{ type: 'work' },
		{ type: 'work' },
		{ type: 'home' },
	]),
	value(72, 'list, then function', ['a'], elementAt, 'a'),
	value(72, 'rule before functions', ['a'], elementAt, 'a', {
		preserveArrayWithSingleElement: false,
	}),
	value(73, 'absent result', [], elementAt, null, { optional: true, defaultValue: null }),
	value(
		74,
		'attribute missing',
		[{ display: 'a' }, { v: 1 }],
		[onDisplay],
		[{ display: 'P_a' }, { v: 1 }],
	),
	value(
		75,
		'assign',
		[{ roleName: 'r' }],
		[{ ...onDisplay, applyOnAttribute: 'roleName', assignToAttribute: 'value' }],
		[{ roleName: 'r', value: 'P_r' }],
	),
	{
		row: 76,
		why: 'path parameter unwrapped',
		mappings: [
			{
				sourcePath: '$.locale',
				targetPath: '$.l',
				functions: [
					{ function: 'concatString', suffix: "$.addresses[?(@.type == 'work')].country" },
				],
			},
		],
		entity: {
			locale: 'de',
			addresses: [
				{ type: 'work', country: 'DE' },
				{ type: 'home', country: 'AT' },
			],
		},
		expected: { entity: { l: 'deDE' } },
	},
	failing(78, 'bad alphabet', '1', [{ function: 'decode', algorithm: 'base32' }], /decode/),
	value(
		79,
		'default after function',
		'x',
		[{ function: 'getMatchedRegexGroup', regex: '(a)', groupIndex: 1 }],
		'',
		{ defaultValue: '' },
	),
	value(80, 'clamp', 'd', [{ function: 'substring', beginIndex: 0, endIndex: 2 }], 'd'),
	{
		row: 81,
		why: 'own default',
		mappings: [
			{
				sourcePath: '$.in',
				targetPath: '$.out',
				optional: true,
				functions: [{ function: 'convertTimezoneCode', outputFormat: 'sap' }],
			},
		],
		entity: {},
		expected: { entity: { out: 'CET' } },
	},
	value(82, 'code', 'CET', timezone, 'Europe/Berlin'),
	value(82, 'unknown code', 'Nowhere', timezone, 'Europe/Berlin'),
	value(83, 'unknown unchanged', [{ country: '276' }, { country: 'Narnia' }], alpha3, [
		{ country: 'DEU' },
		{ country: 'Narnia' },
	]),
	{
		row: 85,
		why: 'sum of the minima',
		mappings: [
			{
				targetPath: '$.password',
				functions: [
					{
						function: 'randomPassword',
						passwordLength: 3,
						minimumNumberOfLowercaseLetters: 1,
						minimumNumberOfUppercaseLetters: 1,
						minimumNumberOfDigits: 1,
						minimumNumberOfSpecialSymbols: 1,
					},
				],
			},
		],
		expected: { refused: '/mappings/0/functions/0', because: /length/i },
	},
	{ ...value(86, 'unresolved dropped', ['u1', 'zz'], resolve, ['t1']), known: { u1: 't1' } },
	{
		...value(87, 'manager, optional', 'zz', resolve, null, { optional: true }),
		expected: { entity: {} },
	},
	{ ...value(87, 'manager, required', 'zz', resolve, null), expected: { failed: /mappings\[0\]/ } },
	{
		...value(
			88,
			'objects',
			[
				{ value: 'u1', type: 'User' },
				{ value: 'g1', type: 'Group' },
			],
			resolveByType,
			[
				{ value: 't1', type: 'User' },
				{ value: 't2', type: 'Group' },
			],
		),
		known: { u1: 't1', g1: 't2' },
	},
	value(
		91,
		'clamp, integer as text',
		'2024-01-31 00:00:00.000',
		[{ function: 'manipulateDate', months: '1', targetDateFormat: 'yyyy-MM-dd' }],
		'2024-02-29',
	),
	value(92, 'offset ignored', '/Date(0+0060)/', offset, '1970-01-01 00:00'),
	value(95, 'function name under `type`', 'a', [{ type: 'toUpperCaseString' }], 'A'),
	value(95, 'function name under `function`', 'a', [{ function: 'toUpperCaseString' }], 'A'),
];
