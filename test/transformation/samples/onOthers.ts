import type { Sample } from './sample';
import { ABSENT, FAILS } from './sample';

const password = {
	passwordLength: 8,
	minimumNumberOfLowercaseLetters: 8,
	minimumNumberOfUppercaseLetters: 0,
	minimumNumberOfDigits: 0,
	minimumNumberOfSpecialSymbols: 0,
};
const work = { key: 'type', defaultValue: 'work' };
const fromR = { sourceKey: 'r', targetKey: 'v' };

/** Functions that work on codes, dates, ids, lists and objects. */
export const onOthers: readonly Sample[] = [
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
			[
				['LJX4HKY', 'ME'],
				['Zoë', 'a'],
			],
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
		name: 'resolveEntityIds',
		parameters: {},
		results: [
			['u1', 't1'],
			[['u1', 'zz'], ['t1']],
			['zz', ABSENT],
			[{ value: {} }, FAILS],
		],
	},
];
