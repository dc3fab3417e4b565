import type { Json, JsonObject } from '../../model/json';
import { isObject } from '../../model/json';
import { FORBIDDEN_NAMES } from '../../path';
import type { Value } from './function';

/** A few functions, each of which doubles a text, would fill the memory. */
const MAX_TEXT = 10_000_000;

/** @throws Error for a text longer than any attribute */
export function boundedText<V extends Value | undefined>(value: V): V {
	if (typeof value !== 'string' || value.length <= MAX_TEXT) return value;
	throw new Error(`a text grows longer than ${MAX_TEXT} characters`);
}

export function isBytes(value: Value): value is Uint8Array {
	return value instanceof Uint8Array;
}

/** An object with members, which bytes are not. */
export function hasMembers(value: Value): value is JsonObject {
	return isObject(value) && !isBytes(value);
}

/** A member that has a value: JSON null counts as absent. */
export function holds(value: JsonObject, name: string): boolean {
	return Object.hasOwn(value, name) && value[name] !== null;
}

/** A copy with one member set; up to twenty times faster than a spread and a computed name. */
export function withMember(value: JsonObject, name: string, member: Json): JsonObject {
	const copy: JsonObject = {};
	for (const each of Object.keys(value)) {
		const kept = value[each];
		if (kept !== undefined && !FORBIDDEN_NAMES.has(each)) copy[each] = kept;
	}
	copy[name] = member;
	return copy;
}

/** Text of a scalar, `undefined` for everything else. */
export function scalarText(value: Value | undefined): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * Numbers and booleans become their JSON text.
 * @throws Error when the value is an object, a list, bytes or null
 */
export function textOf(value: Value): string {
	const text = scalarText(value);
	if (text !== undefined) return text;
	throw new Error(`needs a text, number or boolean, not ${kindOf(value)}`);
}

function kindOf(value: Value): string {
	if (value === null) return 'null';
	if (isBytes(value)) return 'bytes (put toString after decode)';
	return Array.isArray(value) ? 'a list' : 'an object';
}
