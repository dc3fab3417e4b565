import type { Json, JsonObject } from '../../src/model/json';
import type { MapContext } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { KEYS } from '../../src/transformation/schema';
import type { Case, Expected } from './keys/case';
import { keep } from './keys/case';
import { ofBlock } from './keys/ofBlock';
import { ofFunction } from './keys/ofFunction';
import { ofMapping } from './keys/ofMapping';
import { faultsOf } from './refusal';

function check(
	block: JsonObject,
	entity: Json,
	expected: Expected,
	context: MapContext = {},
): void {
	const compile = () => compileTransformation({ user: block });
	if ('refused' in expected) {
		const messages = faultsOf(compile).map(({ message }) => message);
		expect(messages).toContainEqual(expect.stringMatching(expected.refused));
		return;
	}
	const result = compile().map('user', entity, context);
	if ('gives' in expected) {
		expect(result).toMatchObject({ status: 'mapped', variables: expected.sets ?? {} });
		expect(result.status === 'mapped' && result.entity).toEqual(expected.gives);
	} else if ('fails' in expected) {
		const message = expect.stringMatching(expected.fails);
		expect(result).toMatchObject({ status: 'failed', error: { message } });
	} else {
		expect(result).toMatchObject({
			status: 'skipped',
			reason: expect.stringMatching(expected.skips),
		});
	}
}

/** As one argument: a case of which the last part is missing would be waited for. */
const named = (cases: readonly Case[]) => cases.map((each) => [each[0], each[1], each] as const);

describe('keys of a block', () => {
	test.each(named(ofBlock))('%s: %s', (_, __, [, , block, entity, expected, context]) => {
		check(block, entity, expected, context);
	});
});

describe('keys of a mapping', () => {
	test.each(named(ofMapping))('%s: %s', (_, __, [, , mapping, entity, expected, context]) => {
		check({ mappings: [mapping] }, entity, expected, context);
	});
});

describe('keys of every function', () => {
	test.each(named(ofFunction))('%s: %s', (_, __, [, , step, value, expected]) => {
		const mapping = { sourcePath: '$.in', targetPath: '$.out', ...keep, functions: [step] };
		const whole = 'gives' in expected ? { gives: { out: expected.gives } } : expected;
		check({ mappings: [mapping] }, { in: value }, whole);
	});
});

test.each([
	['block', ofBlock, KEYS.block],
	['mapping', ofMapping, KEYS.mapping],
	['function', ofFunction, KEYS.frame],
] as const)('every key of a %s is tried in at least three ways', (_, cases, keys) => {
	const tries = (key: string) => cases.filter(([each]) => each === key).length;
	expect(keys.filter((key) => tries(key) < 3)).toEqual([]);
});
