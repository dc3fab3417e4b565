import type { Entity } from '../model/entity';
import type { JsonObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';

/** ISO 8601; `Date.parse` reads much more, an ETag among it. */
const TIME = /^\d{4}-\d\d-\d\d/;

/** Why an entity that came late must not be written; `undefined` when it may. */
export function refuseOlder(path: string, wanted: JsonObject, current: Entity): string | undefined {
	if (path === '') return undefined;
	const [known] = valuesAt(current.attributes, path);
	const [given] = valuesAt(wanted, path);
	if (known === undefined) return undefined;
	if (given === undefined) return `the account has a version in ${path}, the entity has none`;
	return isLater(known, given) ? `${path} shows a later version of the entity` : undefined;
}

function isLater(one: string, other: string): boolean {
	const areTimes = [one, other].every((text) => TIME.test(text) && !Number.isNaN(Date.parse(text)));
	if (areTimes) return Date.parse(one) > Date.parse(other);
	// 10 comes after 9, and v10 after v9.
	return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
