import { ProvisioningError } from '../model/errors';
import { jsonFrom } from './json';
import type { Act, MappingExplanation } from './explain';
import { explainStep, show } from './explain';
import type { Findings } from './findings';
import type { FunctionStep } from './functionStep';
import type { Value } from './functions/function';
import type { Run } from './run';
import type { MappingShape } from './schema';
import { compileSource } from './source';
import { compileTarget } from './target';
import { TARGET_ID } from './variables';

/** `set` and `valueMapping`: read, apply the functions, fall back to the default, write. */
export function compileSet(
	shape: MappingShape,
	steps: readonly FunctionStep[],
	pointer: string,
	findings: Findings,
): { readonly source: string; readonly act: Act } {
	const source = compileSource(shape, pointer, findings);
	const target = compileTarget(shape, pointer, findings);
	const hasDefault = shape.defaultValue !== undefined;
	const fallback = hasDefault ? jsonFrom(shape.defaultValue) : undefined;
	const onlyCorrelates = shape.targetPath === undefined && shape.targetVariable === undefined;
	const mayBeAbsent = shape.optional === true || onlyCorrelates;
	const readsTargetId = shape.sourceVariable === TARGET_ID;

	function act(run: Run, row: MappingExplanation | undefined): void {
		let value: Value | undefined = source.read(run);
		if (row !== undefined && value !== undefined) row.read = show(value);

		for (const step of steps) {
			const before = value;
			value = step.apply(value, run);
			if (row !== undefined) (row.functions ??= []).push(explainStep(step, before, value, run));
		}

		if (value === undefined) {
			value = fallback;
			if (value === undefined) {
				// Before the create there is no id in the target; documents read it all the same.
				if (!mayBeAbsent && !(readsTargetId && run.operation === 'create'))
					throw absent(source.text);
				if (row !== undefined) row.because = `${source.text} gave no value`;
				return;
			}
			if (row !== undefined) row.default = true;
		}
		if (row !== undefined) {
			if (onlyCorrelates) {
				row.because = 'it only marks the value as identifying a person';
				return;
			}
			explainWrite(row, value, run);
		}
		target.write(run, value);
	}

	function explainWrite(row: MappingExplanation, value: Value, run: Run): void {
		const before = shape.targetPath === '$' ? undefined : target.path?.read(run.output);
		if (before !== undefined && !(Array.isArray(before) && before.length === 0)) {
			row.overwrote = show(before);
		}
		row.written = show(value);
		row.result = 'written';
	}

	return { source: source.text, act };
}

function absent(source: string): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.failed',
		message: `\`${source}\` gave no value, and the mapping is required`,
		hint: 'Set `optional` to true or give a `defaultValue`, or complete the entity in the source.',
	});
}
