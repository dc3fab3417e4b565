import { isObject, type Json, type JsonObject } from '../../src/model/json';
import { splitAttribute, valuesAt } from '../support/scimPath';

export function readJson(text: string): JsonObject {
	if (text === '') return {};
	const value: Json = JSON.parse(text);
	return isObject(value) ? value : {};
}

/** The values that an attribute path names. */
export function valuesOf(resource: JsonObject, path: string): Json[] {
	const { schema, names } = splitAttribute(path);
	return valuesAt(resource, schema === undefined ? names : [schema, ...names]);
}

export function at(value: Json | undefined, names: readonly string[]): Json | undefined {
	return names.reduce<Json | undefined>(
		(part, name) => (isObject(part) ? part[name] : undefined),
		value,
	);
}

export function listOf(value: Json | undefined): Json[] {
	return Array.isArray(value) ? value : [];
}

/** Grows with every change. */
export function versionOf(resource: JsonObject | undefined): string {
	return String(Date.parse(String(at(resource, ['meta', 'lastModified']))));
}
