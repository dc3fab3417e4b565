import { z } from 'zod';
import type { Json, JsonObject } from '../model/json';
import { isObject } from '../model/json';
import { jsonFrom } from './json';
import type { Findings } from './findings';
import { joinPointer } from './faults';
import type { TransformationFunction } from './functions/function';
import type { Run } from './run';
import { KEYS } from './schema';
import type { Read } from './read';
import { compileRead } from './read';
import { checkShape } from './validate';
import { insertDeep, referencedVariables } from './variables';

/** Gives what `run` of the function works with; `undefined` when a path parameter leads nowhere. */
export type Prepare = (run: Run) => { readonly prepared: unknown } | undefined;

/** Parameters without a variable or a path are checked and prepared once, here. */
export function compileParameters(
	definition: TransformationFunction,
	written: JsonObject,
	pointer: string,
	findings: Findings,
): Prepare | undefined {
	const paths = compilePathParameters(definition, written, pointer, findings);
	const place = {
		pointer,
		what: `the function \`${definition.name}\``,
		keys: [...KEYS.frame, ...parameterNames(definition.parameters)],
	};
	const parameters: unknown = checkShape(definition.parameters, written, place, findings);
	if (parameters === undefined) return undefined;

	const prepare = (each: unknown): { prepared: unknown } => ({
		prepared: definition.prepare === undefined ? each : definition.prepare(each),
	});
	if (paths.size === 0 && referencedVariables(written).length === 0) {
		const once = findings.attempt(pointer, () => prepare(parameters));
		return once === undefined ? undefined : () => once;
	}
	return (run) => {
		const inserted = insertInto(written, paths, run);
		return inserted === undefined ? undefined : prepare(parse(definition, inserted));
	};
}

function compilePathParameters(
	definition: TransformationFunction,
	written: JsonObject,
	pointer: string,
	findings: Findings,
): ReadonlyMap<string, Read> {
	const paths = new Map<string, Read>();
	for (const name of definition.pathParameters ?? []) {
		const text = Object.hasOwn(written, name) ? written[name] : undefined;
		if (typeof text !== 'string' || !/^\$[.[]/.test(text)) continue;
		paths.set(name, compileRead(text, joinPointer(pointer, name), findings));
	}
	return paths;
}

/** Of several matches the first counts. */
function insertInto(
	written: JsonObject,
	paths: ReadonlyMap<string, Read>,
	run: Run,
): JsonObject | undefined {
	const inserted: JsonObject = {};
	for (const [name, value] of Object.entries(written)) {
		const read = paths.get(name);
		if (read === undefined) {
			inserted[name] = insertDeep(value, run.variables);
			continue;
		}
		const found = read(run.source);
		const first: Json | undefined = Array.isArray(found) ? found[0] : found;
		if (first === undefined || first === null) return undefined;
		inserted[name] = jsonFrom(first);
	}
	return inserted;
}

function parse(definition: TransformationFunction, inserted: JsonObject): unknown {
	const checked = definition.parameters.safeParse(inserted);
	if (checked.success) return checked.data;
	const issue = checked.error.issues[0];
	throw new Error(`its parameter \`${String(issue?.path[0] ?? '')}\` does not fit after insertion`);
}

function parameterNames(schema: z.ZodTypeAny): string[] {
	if (schema instanceof z.ZodEffects) return parameterNames(schema.innerType());
	if (schema instanceof z.ZodObject && isObject(schema.shape)) return Object.keys(schema.shape);
	return [];
}
