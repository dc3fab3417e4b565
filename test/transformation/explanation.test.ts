import type { JsonObject } from '../../src/model/json';
import type { MapResult } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';

function explain(
	mappings: readonly JsonObject[],
	entity: JsonObject,
	more: {
		block?: JsonObject;
		operation?: 'create' | 'update';
		known?: Record<string, string>;
	} = {},
): MapResult {
	return compileTransformation({ user: { ...more.block, mappings } }).map('user', entity, {
		operation: more.operation ?? 'create',
		resolve: (id) => more.known?.[id],
		explain: true,
	});
}

function rowsOf(result: MapResult) {
	return result.explanation?.mappings ?? [];
}

describe('a mapping explains itself', () => {
	test('what it read, what it wrote and where', () => {
		expect(rowsOf(explain([{ sourcePath: '$.a', targetPath: '$.b.c' }], { a: 1 }))).toEqual([
			{
				mapping: 0,
				pointer: '/user/mappings/0',
				type: 'set',
				source: '$.a',
				read: 1,
				targetPath: '$.b.c',
				written: 1,
				result: 'written',
			},
		]);
	});

	test('what it overwrote', () => {
		const [, second] = rowsOf(
			explain(
				[
					{ constant: 1, targetPath: '$.x' },
					{ sourcePath: '$.a', targetPath: '$.x' },
				],
				{ a: 2 },
			),
		);
		expect(second).toMatchObject({ overwrote: 1, written: 2 });
	});

	test('its functions step by step', () => {
		const [row] = rowsOf(
			explain(
				[
					{
						sourcePath: '$.a',
						targetPath: '$.b',
						functions: [
							{ function: 'concatString', prefix: 'x' },
							{ function: 'toUpperCaseString' },
							{ function: 'concatString', suffix: '!', condition: "$.loud == 'yes'" },
						],
					},
				],
				{ a: 'm', loud: 'no' },
			),
		);
		expect(row).toMatchObject({
			read: 'm',
			written: 'XM',
			functions: [
				{ function: 'concatString', result: 'xm' },
				{ function: 'toUpperCaseString', result: 'XM' },
				{
					function: 'concatString',
					result: 'XM',
					condition: {
						text: "$.loud == 'yes'",
						parts: [{ result: false, values: [{ path: '$.loud', value: 'no' }] }],
					},
				},
			],
		});
	});

	test('bytes between decode and toString are counted, not shown', () => {
		const functions: JsonObject[] = [
			{ function: 'decode', algorithm: 'base64' },
			{ function: 'toString' },
		];
		const [row] = rowsOf(
			explain([{ sourcePath: '$.a', targetPath: '$.b', functions }], { a: 'Wm/Dqw==' }),
		);
		expect(row).toMatchObject({
			functions: [{ result: '4 bytes' }, { result: 'Zoë' }],
			written: 'Zoë',
		});
	});

	test.each<[string, JsonObject, JsonObject, object]>([
		[
			'an absent optional value',
			{ sourcePath: '$.a', targetPath: '$.b', optional: true },
			{},
			{ because: '$.a gave no value' },
		],
		[
			'a condition, with the false part and its value',
			{ constant: 1, targetPath: '$.b', condition: '$.x == 1 && $.y == 2' },
			{ x: 1, y: 3 },
			{
				because: 'condition [$.x == 1 && $.y == 2] is not fulfilled',
				condition: {
					result: false,
					parts: [{ text: '$.y == 2', values: [{ path: '$.y', value: 3 }] }],
				},
			},
		],
		[
			'its scope',
			{ constant: 1, targetPath: '$.b', scope: 'deleteEntity' },
			{},
			{ because: 'its scope [deleteEntity] is not that of the operation [create]' },
		],
		[
			'that it is ignored',
			{ constant: 1, targetPath: '$.b', ignore: true },
			{},
			{ because: 'it is ignored' },
		],
		[
			'that it only marks a value',
			{ sourcePath: '$.a', correlationAttribute: true },
			{ a: 1 },
			{ read: 1, because: expect.stringMatching(/identifying/) },
		],
		[
			'that nothing was there to remove',
			{ type: 'remove', targetPath: '$.b[*].c' },
			{},
			{ because: 'the output has nothing there' },
		],
	])('why it was left out: %s', (_, mapping, entity, expected) => {
		expect(rowsOf(explain([mapping], entity))).toMatchObject([{ result: 'leftOut', ...expected }]);
	});

	test('a default says so', () => {
		const [row] = rowsOf(explain([{ sourcePath: '$.a', targetPath: '$.b', defaultValue: 7 }], {}));
		expect(row).toMatchObject({ default: true, written: 7, result: 'written' });
		expect(row).not.toHaveProperty('read');
	});

	test('remove and rename show what they found', () => {
		const rows = rowsOf(
			explain(
				[
					{ sourcePath: '$', targetPath: '$' },
					{ type: 'remove', targetPath: '$.a' },
					{ type: 'rename', targetPath: '$.b', constant: 'c' },
				],
				{ a: 1, b: 2 },
			),
		);
		expect(rows.slice(1)).toMatchObject([
			{ type: 'remove', result: 'removed', overwrote: 1 },
			{ type: 'rename', result: 'renamed', overwrote: 2 },
		]);
	});

	test('what was written is shown as it was then, not as later mappings changed it', () => {
		const [first] = rowsOf(
			explain(
				[
					{ sourcePath: '$.n', targetPath: '$.n' },
					{ constant: 'z', targetPath: '$.n.x' },
				],
				{ n: { x: 'a' } },
			),
		);
		expect(first).toMatchObject({ written: { x: 'a' } });
	});

	test('the mapping that made the entity fail is the last row', () => {
		const result = explain(
			[
				{ constant: 1, targetPath: '$.b' },
				{ sourcePath: '$.a', targetPath: '$.c' },
				{ constant: 2, targetPath: '$.d' },
			],
			{},
		);
		expect(result.status).toBe('failed');
		expect(rowsOf(result)).toMatchObject([
			{ result: 'written' },
			{ result: 'failed', because: expect.stringMatching(/mappings\[1\].*\$\.a/) },
		]);
	});
});

test('a skipped entity names the part of its condition that was false, with the values', () => {
	const condition = '$.emails EMPTY false && $.active == true';
	const result = explain([], { emails: ['x'], active: false }, { block: { condition } });
	expect(result).toMatchObject({
		status: 'skipped',
		code: 'condition',
		reason: `Entity condition [${condition}] is not fulfilled`,
		explanation: {
			entityType: 'user',
			operation: 'create',
			condition: {
				text: condition,
				result: false,
				parts: [{ text: '$.active == true', values: [{ path: '$.active', value: false }] }],
			},
		},
	});
});

test('an explanation shares nothing with the entity', () => {
	const entity = { list: [{ v: 1 }] };
	const result = explain(
		[{ sourcePath: '$.list', targetPath: '$.x', condition: '$.list EMPTY false' }],
		entity,
		{ block: { condition: '$.list EMPTY false' } },
	);
	const before = JSON.stringify(result.explanation);
	entity.list.push({ v: 2 });
	expect(JSON.stringify(result.explanation)).toBe(before);
});
