import type { JsonObject } from '../../src/model/json';
import { compilePath } from '../../src/path';

const removals: Array<[path: string, before: JsonObject, after: JsonObject]> = [
	['$.id', { id: 1, a: 2 }, { a: 2 }],
	['$.zz', { a: 1 }, { a: 1 }],
	['$.zz.y[*].x', { a: 1 }, { a: 1 }],
	['$.a.b', { a: { b: 1 } }, { a: {} }],
	['$.a.b', { a: 'text' }, { a: 'text' }],
	["$['urn:x:2.0:User']", { 'urn:x:2.0:User': { a: 1 }, b: 2 }, { b: 2 }],
	['$.e[*].p', { e: [{ p: 1, v: 2 }, { v: 3 }] }, { e: [{ v: 2 }, { v: 3 }] }],
	['$.m[*].$ref', { m: [{ $ref: 'u', v: 1 }] }, { m: [{ v: 1 }] }],
	['$.e[0]', { e: [1, 2, 3] }, { e: [2, 3] }],
	['$.e[-1]', { e: [1, 2, 3] }, { e: [1, 2] }],
	['$.e[9]', { e: [1] }, { e: [1] }],
	['$.e[-9]', { e: [1] }, { e: [1] }],
	['$.e[0,2]', { e: [1, 2, 3] }, { e: [2] }],
	['$.e[1:]', { e: [1, 2, 3] }, { e: [1] }],
	['$.e[-2:-1]', { e: [1, 2, 3] }, { e: [1, 3] }],
	['$.e[0]', { e: { '0': 1 } }, { e: { '0': 1 } }],
	['$.e[*]', { e: [1, 2] }, { e: [] }],
	['$.e.*', { e: { a: 1 } }, { e: {} }],
	["$.e[?(@.t == 'x')]", { e: [{ t: 'x' }, { t: 'y' }] }, { e: [{ t: 'y' }] }],
	[
		"$.e[?(@.t == 'x')].v",
		{
			e: [
				{ t: 'x', v: 1 },
				{ t: 'y', v: 2 },
			],
		},
		{ e: [{ t: 'x' }, { t: 'y', v: 2 }] },
	],
	['$.e[?(@.t == $.w)]', { w: 'y', e: [{ t: 'x' }, { t: 'y' }] }, { w: 'y', e: [{ t: 'x' }] }],
	["$.a['b','c']", { a: { b: 1, c: 2, d: 3 } }, { a: { d: 3 } }],
	['$..v', { v: 1, a: [{ v: 2, w: 3 }] }, { a: [{ w: 3 }] }],
	['$', { a: 1 }, {}],
];

test.each(removals)('remove %s from %j', (path, document, after) => {
	compilePath(path).remove(document);
	expect(document).toEqual(after);
});

const renamings: Array<[path: string, name: string, before: JsonObject, after: JsonObject]> = [
	['$.m[*].P', 'value', { m: [{ P: 1 }, { Q: 2 }] }, { m: [{ value: 1 }, { Q: 2 }] }],
	['$.a', 'b', { a: 1, b: 2 }, { b: 1 }],
	['$.a', 'a', { a: 1 }, { a: 1 }],
	['$.a', 'b', {}, {}],
	['$.a.b', 'c', { a: null }, { a: null }],
	[
		"$.e[?(@.t == 'x')].v",
		'w',
		{ e: [{ t: 'x', v: 1 }, { v: 2 }] },
		{ e: [{ t: 'x', w: 1 }, { v: 2 }] },
	],
];

test.each(renamings)('rename %s to %s in %j', (path, name, document, after) => {
	compilePath(path).rename(document, name);
	expect(document).toEqual(after);
});

test.each([
	['$.a', '__proto__'],
	['$.a', 'constructor'],
	['$.a[0]', 'b'],
	['$.a[*]', 'b'],
	['$', 'b'],
])('rename %s to %s is refused', (path, name) => {
	expect(() => compilePath(path).rename({ a: [1] }, name)).toThrow(
		expect.objectContaining({ code: 'path.notWritable' }),
	);
});
