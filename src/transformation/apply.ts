import { ProvisioningError } from '../model/errors';
import type { Condition } from '../path';
import type { ConditionText, MappingExplanation } from './explain';
import { conditionText, hidePassword } from './explain';
import { reasonOf } from './faults';
import type { Mapping } from './mapping';
import type { Run } from './run';

/** @throws ProvisioningError `transformation.failed`: the entity fails as a whole */
export function applyMappings(mappings: readonly Mapping[], run: Run): void {
	let at: Mapping | undefined;
	try {
		for (const mapping of mappings) {
			at = mapping;
			run.place = mapping.place;
			const { condition } = mapping;
			if (condition === undefined || condition.test(run.source, run.scope)) {
				mapping.act(run, undefined);
			}
		}
	} catch (error) {
		throw failureOf(at?.place ?? '', error);
	}
}

/** The same for one mapping, which says what it did. */
export function explainMapping(mapping: Mapping, run: Run, row: MappingExplanation): void {
	run.place = mapping.place;
	const { condition } = mapping;
	try {
		if (condition === undefined || condition.test(run.source, run.scope)) mapping.act(run, row);
		else leaveOutByCondition(condition, run, row);
	} catch (error) {
		const failure = failureOf(mapping.place, error);
		row.result = 'failed';
		row.because = failure.message;
		throw failure;
	} finally {
		hidePassword(row);
	}
}

function leaveOutByCondition(condition: Condition, run: Run, row: MappingExplanation): void {
	row.because = `condition [${condition.text}] is not fulfilled`;
	row.condition = explainCondition(condition, run);
}

export function explainCondition(condition: Condition, run: Run): ConditionText {
	return conditionText(condition.text, condition.explain(run.source, run.scope));
}

/** The failure of the entity, at this place of the transformation. */
export function failureOf(place: string, cause: unknown): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.failed',
		message: `${place}: ${reasonOf(cause)}`,
		hint:
			cause instanceof ProvisioningError
				? cause.hint
				: 'Look at this place of the transformation and at the entity; explain shows both.',
		cause,
	});
}

/** The row of a mapping that has done nothing yet. */
export function emptyRow({ index, pointer, shape, source }: Mapping): MappingExplanation {
	const { type, targetPath, targetVariable } = shape;
	const row: MappingExplanation = { mapping: index, pointer, type, source, result: 'leftOut' };
	if (targetPath !== undefined) row.targetPath = targetPath;
	if (targetVariable !== undefined) row.targetVariable = targetVariable;
	return row;
}
