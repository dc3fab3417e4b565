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

export function remove(path: string): JsonObject {
	return { type: 'remove', targetPath: path };
}
