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
	const { read } = path;
	if (keepSingle) return (document) => read(document) ?? undefined;
	return (document) => {
		const value = read(document);
		return typeof value === 'object' ? unwrapSingle(value) : value;
	};
}

/** An array of one element is that element; never inside a copied object. Null is absent. */
export function unwrapSingle(value: Json | undefined): Json | undefined {
	return (Array.isArray(value) && value.length === 1 ? value[0] : value) ?? undefined;
}
