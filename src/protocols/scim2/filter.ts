import { ProvisioningError } from '../../model/errors';
import type { Match } from '../directory';

const PATH = /^(urn:[\w.:-]+:)?[A-Za-z][\w$-]*(\.[A-Za-z][\w$-]*)?$/;

/** Filter text that only `eq` and `and` are needed for (RFC 7644, section 3.4.2.2). */
export function filterFor(match: Match): string {
	return Object.entries(match)
		.map(([path, value]) => `${checked(path)} eq ${JSON.stringify(value)}`)
		.join(' and ');
}

export function anyFilterFor(matches: readonly Match[]): string {
	return matches
		.map((match) => (Object.keys(match).length > 1 ? `(${filterFor(match)})` : filterFor(match)))
		.join(' or ');
}

/** Servers were seen to answer "none" for such a value, and to let it hide the rest of an `or`. */
export function isPlain(match: Match): boolean {
	return Object.values(match).every((value) => !/["\\]/.test(value));
}

function checked(path: string): string {
	if (PATH.test(path)) return path;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${path}' is not a SCIM attribute path`,
		hint: "Use a path such as userName, emails.value or urn:...:User:employeeNumber in 'Match By'.",
	});
}
