import { isObject, member, type Json, type JsonObject } from '../model/json';
import { FORBIDDEN_NAMES } from '../path';
import { isEmpty, satisfies } from './same';

/** Written by the server alone, or with every write; a password is never shown (RFC 7643, section 4.1.1). */
const NOT_COMPARED = new Set(['id', 'meta', 'schemas', 'password']);

/** One place where the target does not say what it should; empty `wanted` means: clear it. */
export interface Difference {
	readonly names: readonly string[];
	readonly wanted: Json | undefined;
}

/**
 * Compares attribute by attribute, down into complex attributes and extensions. What `desired` does not
 * mention is left alone, unless it is in `owned`.
 *
 * @param owned names of attributes that are ours, e.g. `['name', 'middleName']`
 */
export function findDifferences(
	current: JsonObject,
	desired: JsonObject,
	owned: readonly (readonly string[])[] = [],
): Difference[] {
	const cleared = owned.flatMap((names) => storedUnder(current, names));
	const places = new Map<string, readonly string[]>();
	for (const names of [...namesIn(desired), ...cleared]) places.set(JSON.stringify(names), names);
	return [...places.values()]
		.filter((names) => !NOT_COMPARED.has(names[0] ?? ''))
		.filter((names) => !names.some((name) => FORBIDDEN_NAMES.has(name)))
		.map((names) => ({ names, wanted: valueAt(desired, names) }))
		.filter(({ names, wanted }) => !satisfies(valueAt(current, names), wanted));
}

/** The whole resource with the differences closed; what is not ours stays as it is. */
export function closeDifferences(
	current: JsonObject,
	differences: readonly Difference[],
): JsonObject {
	const result = structuredClone(current);
	for (const { names, wanted } of differences) {
		if (wanted === undefined || isEmpty(wanted)) erase(result, names);
		else place(result, names, wanted);
	}
	return result;
}

export function place(target: JsonObject, names: readonly string[], value: Json): void {
	const [name = '', ...rest] = names;
	if (rest.length === 0) {
		target[name] = value;
		return;
	}
	const inner = member(target, name);
	const part = isObject(inner) ? inner : {};
	target[name] = part;
	place(part, rest, value);
}

function erase(target: JsonObject, names: readonly string[]): void {
	const holder = valueAt(target, names.slice(0, -1));
	if (isObject(holder)) delete holder[names.at(-1) ?? ''];
}

/** An owned attribute may be complex: then its stored parts are what can be cleared. */
function storedUnder(current: JsonObject, names: readonly string[]): (readonly string[])[] {
	const stored = valueAt(current, names);
	if (isEmpty(stored)) return [];
	return isObject(stored) ? namesIn(stored).map((inner) => [...names, ...inner]) : [names];
}

function namesIn(value: JsonObject): (readonly string[])[] {
	return Object.entries(value).flatMap(([name, part]) => {
		const inner = isObject(part) ? namesIn(part) : [];
		return inner.length > 0 ? inner.map((names) => [name, ...names]) : [[name]];
	});
}

export function valueAt(value: Json | undefined, names: readonly string[]): Json | undefined {
	return names.reduce((part: Json | undefined, name) => member(part, name), value);
}
