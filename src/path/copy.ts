import { ProvisioningError } from '../model/errors';
import type { Json, JsonObject } from '../model/json';
import { FORBIDDEN_NAMES } from './names';

const MAX_DEPTH = 500;

/**
 * Two places of a document must never share an object. Names that would reach a prototype stay behind.
 * @throws ProvisioningError `path.notWritable` for a value nested deeper than 500 levels
 */
export function copyJson(value: Json, depth = 0): Json {
	if (typeof value !== 'object' || value === null) return value;
	if (depth > MAX_DEPTH) {
		throw new ProvisioningError({
			code: 'path.notWritable',
			message: `The value is nested deeper than ${MAX_DEPTH} levels`,
			hint: 'Check what the source sends; no attribute of a user or group is nested like that.',
		});
	}
	if (Array.isArray(value)) return value.map((item) => copyJson(item, depth + 1));
	const copy: JsonObject = {};
	mergeMembers(copy, value, depth);
	return copy;
}

/** The members of `source`, copied, take the place of those of the same name. */
export function mergeMembers(target: JsonObject, source: JsonObject, depth = 0): void {
	for (const name of Object.keys(source)) {
		const value = source[name];
		if (value !== undefined && !FORBIDDEN_NAMES.has(name))
			target[name] = copyJson(value, depth + 1);
	}
}
