import { compileCondition } from '../../src/path';
import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { user } from './documents';

/** Copies an attribute through functions. */
const through = (...functions: JsonObject[]) =>
	compileTransformation(user({ sourcePath: '$.a', targetPath: '$.b', optional: true, functions }));

function made(of: ReturnType<typeof through>, a: Json): Json | undefined {
	const result = of.map('user', { a });
	return result.status === 'mapped' ? result.entity['b'] : undefined;
}

test('H1: a regular expression that would take for ever is refused, and a text that is too long fails', () => {
	for (const regex of ['(a+)+$', '(a|a)*b', '(a*)*', '(.*a){20}']) {
		expect(() => through({ function: 'matchRegex', regex })).toThrow(
			/regular expression|repetition/,
		);
	}
	const harmless = through({ function: 'replaceAllString', regex: 'b', replacement: '' });
	expect(harmless.map('user', { a: 'a'.repeat(100_000) }).status).toBe('failed');
	expect(made(harmless, 'aab')).toBe('aa');
});

test('H2: a regular expression forgets the text before', () => {
	const all = through({ function: 'replaceAllString', regex: 'a', replacement: 'x' });
	const group = through({ function: 'getMatchedRegexGroup', regex: '.*b(.)', groupIndex: 1 });
	const condition = compileCondition('$.a =~ /a.*/');
	for (let time = 0; time < 3; time++) {
		expect(made(all, 'banana')).toBe('bxnxnx');
		expect(made(group, 'xbc')).toBe('c');
		expect(condition.test({ a: 'ab' })).toBe(true);
	}
});

test('H3: a wildcard over 100,000 entries reads each of them once', () => {
	let reads = 0;
	const emails = Array.from({ length: 100_000 }, (_, index) =>
		Object.defineProperty({}, 'value', { enumerable: true, get: () => (reads++, index) }),
	);
	const transformation = compileTransformation(
		user({ sourcePath: '$.emails[*].value', targetPath: '$.all' }),
	);
	expect(transformation.map('user', { emails })).toMatchObject({ status: 'mapped' });
	expect(reads).toBeLessThanOrEqual(2 * emails.length);
});

test('H4: of two mappings to one attribute the later one stands, and the explanation shows both', () => {
	const transformation = compileTransformation(
		user({ constant: 'first', targetPath: '$.b' }, { sourcePath: '$.a', targetPath: '$.b' }),
	);
	const result = transformation.map('user', { a: 'second' }, { explain: true });
	expect(result).toMatchObject({
		entity: { b: 'second' },
		explanation: { mappings: [{ written: 'first' }, { overwrote: 'first', written: 'second' }] },
	});
});

test.each([
	'%secret%',
	'${secret}',
	'{{secret}}',
	'={{ $env.SECRET }}',
	'$.secret',
	'$1',
	'\\u0041',
])('H5: %s in a value is a text like any other', (text) => {
	const transformation = compileTransformation(
		user(
			{ sourcePath: '$.a', targetVariable: 'v' },
			{ sourcePath: '$.a', targetPath: '$.copied' },
			{ constant: '${v}', targetPath: '$.inserted' },
			{
				sourcePath: '$.a',
				targetPath: '$.joined',
				functions: [{ function: 'concatString', suffix: '%suffix%' }],
			},
			{
				constant: 'xax',
				targetPath: '$.replaced',
				functions: [{ function: 'replaceString', target: 'a', replacement: '${v}' }],
			},
		),
		{ properties: { secret: 'canary', suffix: '!' } },
	);
	const result = transformation.map('user', { a: text, secret: 'canary' });
	expect(result).toMatchObject({
		entity: { copied: text, inserted: text, joined: `${text}!`, replaced: `x${text}x` },
	});
});

const MISSING = ['$.a', '$.a.b', '$.a[0]', '$.a[*].b', "$.a[?(@.b == 'c')].d"];
const ASKED = ["== 'x'", '> 1', '=~ /x.*/', 'EMPTY false', "in ['x']"];
const WITHOUT: readonly JsonObject[] = [{}, { a: null }, { a: [] }];

test.each(MISSING.flatMap((path) => ASKED.map((asked) => `${path} ${asked}`)))(
	'H6: %s does not hold for an entity without it, and says so',
	(text) => {
		const condition = compileCondition(text);
		for (const entity of WITHOUT) {
			expect([entity, condition.test(entity)]).toEqual([entity, false]);
			expect(condition.explain(entity)).toMatchObject({
				result: false,
				parts: [{ result: false }],
			});
		}
	},
);

const LOCAL = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'TimezoneOffset'];

test('H7: no zone and no language of the machine is asked for', () => {
	const asked = jest.fn();
	for (const part of LOCAL) {
		jest.spyOn(Date.prototype, `get${part}` as 'getHours').mockImplementation(asked);
	}
	jest.spyOn(String.prototype, 'localeCompare').mockImplementation(asked);
	const upper = String.prototype.toLocaleUpperCase;
	jest.spyOn(String.prototype, 'toLocaleUpperCase').mockImplementation(function (
		this: string,
		language,
	) {
		if (language === undefined) asked();
		return upper.call(this, language);
	});
	const date = {
		function: 'manipulateDate',
		sourceDateFormat: 'yyyy-MM-dd',
		targetDateFormat: "dd.MM.yyyy'T'HH:mm",
		days: 1,
	};
	expect(made(through(date), '2026-03-28')).toBe('29.03.2026T00:00');
	expect(made(through({ function: 'toUpperCaseString' }), 'title')).toBe('TITLE');
	expect(made(through({ function: 'toUpperCaseString', locale: 'tr_TR' }), 'title')).toBe('TİTLE');
	jest.restoreAllMocks();
	expect(asked).not.toHaveBeenCalled();
});

test('H9: a password is explained without being shown', () => {
	const counts = ['LowercaseLetters', 'UppercaseLetters', 'Digits', 'SpecialSymbols'];
	const generated = {
		function: 'randomPassword',
		passwordLength: 12,
		...Object.fromEntries(counts.map((kind) => [`minimumNumberOf${kind}`, 1])),
	};
	const transformation = compileTransformation(
		user(
			{ sourcePath: '$.password', targetVariable: 'v' },
			{
				sourcePath: '$.first',
				targetPath: "$['password']",
				functions: [{ function: 'concatString', suffix: '!' }],
			},
			{ sourcePath: '$.password', targetPath: '$.password' },
			{ targetPath: '$.initial', functions: [generated] },
		),
	);
	const result = transformation.map(
		'user',
		{ password: 'canary1', first: 'canary2' },
		{ explain: true },
	);
	if (result.status !== 'mapped') throw new Error('It is not mapped.');
	expect(result.entity).toMatchObject({ password: 'canary1' });
	const told = JSON.stringify(result.explanation);
	for (const secret of ['canary', String(result.entity['initial'])])
		expect(told).not.toContain(secret);
	expect(result.explanation?.mappings).toHaveLength(4);
});

test('H8: what one entity got is not what the next one gets', () => {
	const document = user({ constant: { list: [1], inner: { a: 1 } }, targetPath: '$.constant' });
	const before = structuredClone(document);
	const transformation = compileTransformation(document);
	const first = transformation.map('user', {});
	if (first.status !== 'mapped') throw new Error('It is not mapped.');
	const constant = Object(first.entity['constant']);
	constant.list.push(2);
	constant.inner.a = 'changed';
	expect(transformation.map('user', {})).toMatchObject({
		entity: { constant: { list: [1], inner: { a: 1 } } },
	});
	expect(document).toEqual(before);
});
