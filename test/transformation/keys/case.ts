import type { Json, JsonObject } from '../../../src/model/json';
import type { MapContext } from '../../../src/transformation';

export type Expected =
	| { readonly gives: Json; readonly sets?: JsonObject }
	| { readonly fails: RegExp }
	| { readonly skips: RegExp }
	| { readonly refused: RegExp };

export type Case = readonly [
	key: string,
	what: string,
	part: JsonObject,
	entity: Json,
	expected: Expected,
	context?: MapContext,
];

export const a = { sourcePath: '$.a', targetPath: '$.b' };
export const keep = { preserveArrayWithSingleElement: true };
export const update: MapContext = { operation: 'update' };
