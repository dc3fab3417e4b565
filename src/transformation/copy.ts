import type { Json, JsonObject } from '../model/json';
import { FORBIDDEN_NAMES } from './names';

/**
 * Targets must not share an object with the source or with each other.
 * Names that would reach a prototype are left behind.
 * @throws Error when bytes are in it, which exist only between `decode` and `toString`
 */
export function copyJson(value: unknown): Json {
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return value;
	if (typeof value !== 'object' || value === null) return null;
	if (Array.isArray(value)) return value.map(copyJson);
	if (value instanceof Uint8Array) {
		throw new Error('bytes cannot be written; put the function toString after decode');
	}
	return copyMembers(value);
}

function copyMembers(value: object): JsonObject {
	const copy: JsonObject = {};
	for (const [name, member] of Object.entries(value)) {
		if (!FORBIDDEN_NAMES.has(name)) copy[name] = copyJson(member);
	}
	return copy;
}
