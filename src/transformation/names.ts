/** Written as a member they would change a prototype instead of the object. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
	'__proto__',
	'prototype',
	'constructor',
]);
