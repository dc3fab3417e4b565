import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import { closeGaps } from '../path';
import { applyMappings, emptyRow, explainCondition, explainMapping, failureOf } from './apply';
import type { Block } from './block';
import type { Explanation, MappingExplanation } from './explain';
import type { Run } from './run';
import { isActive } from './scope';

export type SkipCode = 'condition' | 'operation' | 'ignored' | 'missing';

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
	| {
			readonly status: 'skipped';
			readonly reason: string;
			readonly code: SkipCode;
			readonly explanation?: Explanation;
	  }
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
		return notAdmitted(block, run, explanation) ?? runMappings(block, run, rows, explanation);
	} catch (error) {
		return { status: 'failed', error: failureOf(`${block.entityType}.condition`, error) };
	}
}

/** Why the entity is skipped before any mapping runs. @throws Error of the condition */
export function notAdmitted(
	block: Block,
	run: Run,
	explanation: Explained | undefined,
): MapResult | undefined {
	const { condition, entityType } = block;
	if (block.ignore) {
		return skipped('ignored', `Entity type [${entityType}] is ignored in the transformation`);
	}
	if (
		condition !== undefined &&
		looksAtCondition(block, run) &&
		!condition.test(run.source, run.scope)
	) {
		const reason = `Entity condition [${condition.text}] is not fulfilled`;
		return skipped('condition', reason, explanation);
	}
	if (block.skipOperations.some((each) => each === run.operation)) {
		const reason = `Operation [${run.operation}] is skipped in target transformation`;
		return skipped('operation', reason, explanation);
	}
	return undefined;
}

/** When a delete becomes an update, the condition is not looked at [Transformation Expressions]. */
function looksAtCondition(block: Block, run: Run): boolean {
	return run.operation !== 'delete' || block.direction === 'read';
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

export function skipped(code: SkipCode, reason: string, explanation?: Explained): MapResult {
	return { status: 'skipped', reason, code, ...explanation };
}

function noPatch(block: Block): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.failed',
		message: `${block.entityType}: no mapping has the scope patchEntity, so a PATCH cannot be mapped`,
		hint: 'Add mappings with the scope patchEntity, or send the whole entity with PUT.',
	});
}
