import { isObject, type Json, type JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { FUNCTIONS } from '../../src/transformation/functions';
import { KEYS } from '../../src/transformation/schema';
import { readPage } from './examples';

const page = readPage('transformations.md');
const cells = (row: string) => row.split(/\s*(?<!\\)\|\s*/).slice(1, -1);

function rowsOf(heading: string): string[][] {
	const section = page.split(new RegExp(`^#+ ${heading}$`, 'm'))[1]?.split(/^#+ /m, 1)[0] ?? '';
	const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
	return rows.map(cells);
}

const codes = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
const firstCodes = (heading: string) => rowsOf(heading).map(([first]) => codes(first)[0]);

test.each([
	['Of a block', KEYS.block],
	['Of a mapping', KEYS.mapping],
	['Functions', [...FUNCTIONS.keys()]],
])('%s: every one is on the page, in no other spelling', (heading, names) => {
	expect(firstCodes(heading).sort()).toEqual([...names].sort());
});

const functionRows = rowsOf('Functions').map(([name, , parameters, value, result]) => ({
	name: codes(name)[0] ?? '',
	parameters: codes(parameters),
	value: codes(value)[0],
	result: codes(result)[0],
}));
const examples = functionRows.filter(({ value }) => value !== undefined);

test('only what knows no fixed result has no example', () => {
	expect(functionRows.filter((row) => !examples.includes(row)).map(({ name }) => name)).toEqual([
		'randomPassword',
		'resolveEntityIds',
	]);
});

test.each(examples)('$name makes $result of $value', ({ name, parameters, value, result }) => {
	const [own = '{}', next] = parameters;
	const given: Json = JSON.parse(own);
	const functions: JsonObject[] = [{ function: name, ...(isObject(given) ? given : {}) }];
	if (next !== undefined) functions.push({ function: next });
	const mapping = { sourcePath: '$.in', targetPath: '$.out', functions };
	const { map } = compileTransformation({ user: { mappings: [mapping] } });
	expect(map('user', { in: JSON.parse(value ?? '') })).toMatchObject({
		status: 'mapped',
		entity: { out: JSON.parse(result ?? '') },
	});
});

test('the conditions on the page are conditions', () => {
	const forms = rowsOf('Conditions').flatMap(([form]) => codes(form));
	const whole = forms.filter((form) => /^(?:\$|is)/.test(form));
	expect(whole.length).toBeGreaterThan(10);
	for (const condition of whole) {
		const mapping = { condition, constant: 1, targetPath: '$.x' };
		expect(() => compileTransformation({ user: { mappings: [mapping] } })).not.toThrow();
	}
});

test('the example document maps', () => {
	const text = /```json\n(\{\n {2}"user"[\s\S]*?)```/.exec(page)?.[1] ?? '';
	const { map } = compileTransformation(text, { properties: { 'default.company': 'ACME' } });
	const emails = [{ value: 'mira.holm@example.com', primary: true }];
	expect(map('user', { userName: 'mira.holm', emails })).toMatchObject({
		entity: { login: 'mira.holm', mail: 'mira.holm@example.com', company: 'ACME' },
	});
});
