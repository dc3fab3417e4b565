import type { Json } from '../model/json';

/** Far deeper than any account: code that walks a document calls itself for each level. */
const MAX_DEPTH = 500;

/** The answer of a system; `undefined` for what is not JSON, or nested deeper than 500 levels. */
export function parseJson(text: string): Json | undefined {
	try {
		const value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
		return isTooDeep(value) ? undefined : value;
	} catch {
		return undefined;
	}
}

function isTooDeep(value: Json): boolean {
	let level = [value];
	for (let depth = 0; depth <= MAX_DEPTH; depth++) {
		level = level.flatMap(partsOf);
		if (level.length === 0) return false;
	}
	return true;
}

function partsOf(value: Json): Json[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value);
}
