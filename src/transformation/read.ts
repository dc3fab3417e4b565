import type { Json } from '../model/json';
import { compilePath } from '../path';
import type { Findings } from './findings';

export type Read = (document: Json) => Json | undefined;

/** A path that fails to compile is noted and reads nothing. */
export function compileRead(
	text: string,
	keepSingle: boolean,
	pointer: string,
	findings: Findings,
): Read {
	const path = findings.attempt(pointer, () => compilePath(text));
	if (path === undefined) return () => undefined;
	if (path.normalised) {
		findings.warn(pointer, `\`${text}\` is read as \`$.${text}\`; a path should start with \`$\``);
	}
	if (text.trim() === '$') return (document) => document ?? undefined;
	return (document) => unwrap(path.read(document), keepSingle);
}

/** An array of one element is that element unless the mapping says otherwise; never inside a copied object. */
export function unwrap(value: Json | undefined, keepSingle: boolean): Json | undefined {
	if (!keepSingle && Array.isArray(value) && value.length === 1) return value[0] ?? undefined;
	return value ?? undefined;
}
