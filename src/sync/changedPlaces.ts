import { isObject, type Json } from '../model/json';
import { satisfies } from './same';

const MOST = 5;

/**
 * Where two documents differ, e.g. `request.body.Operations[0].value.title`; never the values. Empty when
 * they say the same.
 */
export function changedPlaces(before: Json, after: Json): string[] {
	const places = placesIn(before, after, '');
	return places.length > MOST ? [...places.slice(0, MOST), 'and others'] : places;
}

function placesIn(before: Json | undefined, after: Json | undefined, at: string): string[] {
	if (satisfies(before, after) && satisfies(after, before)) return [];
	if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
		return before.flatMap((element, place) => placesIn(element, after[place], `${at}[${place}]`));
	}
	if (!isObject(before) || !isObject(after)) return [at];
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].flatMap((name) =>
		placesIn(before[name], after[name], at === '' ? name : `${at}.${name}`),
	);
}
