import type { ZodType, ZodTypeDef } from 'zod';
import type { EntityType } from '../../model/entity';
import type { Json } from '../../model/json';

/** Bytes exist only between `decode` and `toString`; they never reach a target path. */
export type Value = Json | Uint8Array;

/** What a function may ask the world for; nothing else. */
export interface FunctionContext {
	/** Bytes from a cryptographic source. */
	random(size: number): Uint8Array;
	/** Milliseconds since 1970, the same for the whole run. */
	readonly now: number;
	/** Pattern of the variable `currentDate`: the default source format of `manipulateDate`. */
	readonly dateFormat: string;
	/** Id in the target of an entity of the source; `undefined` when it is not known there. */
	resolve(id: string, entityType: EntityType, systemName?: string): string | undefined;
	warn(message: string): void;
}

/**
 * What a function works on when its value is a list:
 * `scalar` each item, which must not be an object; `element` each item; `whole` the list itself;
 * `generator` nothing, it makes its value.
 */
export type FunctionSubject = 'scalar' | 'element' | 'whole' | 'generator';

/**
 * One mapping function. The engine inserts variables and paths into the parameters, walks lists,
 * looks at the function's condition and leaves absent values out before `run` is called. `run` sees
 * one value and changes neither it nor the parameters; its result may share parts with both.
 */
export interface TransformationFunction<P = unknown, Prepared = P> {
	readonly name: string;
	readonly subject: FunctionSubject;
	/** Parameters after `%property%` replacement, without the keys that every function has. */
	readonly parameters: ZodType<P, ZodTypeDef, unknown>;
	/** Names of parameters that may be a JSONPath into the source document. */
	readonly pathParameters?: readonly string[];
	/** Runs on an absent value too (it has a default of its own). */
	readonly onAbsent?: boolean;
	/**
	 * Checks and compiles once what does not depend on the entity; without it `run` gets the
	 * parameters. Parameters that hold a variable or a path are parsed and prepared for each entity.
	 * @throws Error with the reason
	 */
	prepare?(parameters: P): Prepared;
	/**
	 * `value` is null when absent (generators and `onAbsent` only). `undefined` = absent; from an item
	 * of a list: the item is left out.
	 * @throws Error with a reason that never contains the value
	 */
	run(value: Value, prepared: Prepared, context: FunctionContext): Value | undefined;
}
