import type { JsonObject } from '../../model/json';
import { isObject } from '../../model/json';
import type { Value } from './function';

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

/**
 * Numbers and booleans become their JSON text.
 * @throws Error when the value is an object, a list, bytes or null
 */
export function textOf(value: Value): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new Error(`needs a text, number or boolean, not ${kindOf(value)}`);
}

function kindOf(value: Value): string {
	if (value === null) return 'null';
	if (isBytes(value)) return 'bytes (put toString after decode)';
	return Array.isArray(value) ? 'a list' : 'an object';
}
