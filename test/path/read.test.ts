import type { Json } from '../../src/model/json';
import { compilePath } from '../../src/path';
import reads from './reads.json';

interface Read {
	readonly path: string;
	readonly document: Json;
	/** Missing = absent. */
	readonly value?: Json;
	readonly definite: boolean;
}

const cases: readonly Read[] = JSON.parse(JSON.stringify(reads));

test.each(cases)('$path of $document', ({ path, document, value, definite }) => {
	const before = JSON.stringify(document);
	const compiled = compilePath(path);
	expect(compiled.read(document)).toEqual(value);
	expect(compiled.definite).toBe(definite);
	expect(JSON.stringify(document)).toBe(before);
});

test('`$` inside of a filter is the document that the caller names', () => {
	const { read } = compilePath('$[?(@.v == $.wanted)].v');
	expect(read([{ v: 1 }, { v: 2 }], { wanted: 1 })).toEqual([1]);
});

test('a path without `$` gets one and says so', () => {
	expect(compilePath('name.givenName')).toMatchObject({
		text: 'name.givenName',
		normalised: true,
		names: ['name', 'givenName'],
	});
	expect(compilePath('$.name')).toMatchObject({ normalised: false });
	expect(compilePath('@.name')).toMatchObject({ normalised: false });
});

test('members of a prototype are not read, even when somebody else spoilt it', () => {
	const spoilt = Object.assign(Object.create({ inherited: 1 }), { mine: 2 });
	expect(compilePath('$.inherited').read(spoilt)).toBeUndefined();
	expect(compilePath('$..inherited').read(spoilt)).toEqual([]);
	expect(compilePath('$.mine').read(spoilt)).toBe(2);
});

test('the same text is compiled once', () => {
	expect(compilePath('$.once')).toBe(compilePath('$.once'));
});

test('lists of 100,000 elements are read in one pass', () => {
	const list = Array.from({ length: 100_000 }, (_, index) => ({ v: index, t: index % 2 }));
	const document = { list };
	expect(compilePath('$.list[*].v').read(document)).toHaveLength(100_000);
	expect(compilePath('$.list[?(@.t == 1)].v').read(document)).toHaveLength(50_000);
	expect(compilePath('$..v').read(document)).toHaveLength(100_000);
	expect(compilePath('$.list[10:].v').read(document)).toHaveLength(99_990);
});

test('a document nested 100,000 levels deep does not exhaust the stack', () => {
	let document: Json = { v: 1 };
	for (let level = 0; level < 100_000; level += 1) document = [document];
	expect(compilePath('$..v').read(document)).toEqual([1]);
});
