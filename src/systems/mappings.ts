import type { JsonObject } from '../model/json';

/** Mappings that most default transformations consist of; paths are the same on both sides. */

export function copyRequired(path: string): JsonObject {
	return { sourcePath: path, targetPath: path };
}

export function copyAttribute(path: string): JsonObject {
	return { ...copyRequired(path), optional: true };
}

/** A list stays a list when it has one element. */
export function copyList(path: string): JsonObject {
	return { ...copyRequired(path), preserveArrayWithSingleElement: true };
}

/** A list that not every entity has. */
export function copyOptionalList(path: string): JsonObject {
	return { ...copyList(path), optional: true };
}

/** `name`, `givenName` gives `$.name.givenName`; an extension is named by its URN. */
export function copyParts(parent: string, parts: readonly string[]): JsonObject[] {
	const at = (part: string) =>
		parent.startsWith('urn:') ? `$['${parent}']['${part}']` : `$.${parent}.${part}`;
	return parts.map((part) => copyAttribute(at(part)));
}

export function remove(path: string): JsonObject {
	return { type: 'remove', targetPath: path };
}
