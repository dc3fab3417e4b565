import type { Json, JsonObject } from '../model/json';

/** Names through which a write could reach a prototype. They may be read, never written. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
	'__proto__',
	'prototype',
	'constructor',
]);

/** The hot path of every read: own members of objects only, so neither `length` nor `toString`. */
export function own(value: Json | undefined, name: string): Json | undefined {
	return typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.hasOwn(value, name)
		? value[name]
		: undefined;
}

/** Reads through these names; without names, the value itself. */
export function memberReader(
	names: readonly string[],
): (value: Json | undefined) => Json | undefined {
	const [a, b, c] = names;
	if (a === undefined) return (value) => value;
	if (b === undefined) return (value) => own(value, a);
	if (c === undefined) return (value) => own(own(value, a), b);
	if (names.length === 3) return (value) => own(own(own(value, a), b), c);
	return (value) => {
		let found = value;
		for (const name of names) found = own(found, name);
		return found;
	};
}

/** An object with those of the members that exist. */
export function pick(value: Json | undefined, names: readonly string[]): Json | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const picked: JsonObject = {};
	for (const name of names) {
		const member = own(value, name);
		if (member !== undefined && name !== '__proto__') picked[name] = member;
	}
	return picked;
}

export function isPresent(value: Json | undefined): value is Exclude<Json, null> {
	return value !== undefined && value !== null;
}

export function ownProperty(
	properties: Readonly<Record<string, string>> | undefined,
	name: string,
): string | undefined {
	return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
