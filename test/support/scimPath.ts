import { isObject, type Json, type JsonObject } from '../../src/model/json';

const CORE_SCHEMA = /^urn:ietf:params:scim:schemas:core:2\.0:\w+$/i;

/** Attribute names do not regard case (RFC 7643, section 2.1): the name as the resource has it. */
export function nameIn(holder: JsonObject, name: string): string {
	if (Object.hasOwn(holder, name)) return name;
	const lower = name.toLowerCase();
	return Object.keys(holder).find((key) => key.toLowerCase() === lower) ?? name;
}

/** `URN:attribute.part` in its parts; the URN of a core schema stands for nothing. */
export function splitAttribute(path: string): { schema?: string; names: string[] } {
	const colon = path.lastIndexOf(':');
	const schema = path.slice(0, Math.max(colon, 0));
	const names = path.slice(colon + 1).split('.');
	return schema === '' || CORE_SCHEMA.test(schema) ? { names } : { schema, names };
}

/** All values that a path leads to, through multi-valued attributes as well. */
export function valuesAt(resource: Json, names: readonly string[], from = 0): Json[] {
	if (Array.isArray(resource)) return resource.flatMap((each) => valuesAt(each, names, from));
	const name = names[from];
	if (name === undefined) return [resource];
	if (!isObject(resource)) return [];
	const value = resource[nameIn(resource, name)];
	return value === undefined ? [] : valuesAt(value, names, from + 1);
}
