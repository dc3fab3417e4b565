import fc from 'fast-check';
import { ProvisioningError } from '../../src/model/errors';
import type { Json, JsonObject } from '../../src/model/json';
import { isObject } from '../../src/model/json';
import { closeGaps, compileCondition, compilePath } from '../../src/path';
import { json, object } from './generated';

const name = fc.oneof(
	fc.constantFrom('a', 'b', 'emails', '$ref', 'x-y', 'urn:ietf:x:2.0:User', "it's", '', '0', ' '),
	fc.string({ maxLength: 8 }),
);
const writableName = name.filter(
	(text) => !['__proto__', 'prototype', 'constructor'].includes(text),
);

function quote(text: string): string {
	return `['${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
}

const namesPath = fc
	.array(writableName, { minLength: 1, maxLength: 4 })
	.map((names) => `$${names.map(quote).join('')}`);

/** Names and indexes; beginning with a name, because a document is an object. */
const definitePath = fc
	.tuple(
		writableName.map(quote),
		fc.array(
			fc.oneof(
				writableName.map(quote),
				fc.nat(3).map((index) => `[${index}]`),
			),
			{
				maxLength: 3,
			},
		),
	)
	.map(([first, rest]) => `$${first}${rest.join('')}`);

function copyOf<Value>(value: Value): Value {
	return structuredClone(value);
}

test('L18: read(write(path, v)) = v at a name', () => {
	fc.assert(
		fc.property(namesPath, json, (text, value) => {
			const { read, write } = compilePath(text);
			const document: JsonObject = {};
			write(document, value);
			expect(read(document)).toEqual(value);
		}),
	);
});

test('L18: read(write(path, v)) = v at a definite path', () => {
	fc.assert(
		fc.property(definitePath, json, (text, value) => {
			// A list written to `[n]` is spliced in, so its elements stand there, not the list.
			fc.pre(!Array.isArray(value) || !/\[\d+\]$/.test(text));
			const { read, write } = compilePath(text);
			const document: JsonObject = {};
			write(document, value);
			expect(read(document)).toEqual(value);
		}),
	);
});

test('a write over an object is read there, or it is refused', () => {
	fc.assert(
		fc.property(definitePath, object, fc.string(), (text, document, value) => {
			const { read, write } = compilePath(text);
			try {
				write(document, value);
			} catch (error) {
				expect(error).toMatchObject({ code: 'path.notWritable' });
				return;
			}
			// A list of one is gone into by a write to a name, which a read does not do.
			const found = read(document);
			expect(found === value || JSON.stringify(document).includes(JSON.stringify(value))).toBe(
				true,
			);
		}),
	);
});

test('L18: a write touches nothing but the member that its path begins with', () => {
	fc.assert(
		fc.property(definitePath, object, json, (text, document, value) => {
			const before = copyOf(document);
			const { names, write } = compilePath(text);
			try {
				write(document, value);
			} catch (error) {
				expect(error).toBeInstanceOf(ProvisioningError);
				expect(document).toEqual(before);
				return;
			}
			const [first = ''] = names;
			delete before[first];
			delete document[first];
			expect(document).toEqual(before);
		}),
	);
});

test('a write into an object leaves its other members alone', () => {
	fc.assert(
		fc.property(writableName, writableName, object, json, (outer, inner, members, value) => {
			const document: JsonObject = { [outer]: copyOf(members) };
			compilePath(`$${quote(outer)}${quote(inner)}`).write(document, value);
			expect(document[outer]).toEqual({ ...members, [inner]: value });
		}),
	);
});

test('reading changes nothing and gives the same twice', () => {
	const indefinite = fc.constantFrom(
		'[*]',
		'..*',
		"..['a']",
		'[0:2]',
		"['a','b']",
		"[?(@['a'])]",
		'[-1]',
	);
	const path = fc.tuple(definitePath, indefinite).map(([front, back]) => front + back);
	fc.assert(
		fc.property(fc.oneof(path, definitePath), object, (text, document) => {
			const before = copyOf(document);
			const { definite, read } = compilePath(text);
			const first = read(document);
			expect(read(document)).toEqual(first);
			expect(document).toEqual(before);
			if (!definite) expect(first === undefined || Array.isArray(first)).toBe(true);
		}),
	);
});

test('what was removed is not there, and removing again changes nothing', () => {
	fc.assert(
		fc.property(namesPath, object, (text, document) => {
			const { read, remove } = compilePath(text);
			remove(document);
			expect(read(document)).toBeUndefined();
			const after = copyOf(document);
			remove(document);
			expect(document).toEqual(after);
		}),
	);
});

test('closing gaps keeps what was written, in order', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 6 }), (indexes) => {
			const document: JsonObject = { s: [] };
			for (const index of indexes) compilePath(`$.s[${index}]`).write(document, index);
			closeGaps(document);
			expect(document['s']).toEqual([...indexes].sort((a, b) => a - b));
		}),
	);
});

test('L18: no path or value reaches a prototype', () => {
	const hostile = fc.constantFrom('__proto__', 'constructor', 'prototype', 'a');
	const path = fc
		.array(
			fc.oneof(
				hostile.map(quote),
				hostile.map((text) => `.${text}`),
				fc.constantFrom('[0]', '[*]', '[?(@.__proto__)]'),
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((steps) => `$${steps.join('')}`);
	const value: Json = JSON.parse(
		'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
	);
	fc.assert(
		fc.property(path, hostile, (text, to) => {
			const document: JsonObject = { a: [{ a: {} }] };
			const compiled = compilePath(text);
			for (const act of [
				() => compiled.write(document, value),
				() => compiled.rename(document, to),
				() => compiled.remove(document),
			]) {
				try {
					act();
				} catch (error) {
					expect(error).toMatchObject({ code: 'path.notWritable' });
				}
			}
			const fresh: JsonObject = {};
			expect(fresh['polluted']).toBeUndefined();
			expect(document['polluted']).toBeUndefined();
			expect(isObject(document) && Object.getPrototypeOf(document)).toBe(Object.prototype);
		}),
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test('negation and order of the parts follow logic', () => {
	const leaf = fc.constantFrom("$.a == 'x'", '$.b EMPTY true', '$.a in $.b', '$.b.length() > 1');
	fc.assert(
		fc.property(leaf, leaf, object, (one, other, document) => {
			const ask = (text: string): boolean => compileCondition(text).test(document);
			expect(ask(`!(${one} && ${other})`)).toBe(ask(`!(${one}) || !(${other})`));
			expect(ask(`${one} || ${other}`)).toBe(ask(`${other}||${one}`));
		}),
	);
});
