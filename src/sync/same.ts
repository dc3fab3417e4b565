import { isObject, member, type Json } from '../model/json';

/** Servers tell "no value" in all these ways, and one of them must not look like a change to another. */
export function isEmpty(value: Json | undefined): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return isObject(value) && Object.values(value).every(isEmpty);
}

/**
 * Whether a stored value already says what is wanted. A server may add parts of its own (`$ref`,
 * `display`), so the stored value may hold more; the order of a list carries no meaning in SCIM.
 */
export function satisfies(stored: Json | undefined, wanted: Json | undefined): boolean {
	if (isEmpty(wanted)) return isEmpty(stored);
	if (Array.isArray(wanted)) return Array.isArray(stored) && listSatisfies(stored, wanted);
	if (isObject(wanted)) {
		return (
			isObject(stored) &&
			Object.entries(wanted).every(([name, part]) =>
				partSatisfies(name, member(stored, name), part),
			)
		);
	}
	return stored === wanted || sameTruth(stored, wanted);
}

function partSatisfies(name: string, stored: Json | undefined, wanted: Json): boolean {
	// RFC 7643, section 2.4: an element that does not say `primary` is not the primary one.
	if (name === 'primary' && wanted === false)
		return stored === undefined || sameTruth(stored, false);
	return satisfies(stored, wanted);
}

/** Servers were seen to store `active` as the text "True". */
function sameTruth(stored: Json | undefined, wanted: Json | undefined): boolean {
	if (typeof stored !== 'boolean' && typeof wanted !== 'boolean') return false;
	return String(stored).toLowerCase() === String(wanted).toLowerCase();
}

function listSatisfies(stored: readonly Json[], wanted: readonly Json[]): boolean {
	if (stored.length !== wanted.length) return false;
	const rest = [...stored];
	return wanted.every((element) => {
		const place = rest.findIndex((candidate) => satisfies(candidate, element));
		if (place < 0) return false;
		rest.splice(place, 1);
		return true;
	});
}
