import { ProvisioningError } from '../../src/model/errors';
import type { Json } from '../../src/model/json';
import { compileCondition } from '../../src/path';
import conditions from './conditions.json';

interface Case {
	readonly condition: string;
	readonly document: Json;
	readonly properties?: Record<string, string>;
	readonly variables?: Record<string, Json>;
	readonly current?: Json;
	readonly result: boolean;
}

const cases: readonly Case[] = JSON.parse(JSON.stringify(conditions));

test.each(cases)('$condition on $document is $result', (row) => {
	const condition = compileCondition(row.condition, { properties: row.properties });
	const { current, variables } = row;
	expect(condition.test(row.document, { current, variables })).toBe(row.result);
	expect(condition.explain(row.document, { current, variables }).result).toBe(row.result);
});

test('addresses of the documentation', () => {
	const { test: isValid } = compileCondition('isValidEmail($.a)');
	const valid = ['a@b.c', "A'b@x.io", 'a.b+c@sub-domain.example.com', 'a@1.2', 'a@b-.de'];
	const invalid = [
		'a@b',
		'a..b@c.de',
		'.a@c.de',
		'a@-b.de',
		'a@b.d-',
		'é@x.io',
		'a@b@c.de',
		'@b.de',
	];
	for (const a of valid) expect([a, isValid({ a })]).toEqual([a, true]);
	for (const a of [...invalid, '', 'a@b.c\n', 5, {}, []]) {
		expect([a, isValid({ a })]).toEqual([a, false]);
	}
});

test('an address of 100,000 characters is looked at once', () => {
	const { test: isValid } = compileCondition('isValidEmail($.a)');
	expect(isValid({ a: 'a'.repeat(100_000) })).toBe(false);
	expect(isValid({ a: `${'a.'.repeat(50_000)}@x.de` })).toBe(false);
});

test('the same property names with other values are not mixed up', () => {
	const text = "'%p%' == 'one'";
	expect(compileCondition(text, { properties: { p: 'one' } }).test({})).toBe(true);
	expect(compileCondition(text, { properties: { p: 'two' } }).test({})).toBe(false);
	expect(compileCondition(text).test({})).toBe(false);
	const call = 'isApplicationSpecificGroup()';
	const group = {
		'urn:ietf:params:scim:schemas:extension:sap:2.0:Group': { applicationId: 'one' },
	};
	const properties = { 'ips.application.id': 'one' };
	expect(compileCondition(call).test(group)).toBe(false);
	expect(compileCondition(call, { properties }).test(group)).toBe(true);
});

test('without properties the same text is compiled once', () => {
	expect(compileCondition('$.once == 1', { properties: { p: 'x' } })).toBe(
		compileCondition('$.once == 1'),
	);
});

test('a regular expression made of a variable is judged when it is known', () => {
	const condition = compileCondition('$.a =~ /${v}/');
	expect(() => condition.test({ a: 'x' }, { variables: { v: '(a+)+' } })).toThrow(
		ProvisioningError,
	);
});

test('names the absolute paths it reads, those inside of filters too', () => {
	const { paths } = compileCondition(
		"$.a == 1 && !(@.b == 2) || $.c[?(@.d == $.e)].length() > 0 && isValidEmail($['f'])",
	);
	expect(paths.map(({ text }) => text)).toEqual([
		'$.a',
		'$.c[?(@.d == $.e)].length()',
		'$.e',
		"$['f']",
	]);
	expect(paths[0]?.read({ a: 7 })).toBe(7);
});
