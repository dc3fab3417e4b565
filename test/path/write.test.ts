import { ProvisioningError } from '../../src/model/errors';
import type { Json, JsonObject } from '../../src/model/json';
import { closeGaps, compilePath } from '../../src/path';
import writes from './writes.json';

interface Write {
	readonly path: string;
	readonly document: JsonObject;
	readonly value: Json;
	readonly expected?: JsonObject;
	readonly refused?: boolean;
	readonly warned?: boolean;
	readonly why: string;
}

const cases: readonly Write[] = JSON.parse(JSON.stringify(writes));

test.each(cases.filter(({ refused }) => refused !== true))('$path: $why', (row) => {
	const warnings: string[] = [];
	const { write, writable, whyNotWritable } = compilePath(row.path);
	expect({ writable, whyNotWritable }).toEqual({ writable: true });
	write(row.document, row.value, (warning) => warnings.push(warning));
	closeGaps(row.document);
	expect(row.document).toEqual(row.expected);
	expect(warnings).toHaveLength(row.warned === true ? 1 : 0);
});

test.each(cases.filter(({ refused }) => refused === true))('$path is refused: $why', (row) => {
	const before = JSON.stringify(row.document);
	const { write } = compilePath(row.path);
	expect(() => write(row.document, row.value)).toThrow(
		expect.objectContaining({ code: 'path.notWritable' }),
	);
	expect(JSON.stringify(row.document)).toBe(before);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a path that can never be written to says so when it is compiled', () => {
	expect(compilePath('$.a.__proto__')).toMatchObject({
		writable: false,
		whyNotWritable: 'the name `__proto__` is not allowed',
	});
	expect(compilePath('$..a').writable).toBe(false);
});

test('two targets never share an object', () => {
	const value = { list: [{ a: 1 }] };
	const document: JsonObject = {};
	for (const path of ['$.one', '$.two', '$.three[0]', '$.four[?(@.x)]', '$.five.list']) {
		compilePath(path).write(document, value);
	}
	compilePath('$').write(document, value);
	compilePath('$.one.list[0].a').write(document, 2);
	compilePath('$.list[0].a').write(document, 3);
	expect(value).toEqual({ list: [{ a: 1 }] });
	expect(document).toMatchObject({
		one: { list: [{ a: 2 }] },
		two: { list: [{ a: 1 }] },
		three: [{ list: [{ a: 1 }] }],
		four: [{ list: [{ a: 1 }] }],
		five: { list: { list: [{ a: 1 }] } },
		list: [{ a: 3 }],
	});
});

test('names that reach a prototype are left behind when a value is copied', () => {
	const document: JsonObject = {};
	const hostile: Json = JSON.parse(
		'{"__proto__":{"admin":true},"constructor":1,"a":{"__proto__":1}}',
	);
	compilePath('$').write(document, hostile);
	compilePath('$.b').write(document, hostile);
	expect(JSON.stringify(document)).toBe('{"a":{},"b":{"a":{}}}');
	expect(document['admin']).toBeUndefined();
});

describe('gaps', () => {
	function write(...steps: ReadonlyArray<[path: string, value: Json]>): JsonObject {
		const document: JsonObject = {};
		for (const [path, value] of steps) compilePath(path).write(document, value);
		closeGaps(document);
		return document;
	}

	test('are filled by a later write, in any order', () => {
		expect(write(['$.s[1]', 'b'], ['$.s[0]', 'a'])).toEqual({ s: ['a', 'b'] });
		expect(write(['$.s[1]', { b: 1 }], ['$.s[0]', { a: 1 }])).toEqual({ s: [{ a: 1 }, { b: 1 }] });
		expect(write(['$.s[1].b', 1], ['$.s[0].a', 1])).toEqual({ s: [{ a: 1 }, { b: 1 }] });
		expect(write(['$.s[1]', 'c'], ['$.s[0]', ['a', 'b']])).toEqual({ s: ['a', 'b', 'c'] });
	});

	test('are told from null that was written on purpose', () => {
		expect(write(['$.s[2]', 'c'], ['$.s[0]', null])).toEqual({ s: [null, 'c'] });
		expect(write(['$.a', null], ['$.s[0]', null])).toEqual({ a: null, s: [null] });
	});

	test('are no elements for `[*]` and filters', () => {
		expect(write(['$.s[1].v', 1], ['$.s[*].t', 2], ['$.s[?(@.v == 1)].u', 3])).toEqual({
			s: [{ v: 1, t: 2, u: 3 }],
		});
	});

	test('are read as absent', () => {
		const document: JsonObject = {};
		compilePath('$.s[1]').write(document, 'b');
		expect(compilePath('$.s[0]').read(document)).toBeUndefined();
		expect(compilePath('$.s[*]').read(document)).toEqual(['b']);
	});

	test('of one document are not looked for in another', () => {
		const list: Json[] = [];
		list.length = 2;
		const document: JsonObject = { list };
		closeGaps(document);
		expect(document['list']).toHaveLength(2);
	});
});

test('a value nested too deeply is refused, not a crash', () => {
	let value: Json = 1;
	for (let level = 0; level < 100_000; level += 1) value = [value];
	expect(() => compilePath('$.a').write({}, value)).toThrow(ProvisioningError);
});

test('the error names path and reason, never the value', () => {
	expect(() => compilePath('$.a.b').write({ a: ['secret-1', 'secret-2'] }, 'secret-3')).toThrow(
		/^Nothing can be written to \$\.a\.b: `b` cannot be set in a list of 2 elements$/,
	);
});
