import type { Json } from '../../../src/model/json';
import { findCountry } from '../../../src/transformation/functions/places/country';
import { findRegion } from '../../../src/transformation/functions/places/region';
import { COUNTRIES } from '../../../src/transformation/functions/tables/countries';
import { REGIONS } from '../../../src/transformation/functions/tables/regions';
import { apply } from './support/apply';

const inCountry = { inputAttributes: ['country'], outputAttribute: 'country' };

test.each<[object, Json | undefined, Json | undefined]>([
	[{ ...inCountry, outputFormat: 'alpha2' }, [{ country: 'Germany' }], [{ country: 'DE' }]],
	[
		{ ...inCountry, outputFormat: 'alpha3' },
		[{ country: '276' }, { country: 'Narnia' }],
		[{ country: 'DEU' }, { country: 'Narnia' }],
	],
	[
		{ ...inCountry, outputFormat: 'numeric' },
		{ country: 'be', locality: 'Liège' },
		{ country: '056', locality: 'Liège' },
	],
	[{ ...inCountry, outputFormat: 'fullName' }, { country: 'USA' }, { country: 'United States' }],
	[{ ...inCountry, outputFormat: 'fullName' }, { country: 56 }, { country: 'Belgium' }],
	[{ ...inCountry, outputFormat: 'alpha2' }, { locality: 'Rom' }, { locality: 'Rom' }],
	[{ ...inCountry, outputFormat: 'alpha2' }, { country: null }, { country: null }],
	[
		{ ...inCountry, outputFormat: 'alpha2' },
		{ country: { name: 'Germany' } },
		{ country: { name: 'Germany' } },
	],
	[
		{ inputAttributes: 'issuingCountry', outputFormat: 'alpha2' },
		{ issuingCountry: 'fra' },
		{ issuingCountry: 'FR' },
	],
	[
		{ inputAttributes: ['a', 'b'], outputAttribute: 'c', outputFormat: 'alpha2' },
		{ a: '?', b: 'Japan' },
		{ a: '?', b: 'Japan', c: 'JP' },
	],
	[{ outputFormat: 'alpha2' }, { country: 'Türkiye' }, { country: 'TR' }],
	[{ outputFormat: 'alpha2' }, ['TURKEY', 'Narnia', true], ['TR', 'Narnia', true]],
	[{ outputFormat: 'alpha2' }, undefined, undefined],
])('convertCountryCode %j: %j -> %j', (parameters, value, expected) => {
	expect(apply('convertCountryCode', parameters, value)).toEqual(expected);
});

const inRegion = { inputAttributes: ['region', 'country'], outputAttribute: 'region' };

test.each<[object, Json | undefined, Json | undefined]>([
	[
		{ ...inRegion, outputFormat: 'alpha2' },
		{ region: 'AL', country: 'US' },
		{ region: 'US-AL', country: 'US' },
	],
	[
		{ ...inRegion, outputFormat: 'fullName' },
		{ region: 'AL', country: 'United States' },
		{ region: 'Alabama', country: 'United States' },
	],
	[
		{ ...inRegion, outputFormat: 'fullName' },
		[{ region: 'us-al' }, 'DE-BY'],
		[{ region: 'Alabama' }, 'Bayern'],
	],
	[
		{ ...inRegion, outputFormat: 'alpha2' },
		{ region: 'ile de france', country: 'FRA' },
		{ region: 'FR-IDF', country: 'FRA' },
	],
	[
		{ ...inRegion, outputFormat: 'alpha2' },
		{ region: 'MI', country: 'IT' },
		{ region: 'IT-MI', country: 'IT' },
	],
	[
		{ inputAttributes: ['country', 'region'], outputFormat: 'alpha2' },
		{ region: 'AL', country: 'US' },
		{ region: 'US-AL', country: 'US' },
	],
	[
		{ ...inRegion, outputFormat: 'alpha2' },
		{ region: 'Nowhere', country: 'US' },
		{ region: 'Nowhere', country: 'US' },
	],
	[{ ...inRegion, outputFormat: 'alpha2' }, { region: 'AL' }, { region: 'AL' }],
	[{ ...inRegion, outputFormat: 'alpha2' }, { country: 'US' }, { country: 'US' }],
	[
		{ ...inRegion, outputFormat: 'alpha2' },
		{ region: ['AL'], country: 'US' },
		{ region: ['AL'], country: 'US' },
	],
	[
		{ inputAttributes: ['country'], outputFormat: 'alpha2' },
		{ country: 'US-AL' },
		{ country: 'US-AL' },
	],
	[{ outputFormat: 'alpha2' }, 'Alabama', 'Alabama'],
	[{ outputFormat: 'alpha2' }, undefined, undefined],
])('convertCountryRegion %j: %j -> %j', (parameters, value, expected) => {
	expect(apply('convertCountryRegion', parameters, value)).toEqual(expected);
});

test.each([
	['convertCountryCode', { outputFormat: 'iso' }],
	['convertCountryCode', {}],
	['convertCountryCode', { outputFormat: 'alpha2', inputAttributes: [] }],
	['convertCountryCode', { outputFormat: 'alpha2', outputAttribute: '__proto__' }],
	['convertCountryRegion', { outputFormat: 'alpha3' }],
	['convertCountryRegion', { outputFormat: 'alpha2', inputAttributes: 5 }],
])('%s refuses %j', (name, parameters) => {
	expect(() => apply(name, parameters, {})).toThrow();
});

test('every country is found by each of its codes and names', () => {
	for (const row of COUNTRIES.split(/[;\n]/)) {
		const [, alpha2, alpha3, numeric, names] = /^(\w\w) (\w{3}) (\d{3}) (.+)$/.exec(row) ?? [];
		for (const text of [alpha2, alpha3, numeric, ...(names ?? '').split('|')]) {
			expect([text, findCountry(text ?? '')?.alpha2]).toEqual([text, alpha2]);
		}
	}
});

test('every region is found by its code, with and without its country', () => {
	for (const line of REGIONS.split('\n')) {
		const country = line.slice(0, 2);
		expect([country, findCountry(country)?.alpha2]).toEqual([country, country]);
		for (const row of line.slice(3).split(';')) {
			const code = row.slice(0, row.indexOf(' '));
			const expected = { code: `${country}-${code}`, fullName: row.slice(code.length + 1) };
			expect(findRegion(code, country)).toEqual(expected);
			expect(findRegion(`${country}-${code}`.toLowerCase(), undefined)).toEqual(expected);
		}
	}
});

test('texts that are no names are not found', () => {
	for (const text of ['', ' ', '-', 'toString', '__proto__', 'é'.repeat(100_000)]) {
		expect(findCountry(text)).toBeUndefined();
		expect(findRegion(text, 'US')).toBeUndefined();
	}
	expect(findRegion('AL', 'XX')).toBeUndefined();
});
