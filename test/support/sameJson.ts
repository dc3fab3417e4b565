import { isObject, type Json } from '../../src/model/json';

function canonical(value: Json | undefined): string {
	const sorted = (_name: string, part: Json) =>
		isObject(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part;
	return JSON.stringify(value, sorted) ?? '';
}

/** The order of members carries no meaning. (node:util would also compare the realms that jest makes.) */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
	return canonical(one) === canonical(other);
}
