import type { Json, JsonObject } from '../../src/model/json';
import { member } from '../../src/model/json';
import { compilePath } from '../../src/path';

/**
 * An entity of the shape that a document reads: its own source paths, filled with values. Where a
 * path has a filter or a wildcard, a list of two elements stands there.
 */
export function entityFor(document: Json, entityType: string, seed: number): JsonObject {
	const random = randomFrom(seed);
	const entity: JsonObject = {};
	for (const path of sourcePaths(member(document, entityType))) {
		if (random() < 0.2) continue;
		for (const text of concretePaths(path)) place(entity, text, valueFor(text, random));
	}
	return entity;
}

function sourcePaths(block: Json | undefined): string[] {
	const mappings = member(block, 'mappings');
	if (!Array.isArray(mappings)) return [];
	return mappings
		.flatMap((mapping) => [member(mapping, 'sourcePath'), member(mapping, 'sourcePaths')])
		.flat()
		.filter((path) => typeof path === 'string')
		.filter((path) => path !== '$');
}

function concretePaths(path: string): string[] {
	const named = path.replace(/%[\w.-]+%/g, 'property');
	const [first, second] = ['0', '1'].map((index) =>
		named
			.replace(/\[\?\((?:[^()]|\([^()]*\))*\)\]/g, `[${index}]`)
			.replace(/\[\*\]/g, `[${index}]`)
			.replace(/\.?\['([^']+)',[^\]]*\]/g, "['$1']"),
	);
	return first === undefined || second === undefined || first === second
		? [first ?? named]
		: [first, second];
}

function place(entity: JsonObject, path: string, value: Json): void {
	const compiled = compilePath(path);
	if (!compiled.writable || compiled.read(entity) !== undefined) return;
	try {
		compiled.write(entity, value);
	} catch {
		// Two source paths of one document may want different forms in one place; the first stays.
	}
}

const WORDS = ['Mira', 'mira.holm@example.com', 'DE', 'true', 'work', '2024-05-05', '42', ''];

function valueFor(path: string, random: () => number): Json {
	if (/active|primary|locked/i.test(path)) return random() < 0.5;
	if (/(?:emails|addresses|phoneNumbers|members|groups|roles)$/i.test(path)) {
		return [
			{ value: 'mira.holm@example.com', type: 'work', primary: true, display: 'Mira' },
			{ value: '17', type: 'other', country: 'Germany' },
		];
	}
	const chosen = random();
	if (chosen < 0.1) return null;
	if (chosen < 0.15) return Math.floor(random() * 1_000);
	if (chosen < 0.2) return ['a', 'b'];
	return WORDS[Math.floor(random() * WORDS.length)] ?? '';
}

/** Mulberry32: the same entities on each run. */
function randomFrom(seed: number): () => number {
	let state = seed * 0x9e3779b9;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
