import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../model/json';
import type { Block } from './block';
import { currentDatePrinter, DATE_FORMAT, DATE_FORMAT_PROPERTY } from './currentDate';
import { compileDocument } from './document';
import type { TransformationWarning } from './faults';
import type { IdToResolve } from './ids';
import { idsOf } from './ids';
import type { MapResult } from './map';
import { mapEntity } from './map';
import { ownedPaths } from './ownership';
import type { CompileOptions } from './options';
import type { Resolve, World } from './run';
import { Run } from './run';
import type { MapOperation } from './scope';
import { CURRENT_DATE } from './variables';

export interface TransformationOptions extends Partial<CompileOptions> {
	/** Bytes for generated passwords; those of node:crypto unless given. */
	readonly random?: (size: number) => Uint8Array;
	/** Milliseconds since 1970, for the variable `currentDate`, which is absent without it. */
	readonly now?: () => number;
	/** Pattern of `currentDate`; unless given, the property `ips.date.variable.format`. */
	readonly dateFormat?: string;
}

export interface MapContext {
	/** What is about to happen at the target; `create` unless given. */
	readonly operation?: MapOperation;
	/** Set by the runtime: `entityIdTargetSystem`, `entityIdSourceSystem`, `entityBaseLocation`, ... */
	readonly variables?: JsonObject;
	/** For `resolveEntityIds`; look up {@link Transformation.idsToResolve} before. */
	readonly resolve?: Resolve;
	/** Adds one row per mapping to the result. */
	readonly explain?: boolean;
}

/** A compiled document: it knows no entity, keeps no state and may be used for many at once. */
export interface Transformation {
	readonly warnings: readonly TransformationWarning[];
	readonly entityTypes: readonly string[];
	/** Synchronous and pure; the entity is not changed. */
	map(entityType: string, entity: Json, context?: MapContext): MapResult;
	/** What `map` would ask its resolver, each once, so that `map` never has to wait. */
	idsToResolve(entityType: string, entity: Json, context?: MapContext): IdToResolve[];
	/**
	 * Paths that an update sets: what the output lacks there has to be cleared at the target.
	 *
	 * @param incoming what the entity may carry, from `owns` of the read transformation; without it a copy
	 * of the whole entity is just `$`
	 */
	owns(entityType: string, incoming?: readonly string[]): string[];
	/** A delete becomes an update, because mappings with the scope `deleteEntity` say how. */
	deletesByUpdate(entityType: string): boolean;
}

/**
 * Compiles a transformation of SAP Identity Provisioning [Manage Transformations].
 * @param document an object, or JSON text (then faults carry line and column)
 * @throws TransformationError `transformation.invalid` with all faults of the document at once
 */
export function compileTransformation(
	document: unknown,
	options: TransformationOptions = {},
): Transformation {
	const { properties = {}, now } = options;
	const { blocks, warnings, usesCurrentDate } = compileDocument(document, {
		...options,
		properties,
		hasClock: now !== undefined,
	});
	const dateFormat =
		options.dateFormat ??
		(Object.hasOwn(properties, DATE_FORMAT_PROPERTY)
			? properties[DATE_FORMAT_PROPERTY]
			: undefined) ??
		DATE_FORMAT;
	const printDate =
		now !== undefined && usesCurrentDate ? currentDatePrinter(dateFormat) : undefined;
	const world: World = {
		random: options.random ?? randomBytes,
		now: now ?? (() => NaN),
		dateFormat,
	};

	function start(entity: Json, context: MapContext, resolve: Resolve | undefined): Run {
		const variables: JsonObject = { ...context.variables };
		const run = new Run(entity, context.operation ?? 'create', variables, world, resolve);
		if (printDate !== undefined && variables[CURRENT_DATE] === undefined) {
			variables[CURRENT_DATE] = printDate(run.now);
		}
		return run;
	}

	return {
		warnings,
		entityTypes: [...blocks.keys()],
		map(entityType, entity, context = {}) {
			const block = blocks.get(entityType);
			if (block === undefined) return missing(entityType);
			const run = start(entity, context, context.resolve);
			const result = mapEntity(block, run, context.explain === true);
			if (printDate !== undefined) delete run.variables[CURRENT_DATE];
			return result;
		},
		idsToResolve(entityType, entity, context = {}) {
			const block = blocks.get(entityType);
			if (block === undefined) return [];
			return idsOf(block, (resolve) => start(entity, context, resolve));
		},
		owns: (entityType, incoming) => ownedPaths(blocks.get(entityType), incoming),
		deletesByUpdate: (entityType) => hasDeleteMappings(blocks.get(entityType)),
	};
}

function missing(entityType: string): MapResult {
	const reason = `The transformation has no mappings for entity type [${entityType}]`;
	return { status: 'skipped', code: 'missing', reason };
}

function hasDeleteMappings(block: Block | undefined): boolean {
	return block !== undefined && block.direction !== 'read' && block.active.delete.length > 0;
}
