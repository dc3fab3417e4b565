import type { Fault } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { faultsIn } from './documents';

describe('text carries line and column', () => {
	const lines = (...text: string[]): string => text.join('\n');

	test.each<[string, string, Partial<Fault>]>([
		[
			'an unknown key at its name',
			lines(
				'{',
				'  "user": { "mappings": [',
				'    { "sourcepath": "$.a",',
				'      "targetPath": "$.b" } ] } }',
			),
			{ line: 3, column: 7, pointer: '/user/mappings/0/sourcepath' },
		],
		[
			'a wrong value at its name',
			lines(
				'{ "user": { "mappings": [',
				'\t{ "sourcePath": "$.a", "targetPath": "$.b",',
				'\t\t"condition": "(" } ] } }',
			),
			{ line: 3, column: 3, pointer: '/user/mappings/0/condition' },
		],
		[
			'a mapping at its brace',
			lines('{ "user": { "mappings": [', '  { "targetPath": "$.b" }', '] } }'),
			{ line: 2, column: 3, pointer: '/user/mappings/0' },
		],
		[
			'a missing key at the block',
			'{ "user": { } }',
			{ line: 1, column: 3, pointer: '/user/mappings' },
		],
		[
			'a name that stands twice',
			lines('{ "user": { "mappings": [] },', '  "user": { "mappings": [] } }'),
			{ line: 2, column: 3, pointer: '/user' },
		],
		[
			'a name that stands twice in a mapping',
			'{ "user": { "mappings": [ { "constant": 1, "constant": 2, "targetPath": "$.a" } ] } }',
			{ line: 1, column: 44, pointer: '/user/mappings/0/constant' },
		],
		[
			'a byte order mark counts as nothing',
			'\uFEFF{ "user": 7 }',
			{ line: 1, column: 3, pointer: '/user' },
		],
		['lines of Windows', '{\r\n"user":\r\n7 }', { line: 2, column: 1, pointer: '/user' }],
		[
			'a comma too much',
			lines('{ "user": { "mappings": [', '  { "constant": 1, "targetPath": "$.a" },', '] } }'),
			{ line: 3, column: 1, message: expect.stringMatching(/comma too much/) },
		],
		[
			'a comma too much in an object',
			'{ "a": 1, }',
			{ line: 1, column: 11, message: expect.stringMatching(/comma too much/) },
		],
		[
			'a comment',
			lines('{', '// my transformation', '"user": {} }'),
			{ line: 2, column: 1, message: expect.stringMatching(/comment/) },
		],
		[
			'a missing comma',
			lines('{ "a": 1', '  "b": 2 }'),
			{ line: 2, column: 3, message: expect.stringMatching(/`,` or `}`/) },
		],
		[
			'an open text',
			lines('{ "user": "abc', '}'),
			{ line: 1, column: 15, message: expect.stringMatching(/line break/) },
		],
		[
			'an open text at the end',
			'{ "user": "abc',
			{ line: 1, column: 11, message: expect.stringMatching(/not closed/) },
		],
		[
			'a bad escape',
			'{ "user": "\\x" }',
			{ line: 1, column: 11, message: expect.stringMatching(/escape/) },
		],
		[
			'single quotes',
			"{ 'user': 1 }",
			{ line: 1, column: 3, message: expect.stringMatching(/double quotes/) },
		],
		['an unquoted name', '{ user: 1 }', { line: 1, column: 3 }],
		[
			'text behind the end',
			lines('{}', '}'),
			{ line: 2, column: 1, message: expect.stringMatching(/after the end/) },
		],
		['nothing', ' ', { line: 1, column: 2, message: expect.stringMatching(/empty/) }],
		[
			'a cut document',
			'{ "user": { "mappings": [',
			{ line: 1, column: 26, message: expect.stringMatching(/end of the text/) },
		],
		['a number with a leading zero', '[01]', { line: 1, column: 3 }],
	])('%s', (_, text, fault) => {
		expect(faultsIn(text)).toContainEqual(expect.objectContaining(fault));
	});

	test('what JSON.parse reads, we read alike', () => {
		const text =
			' {"user":{"mappings":[{"constant":{"a":[1,-2.5e3,true,null,"\\u00e9\\n"],"":{}},"targetPath":"$.a"}]}} ';
		const result = compileTransformation(text).map('user', {});
		expect(result).toMatchObject({ entity: { a: JSON.parse(text).user.mappings[0].constant } });
	});
});

test('the faults of a text come in its order, each with a reason that needs no repetition', () => {
	const text = `{ "user": {
		"condition": "$.a = 1",
		"mappings": [
			{ "sourcePath": "$.a.", "targetPath": "$.b" },
			{ "sourcepath": "$.a", "targetPath": "$.b" }
		] } }`;
	const faults = faultsIn(text);
	expect(faults.map(({ line }) => line)).toEqual([2, 4, 5]);
	expect(faults.map(({ message }) => message)).toEqual([
		'Condition is not valid at column 5: one `=` is no operator; write `==`, near `$.a = 1`',
		'Path is not valid at column 5: a name is expected, near `$.a.`',
		'`sourcepath` is not a key of a mapping; did you mean `sourcePath`?',
	]);
});

test('many faults in many lines have their own places each', () => {
	const lines = Array.from({ length: 500 }, (_, i) => `{"sourcePath":"$.a","key${i}":1}`);
	const faults = faultsIn(`{"user":{"mappings":[\n${lines.join(',\n')}\n]}}`);
	expect(faults.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 2));
	expect(new Set(faults.map(({ column }) => column))).toEqual(new Set([21]));
});
