import type { Json, JsonObject } from '../../../src/model/json';
import type { Direction, MapOperation } from '../../../src/transformation';

/** One row of the table of documented behaviour (its number in `row`; `D` of a doubtful point); several examples may share a row. */
export interface Example {
	readonly row: number | string;
	readonly why: string;
	readonly mappings: readonly JsonObject[];
	/** Keys of the block beside `mappings`. */
	readonly block?: JsonObject;
	readonly properties?: Readonly<Record<string, string>>;
	readonly direction?: Direction;
	readonly operation?: MapOperation;
	readonly entity?: Json;
	readonly variables?: JsonObject;
	/** Ids of the source that the target knows. */
	readonly known?: Readonly<Record<string, string>>;
	readonly expected: Expected;
	/** Text of a warning of the compilation. */
	readonly warning?: RegExp;
}

export type Expected =
	| { readonly entity: Json; readonly variables?: JsonObject }
	| { readonly failed: RegExp }
	| { readonly skipped: string }
	/** Pointer of the fault below `/user`. */
	| { readonly refused: string; readonly because: RegExp };

/** A condition, looked at by a mapping that says whether it is fulfilled. */
export function condition(
	row: number | string,
	why: string,
	text: string,
	entity: Json,
	fulfilled: boolean,
	more: Partial<Example> = {},
): Example {
	return {
		row,
		why: `${why}: ${text} is ${String(fulfilled)} for ${JSON.stringify(entity)}`,
		mappings: [{ condition: text, constant: true, targetPath: '$.fulfilled' }],
		entity,
		expected: { entity: fulfilled ? { fulfilled: true } : {} },
		...more,
	};
}

/** One mapping from `$.in` to `$.out`. */
export function value(
	row: number | string,
	why: string,
	input: Json,
	functions: JsonObject[],
	output: Json,
	more: JsonObject = {},
): Example {
	return {
		row,
		why,
		mappings: [
			{
				sourcePath: '$.in',
				targetPath: '$.out',
				preserveArrayWithSingleElement: true,
				functions,
				...more,
			},
		],
		entity: { in: input },
		expected: { entity: { out: output } },
	};
}
