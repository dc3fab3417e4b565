/** A text in a key or filter: quotes are doubled (OData 2.0, URI Conventions, section 2.4). */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** `User('O''Hara')` as a path; the parentheses and the outer quotes belong to OData. */
export function keyed(path: string, key: string): string {
	return `${path}(${encoded(literal(key))})`;
}

/** Like encodeURIComponent, which leaves quotes alone. */
export function encoded(text: string): string {
	return encodeURIComponent(text).replaceAll("'", '%27');
}

export function queryOf(options: Readonly<Record<string, string | number | undefined>>): string {
	return Object.entries(options)
		.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(String(value))}`]))
		.join('&');
}

/** Conditions that must all hold; those that are absent ask for nothing. */
export function allOf(...conditions: readonly (string | undefined)[]): string {
	const given = conditions.filter((condition) => condition !== undefined);
	if (given.length === 1) return given.join('');
	return given
		.map((condition) => (/ or /i.test(condition) ? `(${condition})` : condition))
		.join(' and ');
}

/**
 * Milliseconds since 1970 of `/Date(1793700251000+0000)/`; the offset only says how to show them
 * (OData 2.0, JSON Format, section 4).
 */
export function readDate(value: unknown): number | undefined {
	const [, ticks] = /^\/Date\((-?\d{1,16})(?:[+-]\d{1,4})?\)\/$/.exec(String(value)) ?? [];
	return ticks === undefined ? undefined : Number(ticks);
}
