import type { Json, JsonObject } from '../../../src/model/json';

/** Result of a value for which a function fails the entity. */
export const FAILS = Symbol('fails');
/** Result of a value for which there is no result: an optional mapping is left out. */
export const ABSENT = Symbol('absent');

type Result = Json | typeof FAILS | typeof ABSENT;

export interface Sample {
	readonly name: string;
	readonly parameters: JsonObject;
	/** Each value and its result: a usual one, a list, one of the wrong type. */
	readonly results: readonly (readonly [value: Json, result: Result])[];
	/** What comes of an absent value; most functions are not run then. */
	readonly onAbsent?: Json;
	/** A function behind this one. */
	readonly next?: JsonObject;
}
