import type { Json, JsonObject } from '../model/json';
import { isObject } from '../model/json';
import { FORBIDDEN_NAMES } from '../path';
import type { Value } from './functions/function';

/**
 * A copy as JSON: what JSON cannot say becomes null, and names that would reach a prototype stay behind.
 * Documents and variables must share nothing with what came in, explanations nothing with what goes on.
 * Bytes, which only an explanation ever meets, become their number.
 */
export function jsonFrom(value: unknown): Json {
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return value;
	if (typeof value !== 'object' || value === null) return null;
	if (Array.isArray(value)) return itemsFrom(value);
	if (value instanceof Uint8Array) return `${value.length} bytes`;
	return isObject(value) ? membersFrom(value) : null;
}

/** Gaps of a list that is still being built are no JSON either. */
function itemsFrom(list: readonly unknown[]): Json[] {
	const copy: Json[] = [];
	for (const item of list) copy.push(jsonFrom(item));
	return copy;
}

function membersFrom(value: JsonObject): JsonObject {
	const copy: JsonObject = {};
	for (const name of Object.keys(value)) {
		if (!FORBIDDEN_NAMES.has(name)) copy[name] = jsonFrom(value[name]);
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
