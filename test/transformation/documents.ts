import type { Json, JsonObject } from '../../src/model/json';
import type { Fault, TransformationOptions } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { faultsOf as refusal } from './refusal';

/** A document with these mappings of users. */
export const user = (...mappings: Json[]): JsonObject => ({ user: { mappings } });

/** A mapping without faults. */
export const good = { sourcePath: '$.a', targetPath: '$.b' };

export const withFunction = (each: JsonObject): JsonObject => user({ ...good, functions: [each] });

export function faultsIn(document: unknown, options: TransformationOptions = {}): readonly Fault[] {
	return refusal(() => compileTransformation(document, options));
}
