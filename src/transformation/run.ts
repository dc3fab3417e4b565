import type { EntityType } from '../model/entity';
import type { Json, JsonObject } from '../model/json';
import type { FunctionContext, Value } from './functions/function';
import type { MapOperation } from './scope';

/** Finds the id in the target of an entity of the source. */
export type Resolve = (
	id: string,
	entityType: EntityType,
	systemName?: string,
) => string | undefined;

/** What a transformation asks the world for. */
export interface World {
	/** Bytes from a cryptographic source. */
	random(size: number): Uint8Array;
	/** Milliseconds since 1970. */
	now(): number;
	/** Pattern of the variable `currentDate`. */
	readonly dateFormat: string;
}

/** One entity on its way through one block. */
export class Run implements FunctionContext {
	readonly output: JsonObject = {};
	/** What conditions see beside the document. */
	readonly scope: { readonly variables: JsonObject };
	readonly dateFormat: string;
	/** Mapping at work, for warnings: `user.mappings[3]`. */
	place = '';
	warnings: string[] | undefined;
	/** For a path that had to replace what stood there. */
	readonly warnOfWrite: (reason: string) => void;
	private time: number | undefined;

	constructor(
		readonly source: Json,
		readonly operation: MapOperation,
		readonly variables: JsonObject,
		private readonly world: World,
		private readonly lookUp: Resolve | undefined,
	) {
		this.scope = { variables };
		this.warnOfWrite = warnerOf(this);
		this.dateFormat = world.dateFormat;
	}

	/** One moment for the whole run. */
	get now(): number {
		this.time ??= this.world.now();
		return this.time;
	}

	random(size: number): Uint8Array {
		return this.world.random(size);
	}

	resolve(id: string, entityType: EntityType, systemName?: string): string | undefined {
		return this.lookUp?.(id, entityType, systemName);
	}

	warn(message: string): void {
		this.warnings ??= [];
		this.warnings.push(`${this.place}: ${message}`);
	}

	/** For conditions of functions. */
	scopeAt(value: Value): { readonly current: Json; readonly variables: JsonObject } {
		return { current: atHand(value), variables: this.variables };
	}
}

/** What a condition of a function sees: bytes have no JSON to compare. */
export function atHand(value: Value): Json {
	return value instanceof Uint8Array ? null : value;
}

function warnerOf(run: Run): (reason: string) => void {
	return (reason) => run.warn(reason);
}
