import { member, type Json, type JsonObject } from '../../src/model/json';
import {
	compileTransformation,
	type Direction,
	type Transformation,
} from '../../src/transformation';

/** Values for `%name%` in a transformation. */
export type Properties = Readonly<Record<string, string>>;

const KEPT = 50;
const compiled = new Map<string, Transformation>();

/**
 * Compiles a document once per process, together with its properties. Only an optimisation: the oldest go
 * when there are more than fifty.
 *
 * @param direction turns on the checks of one direction
 * @throws ProvisioningError `transformation.invalid`
 */
export function transformationFrom(
	document: JsonObject | string,
	properties: Properties,
	direction?: Direction,
): Transformation {
	const text = typeof document === 'string' ? document : JSON.stringify(document);
	const key = JSON.stringify([text, direction, Object.entries(properties).sort()]);
	const known = compiled.get(key);
	const transformation =
		known ?? compileTransformation(document, { properties, direction, now: Date.now });
	compiled.delete(key);
	compiled.set(key, transformation);
	const [oldest] = compiled.keys();
	if (compiled.size > KEPT && oldest !== undefined) compiled.delete(oldest);
	return transformation;
}

/** The rows of the field 'Properties'. */
export function parseProperties(rows: Json | undefined): Properties {
	const list = Array.isArray(rows) ? rows : [];
	return Object.fromEntries(
		list.map((row) => [String(member(row, 'name') ?? ''), String(member(row, 'value') ?? '')]),
	);
}
