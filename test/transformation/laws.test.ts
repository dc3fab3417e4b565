import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/model/json';
import type { MapResult } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { faultsOf, unlessRefused } from './refusal';

const names = fc.constantFrom(
	'a',
	'b',
	'c',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'length',
	'urn:x:2.0:User',
);
const scalars = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const json = fc.letrec<{ value: Json }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		scalars,
		fc.array(tie('value'), { maxLength: 4 }),
		fc
			.array(fc.tuple(names, tie('value')), { maxLength: 5 })
			.map((members) => JSON.parse(objectText(members))),
	),
})).value;

/** JSON.parse is the only way in which a member named `__proto__` comes into being. */
function objectText(members: readonly (readonly [string, Json])[]): string {
	return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
}

const paths = fc
	.array(
		fc.oneof(
			names.map((name) => `['${name}']`),
			fc.constantFrom('[0]', '[1]', '[*]', '[?(@.a)]', "[?(@.b == 'x')].c"),
		),
		{ maxLength: 3 },
	)
	.map((steps) => `$${steps.join('')}`);

const steps = fc.constantFrom<JsonObject>(
	{ function: 'concatString', prefix: 'p_', suffix: '${v}' },
	{ function: 'toUpperCaseString' },
	{ function: 'elementAt', index: 0 },
	{ function: 'putIfAbsent', key: 'a', defaultValue: 'x' },
	{ function: 'toString' },
	{ function: 'resolveEntityIds' },
	{ function: 'encode', algorithm: 'base64' },
);

const mappings = fc.array(
	fc.oneof(
		fc.record(
			{
				sourcePath: paths,
				targetPath: paths,
				targetVariable: fc.constant('v'),
				optional: fc.boolean(),
				preserveArrayWithSingleElement: fc.boolean(),
				defaultValue: json,
				condition: fc.constantFrom('$.a == 1', "'${v}' != ''", '$.b EMPTY true'),
				functions: fc.array(steps, { maxLength: 2 }),
			},
			{ requiredKeys: ['sourcePath', 'targetPath'] },
		),
		fc.record({ constant: json, targetPath: paths }),
		fc.record({ type: fc.constant('remove'), targetPath: paths }),
	),
	{ maxLength: 8 },
);

function compiled(document: unknown) {
	return unlessRefused(() => compileTransformation(document));
}

function run(result: MapResult | undefined): unknown {
	return result?.status === 'failed' ? result.error.message : result;
}

const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).sort();

describe('laws of a transformation', () => {
	afterEach(() => {
		expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototypeBefore);
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});

	test('L24: the entity is never changed, and the output shares nothing with it', () => {
		fc.assert(
			fc.property(mappings, json, (list, entity) => {
				const before = JSON.stringify(entity);
				const result = compiled({ user: { mappings: list } })?.map('user', entity, {
					resolve: (id) => id,
				});
				expect(JSON.stringify(entity)).toBe(before);
				if (result?.status !== 'mapped') return;
				scribble(result.entity);
				scribble(result.variables);
				expect(JSON.stringify(entity)).toBe(before);
			}),
			{ numRuns: 400 },
		);
	});

	test('L24: same input, same output, whatever other entities come between', () => {
		fc.assert(
			fc.property(mappings, json, json, (list, entity, other) => {
				const transformation = compiled({ user: { mappings: list } });
				const first = run(transformation?.map('user', entity));
				transformation?.map('user', other, { explain: true });
				expect(run(transformation?.map('user', entity))).toEqual(first);
			}),
			{ numRuns: 200 },
		);
	});

	test('explained or not, the result is the same', () => {
		fc.assert(
			fc.property(mappings, json, (list, entity) => {
				const transformation = compiled({ user: { mappings: list } });
				const plain = transformation?.map('user', entity);
				const explained = transformation?.map('user', entity, { explain: true });
				if (explained === undefined) return;
				const { explanation, ...rest } = explained;
				expect(run(rest)).toEqual(run(plain));
				expect(explanation).toEqual(JSON.parse(JSON.stringify(explanation)));
			}),
			{ numRuns: 400 },
		);
	});

	test('the same document gives the same transformation, as an object and as text', () => {
		fc.assert(
			fc.property(mappings, json, (list, entity) => {
				const document = { user: { mappings: list } };
				const first = compiled(document);
				const again = compiled(JSON.parse(JSON.stringify(document)));
				const fromText = compiled(JSON.stringify(document));
				const expected = run(first?.map('user', entity));
				expect(run(again?.map('user', entity))).toEqual(expected);
				expect(run(fromText?.map('user', entity))).toEqual(expected);
				expect(fromText?.warnings).toEqual(first?.warnings);
			}),
			{ numRuns: 200 },
		);
	});

	test('any text is compiled or refused with a place in it', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				const faults = faultsOf(() => compileTransformation(text));
				expect(faults.every(({ line = 0, column = 0 }) => line > 0 && column > 0)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	test('any object is compiled or refused', () => {
		fc.assert(
			fc.property(fc.object({ maxDepth: 3, maxKeys: 4 }), (document) => {
				compiled(document);
				compiled({ user: document });
				compiled({ user: { mappings: [document] } });
			}),
			{ numRuns: 200 },
		);
	});
});

const everything = compileTransformation({
	user: {
		mappings: [
			{ sourcePath: '$', targetPath: '$', optional: true },
			{ sourcePath: '$.list[*].v', targetPath: '$.out[?(@.v)]', optional: true },
			{
				sourcePath: '$.text',
				targetPath: '$.text',
				optional: true,
				condition: "$.text != 'x' && $.text EMPTY false",
				functions: [{ function: 'concatString', prefix: 'p' }],
			},
		],
	},
});

describe('sizes that a hostile entity may have', () => {
	const nested = (depth: number): Json =>
		JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
	const lists = (depth: number): Json => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);

	test.each<[string, Json, string]>([
		['a text of 100,000 characters', { text: 'ab'.repeat(50_000) }, 'mapped'],
		[
			'an array of 10,000 elements',
			{ list: Array.from({ length: 10_000 }, (_, v) => ({ v })) },
			'mapped',
		],
		['an object nested 400 deep', { deep: nested(400) }, 'mapped'],
		['an object nested 1,000 deep', { deep: nested(1_000) }, 'failed'],
		['lists nested 100,000 deep', { deep: lists(100_000) }, 'failed'],
		[
			'10,000 members',
			Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`m${n}`, n])),
			'mapped',
		],
		['a member named __proto__', JSON.parse('{"__proto__":{"polluted":true},"a":1}'), 'mapped'],
		['no object at all', 'text', 'failed'],
		['null', null, 'mapped'],
	])('%s is mapped or fails as an entity', (_, entity, status) => {
		expect(everything.map('user', entity).status).toBe(status);
		expect(everything.map('user', entity, { explain: true }).status).toBe(status);
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});

	test('a member named __proto__ stays behind', () => {
		const result = everything.map('user', JSON.parse('{"__proto__":{"polluted":true},"a":1}'));
		expect(result).toMatchObject({ status: 'mapped', entity: { a: 1 } });
		expect(JSON.stringify(result)).not.toContain('polluted');
	});

	test('a document nested 100,000 deep is refused with its place', () => {
		const text = `{"user":{"mappings":[{"constant":${'['.repeat(100_000)}`;
		expect(() => compileTransformation(text)).toThrow(/nested deeper than 500 levels/);
	});

	test('a document that holds itself is refused', () => {
		const document: Record<string, unknown> = {};
		document['user'] = { mappings: [{ constant: document, targetPath: '$.a' }] };
		expect(() => compileTransformation(document)).toThrow(/holds itself/);
	});
});

function scribble(value: Json): void {
	if (typeof value !== 'object' || value === null) return;
	for (const inner of Object.values(value)) scribble(inner);
	if (Array.isArray(value)) value.push('scribbled');
	else value['scribbled'] = true;
}
