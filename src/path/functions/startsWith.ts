import type { Json } from '../../model/json';

/** Of several values one is enough. Compared letter by letter, never as a regular expression. */
export function startsWith(value: Json, prefix: string): boolean {
	if (Array.isArray(value)) return value.some((item) => startsWith(item, prefix));
	return typeof value === 'string' && value.startsWith(prefix);
}
