import type { PatchOperation } from '../model/change';
import type { JsonObject } from '../model/json';
import { findDifferences, place, type Difference } from './difference';
import { namesOwned } from './ownership';
import { isEmpty } from './same';

export interface DiffOptions {
	/** Paths that a mapping writes, e.g. `$.name.middleName`, as `transformation.owns()` gives them. */
	readonly owned?: readonly string[];
}

/**
 * The PATCH (RFC 7644, section 3.5.2) that makes `current` say what `desired` says, in the forms that
 * servers of different make were seen to take. An attribute that is absent in `desired` is left alone,
 * unless it is `owned`: then it is cleared. `null`, `''` and `[]` clear too. No difference, no operation.
 */
export function diffResource(
	current: JsonObject,
	desired: JsonObject,
	options: DiffOptions = {},
): PatchOperation[] {
	return patchFor(findDifferences(current, desired, namesOwned(options.owned ?? [])));
}

/** Single values travel together in one `replace` without path; lists and what is cleared have their own. */
export function patchFor(differences: readonly Difference[]): PatchOperation[] {
	const together: JsonObject = {};
	const apart: PatchOperation[] = [];
	for (const { names, wanted } of differences) {
		if (wanted === undefined || isEmpty(wanted))
			apart.push({ op: 'remove', path: scimPath(names) });
		else if (Array.isArray(wanted)) {
			apart.push({ op: 'replace', path: scimPath(names), value: wanted });
		} else place(together, names, wanted);
	}
	const single: PatchOperation = { op: 'replace', value: together };
	return Object.keys(together).length > 0 ? [single, ...apart] : apart;
}

/** RFC 7644, section 3.10: `name.givenName`, `urn:...:User:manager.value`. */
export function scimPath(names: readonly string[]): string {
	const [first = '', ...rest] = names;
	if (rest.length === 0) return first;
	const separator = first.toLowerCase().startsWith('urn:') ? ':' : '.';
	return first + separator + rest.join('.');
}
