import type { Json } from '../model/json';
import { isObject } from '../model/json';
import { looselyEqual, numberOf } from './compare';

/** Shorter lists are walked faster than prepared. */
const FEW = 8;

/** `in` for a list that is asked about many values: what equals loosely is found without walking. */
export function membershipOf(list: readonly Json[]): (value: Json | undefined) => boolean {
	if (list.length <= FEW) return (value) => list.some((item) => looselyEqual(value, item));
	const plain = new Set<Json>();
	const numericTexts = new Set<number>();
	const structures = new Set<string>();
	for (const item of list) {
		if (typeof item === 'object' && item !== null) structures.add(canonicalText(item));
		else plain.add(item);
		const number = typeof item === 'string' ? numberOf(item) : undefined;
		if (number !== undefined) numericTexts.add(number);
	}
	return (value) => {
		if (value === undefined) return false;
		if (typeof value === 'object' && value !== null) return structures.has(canonicalText(value));
		if (plain.has(value)) return true;
		if (typeof value === 'number') return numericTexts.has(value);
		const number = typeof value === 'string' ? numberOf(value) : undefined;
		return number !== undefined && plain.has(number);
	};
}

/** Equal texts for equal structures, whatever the order of their members. */
function canonicalText(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const members = Object.keys(value).sort();
	return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`).join()}}`;
}
