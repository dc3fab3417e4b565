import type { JsonObject } from '../../src/model/json';
import { compileTransformation, type Transformation } from '../../src/transformation';

/** Values for `%name%` in a transformation. */
export type Properties = Readonly<Record<string, string>>;

const KEPT = 50;
const compiled = new Map<string, Transformation>();

/**
 * Compiles a document once per process, together with its properties. Only an optimisation: the oldest go
 * when there are more than fifty.
 *
 * @throws ProvisioningError `transformation.invalid`
 */
export function transformationFrom(
	document: JsonObject | string,
	properties: Properties,
): Transformation {
	const text = typeof document === 'string' ? document : JSON.stringify(document);
	const key = JSON.stringify([text, Object.entries(properties).sort()]);
	const known = compiled.get(key);
	const transformation = known ?? compileTransformation(document, { properties });
	compiled.delete(key);
	compiled.set(key, transformation);
	const [oldest] = compiled.keys();
	if (compiled.size > KEPT && oldest !== undefined) compiled.delete(oldest);
	return transformation;
}
