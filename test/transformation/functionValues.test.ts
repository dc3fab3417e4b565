import type { JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { user } from './documents';

describe('functions on values of every form', () => {
	const apply = (functions: JsonObject[], input: unknown, more: JsonObject = {}) =>
		compileTransformation(
			user({
				sourcePath: '$.in',
				targetPath: '$.out',
				preserveArrayWithSingleElement: true,
				functions,
				...more,
			}),
		).map('user', { in: JSON.parse(JSON.stringify(input)) });
	const upper = [{ function: 'toUpperCaseString' }];

	test.each<[string, JsonObject[], unknown, unknown]>([
		['a scalar function walks a list', upper, ['a', 'b'], ['A', 'B']],
		['null in a list stays', upper, ['a', null], ['A', null]],
		['applyOnElements on one value', [{ ...upper[0], applyOnElements: true }], 'a', 'A'],
		[
			'applyOnAttribute on one object',
			[{ ...upper[0], applyOnAttribute: 'k' }],
			{ k: 'a', l: 'b' },
			{ k: 'A', l: 'b' },
		],
		[
			'assignToAttribute alone',
			[{ function: 'toString', assignToAttribute: 'text' }],
			{ a: 1 },
			{ a: 1, text: '{"a":1}' },
		],
		[
			'condition per element',
			[{ function: 'concatString', prefix: 'x', condition: "@ == 'a'" }],
			['a', 'b'],
			['xa', 'b'],
		],
		[
			'a function without result leaves the element out',
			[{ function: 'getMatchedRegexGroup', regex: 'x(.)', groupIndex: 1 }],
			['xa', 'b'],
			['a'],
		],
	])('%s', (_, functions, input, output) => {
		expect(apply(functions, input)).toMatchObject({ status: 'mapped', entity: { out: output } });
	});

	test('an object given to a scalar function fails the entity, without its value in the message', () => {
		const result = apply(upper, { secret: 'swordfish' });
		expect(result).toMatchObject({
			status: 'failed',
			error: { message: expect.stringMatching(/mappings\[0\]: function toUpperCaseString: /) },
		});
		expect(JSON.stringify(result)).not.toContain('swordfish');
	});

	test.each<[string, unknown, JsonObject[]]>([
		['a value', 'Wm8=', [{ function: 'decode', algorithm: 'base64' }]],
		['a list', ['Wm8='], [{ function: 'decode', algorithm: 'base64' }]],
		[
			'an attribute',
			{ k: 'Wm8=' },
			[{ function: 'decode', algorithm: 'base64', applyOnAttribute: 'k' }],
		],
	])('bytes of %s do not reach the target', (_, input, functions) => {
		expect(apply(functions, input)).toMatchObject({
			status: 'failed',
			error: { message: expect.stringMatching(/toString/) },
		});
		expect(apply(functions, input, { targetVariable: 'v' })).toMatchObject({ status: 'failed' });
	});

	test('a path parameter that leads nowhere gives no value', () => {
		const functions = [{ function: 'concatString', suffix: '$.no.where' }];
		expect(apply(functions, 'a')).toMatchObject({ status: 'failed' });
		expect(apply(functions, 'a', { optional: true })).toMatchObject({ entity: {} });
	});

	test('passwords come from the given randomness (row 84)', () => {
		const functions = [
			{
				function: 'randomPassword',
				passwordLength: 24,
				minimumNumberOfLowercaseLetters: 1,
				minimumNumberOfUppercaseLetters: 1,
				minimumNumberOfDigits: 1,
				minimumNumberOfSpecialSymbols: 0,
			},
		];
		const transformation = compileTransformation(user({ targetPath: '$.p', functions }));
		const passwords = [1, 2].map(() => {
			const result = transformation.map('user', {});
			return result.status === 'mapped' ? String(result.entity['p']) : '';
		});
		for (const password of passwords) {
			expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{24}$/);
		}
		expect(passwords[0]).not.toBe(passwords[1]);
	});
});
