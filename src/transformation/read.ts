import type { Json } from '../model/json';
import { compilePath } from '../path';
import type { Findings } from './findings';

export type Read = (document: Json) => Json | undefined;

export interface ReadOptions {
	/** A list of one element stays a list. */
	readonly keepSingle?: boolean;
	/** JSON null is a value like any other, not an absent one. */
	readonly nullIsValue?: boolean;
}

/** A path that fails to compile is noted and reads nothing. */
export function compileRead(
	text: string,
	pointer: string,
	findings: Findings,
	{ keepSingle = false, nullIsValue = false }: ReadOptions = {},
): Read {
	const path = findings.attempt(pointer, () => compilePath(text));
	if (path === undefined) return () => undefined;
	if (path.normalised) {
		findings.warn(pointer, `\`${text}\` is read as \`$.${text}\`; a path should start with \`$\``);
	}
	const { read } = path;
	const keeps = keepSingle || text.trim() === '$';
	if (nullIsValue)
		return keeps ? (document) => read(document) : (document) => single(read(document));
	if (keeps) return (document) => read(document) ?? undefined;
	return (document) => {
		const value = read(document);
		return typeof value === 'object' ? unwrapSingle(value) : value;
	};
}

/** An array of one element is that element; never inside a copied object. Null is absent. */
export function unwrapSingle(value: Json | undefined): Json | undefined {
	return single(value) ?? undefined;
}

function single(value: Json | undefined): Json | undefined {
	return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
