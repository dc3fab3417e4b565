import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import { closeGaps } from '../path';
import { applyMappings, emptyRow, explainCondition, explainMapping, failureOf } from './apply';
import type { Block } from './block';
import type { Explanation, MappingExplanation } from './explain';
import type { Run } from './run';
import { isActive } from './scope';
import type { Skip } from './skip';
import { looksAtCondition, whySkipped } from './skip';

/** What became of one entity. `entity` shares nothing with the entity that came in. */
export type MapResult =
	| {
			readonly status: 'mapped';
			readonly entity: JsonObject;
			/** As the mappings left them, `currentDate` excepted. */
			readonly variables: JsonObject;
			readonly warnings?: readonly string[];
			readonly explanation?: Explanation;
	  }
	| ({
			readonly status: 'skipped';
			readonly explanation?: Explanation;
	  } & Skip)
	| {
			readonly status: 'failed';
			readonly error: ProvisioningError;
			readonly explanation?: Explanation;
	  };

/** Order: ignored, condition, skipped operation, mappings [Transformation Expressions]. */
export function mapEntity(block: Block, run: Run, explain: boolean): MapResult {
	const rows: MappingExplanation[] | undefined = explain ? [] : undefined;
	try {
		const explanation = rows && { explanation: explainBlock(block, run, rows) };
		const skip = whySkipped(block, run);
		if (skip === undefined) return runMappings(block, run, rows, explanation);
		// An ignored entity type has nothing to explain.
		return { status: 'skipped', ...skip, ...(skip.code === 'ignored' ? {} : explanation) };
	} catch (error) {
		return { status: 'failed', error: failureOf(`${block.entityType}.condition`, error) };
	}
}

function runMappings(
	block: Block,
	run: Run,
	rows: MappingExplanation[] | undefined,
	explanation: Explained | undefined,
): MapResult {
	try {
		if (run.operation === 'patch' && block.active.patch.length === 0) throw noPatch(block);
		if (rows !== undefined) explainMappings(block, run, rows);
		else applyMappings(block.active[run.operation], run);
	} catch (error) {
		const failure = error instanceof ProvisioningError ? error : failureOf(block.entityType, error);
		return { status: 'failed', error: failure, ...explanation };
	}
	closeGaps(run.output);
	const { output: entity, variables, warnings } = run;
	if (warnings === undefined && explanation === undefined) {
		return { status: 'mapped', entity, variables };
	}
	return { status: 'mapped', entity, variables, ...(warnings && { warnings }), ...explanation };
}

function explainBlock(block: Block, run: Run, mappings: MappingExplanation[]): Explanation {
	const { entityType, condition } = block;
	const { operation } = run;
	if (condition === undefined || block.ignore || !looksAtCondition(block, run)) {
		return { entityType, operation, mappings };
	}
	return { entityType, operation, condition: explainCondition(condition, run), mappings };
}

function explainMappings(block: Block, run: Run, rows: MappingExplanation[]): void {
	for (const mapping of block.mappings) {
		const { ignore, scope } = mapping.shape;
		const idle =
			ignore === true
				? 'it is ignored'
				: isActive(scope, run.operation, block.direction)
					? undefined
					: `its scope [${scope ?? 'none'}] is not that of the operation [${run.operation}]`;
		const row = emptyRow(mapping);
		rows.push(row);
		if (idle === undefined) explainMapping(mapping, run, row);
		else row.because = idle;
	}
}

interface Explained {
	readonly explanation: Explanation;
}

function noPatch(block: Block): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.failed',
		message: `${block.entityType}: no mapping has the scope patchEntity, so a PATCH cannot be mapped`,
		hint: 'Add mappings with the scope patchEntity, or send the whole entity with PUT.',
	});
}
