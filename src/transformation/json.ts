import type { Json, JsonObject } from '../model/json';
import type { Value } from './functions/function';
import { FORBIDDEN_NAMES } from './names';

/**
 * A copy as JSON: what JSON cannot say becomes null, and names that would reach a prototype stay behind.
 * Documents and variables must share nothing with what came in.
 */
export function jsonFrom(value: unknown): Json {
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return value;
	if (typeof value !== 'object' || value === null) return null;
	if (Array.isArray(value)) return Array.from(value, (item) => jsonFrom(item));
	return membersFrom(value);
}

function membersFrom(value: object): JsonObject {
	const copy: JsonObject = {};
	for (const [name, member] of Object.entries(value)) {
		if (!FORBIDDEN_NAMES.has(name)) copy[name] = jsonFrom(member);
	}
	return copy;
}

/** @throws Error when bytes are in it: they exist only between `decode` and `toString` */
export function refuseBytes(value: Value): Json {
	if (typeof value !== 'object' || value === null) return value;
	if (value instanceof Uint8Array) {
		throw new Error('bytes cannot be written; put the function toString after decode');
	}
	for (const member of Array.isArray(value) ? value : Object.values(value)) {
		if (typeof member === 'object') refuseBytes(member);
	}
	return value;
}
