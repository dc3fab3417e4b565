import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation, type MapResult } from '../../src/transformation';
import { FUNCTIONS } from '../../src/transformation/functions';
import { onOthers } from './samples/onOthers';
import { onTexts } from './samples/onTexts';
import type { Sample } from './samples/sample';
import { ABSENT, FAILS } from './samples/sample';

const SAMPLES = [...onOthers, ...onTexts];

function map({ name, parameters, next }: Sample, input: Json, more: JsonObject = {}) {
	const functions = [{ function: name, ...parameters }, ...(next ? [next] : [])];
	const mapping = {
		sourcePath: '$.in',
		targetPath: '$.out',
		preserveArrayWithSingleElement: true,
		functions,
		...more,
	};
	const random = (size: number) => new Uint8Array(size);
	const transformation = compileTransformation({ user: { mappings: [mapping] } }, { random });
	const entity = { in: input, login: 'al' };
	return transformation.map('user', entity, { resolve: (id) => (id === 'u1' ? 't1' : undefined) });
}

function outputOf(result: MapResult): JsonObject | undefined {
	return result.status === 'mapped' ? result.entity : undefined;
}

const rows = SAMPLES.flatMap((sample) =>
	sample.results.map(([value, result]) => ({ name: sample.name, value, result, sample })),
);

test.each(rows)('$name in a mapping makes $result of $value', ({ sample, value, result }) => {
	if (result === FAILS) {
		const message = expect.stringContaining(`user.mappings[0]: function ${sample.name}: `);
		expect(map(sample, value, { optional: true })).toMatchObject({
			status: 'failed',
			error: { message },
		});
	} else if (result === ABSENT) {
		expect(outputOf(map(sample, value, { optional: true }))).toEqual({});
		expect(outputOf(map(sample, value, { defaultValue: 'd' }))).toEqual({ out: 'd' });
		expect(map(sample, value)).toMatchObject({ status: 'failed' });
	} else {
		expect(outputOf(map(sample, value))).toEqual({ out: result });
	}
});

test.each(SAMPLES)('$name in a mapping of an absent value', (sample) => {
	const out = sample.onAbsent;
	expect(outputOf(map(sample, null, { optional: true }))).toEqual(out === undefined ? {} : { out });
	expect(outputOf(map(sample, null, { defaultValue: 'd' }))).toEqual({ out: out ?? 'd' });
});

test('every function is tried in a mapping', () => {
	expect(SAMPLES.map(({ name }) => name).sort()).toEqual([...FUNCTIONS.keys()].sort());
	const values = SAMPLES.map(({ results }) => results.map(([value]) => value));
	expect(values.every((each) => each.length >= 3 && each.some(Array.isArray))).toBe(true);
});

test('any text comes back from encode, decode and toString (row 77)', () => {
	const functions = [
		{ function: 'encode', algorithm: 'base32', skipPadding: true },
		{ function: 'decode', algorithm: 'base32' },
		{ function: 'toString' },
	];
	const mapping = { sourcePath: '$.in', targetPath: '$.out', functions };
	const transformation = compileTransformation({ user: { mappings: [mapping] } });
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(transformation.map('user', { in: text })).toMatchObject({ entity: { out: text } });
		}),
	);
});

const doubled = (times: number) =>
	Array.from({ length: times }, () => ({
		function: 'replaceString',
		target: 'a',
		replacement: 'aa',
	}));

test.each([
	['functions', [{ sourcePath: '$.in', targetPath: '$.out', functions: doubled(40) }]],
	[
		'variables',
		[
			{ sourcePath: '$.in', targetVariable: 'v' },
			...Array.from({ length: 40 }, () => ({ constant: '${v}${v}', targetVariable: 'v' })),
			{ sourceVariable: 'v', targetPath: '$.out' },
		],
	],
])('a text that %s double again and again fails the entity, not the process', (_, mappings) => {
	const { map } = compileTransformation({ user: { mappings } });
	expect(map('user', { in: 'a' })).toMatchObject({
		status: 'failed',
		error: { message: expect.stringContaining('a text grows longer than 10000000') },
	});
});
