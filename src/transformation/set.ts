import { ProvisioningError } from '../model/errors';
import type { Json } from '../model/json';
import type { Act, MappingExplanation } from './explain';
import { explainStep } from './explain';
import type { Findings } from './findings';
import type { FunctionStep } from './functionStep';
import type { Value } from './functions/function';
import { jsonFrom, refuseBytes } from './json';
import type { CompileOptions } from './options';
import type { Run } from './run';
import type { MappingShape } from './schema';
import { compileSource } from './compileSource';
import { compileTarget } from './target';
import { TARGET_ID } from './variables';

/** `set` and `valueMapping`: read, apply the functions, fall back to the default, write. */
export function compileSet(
	shape: MappingShape,
	steps: readonly FunctionStep[],
	pointer: string,
	options: CompileOptions,
	findings: Findings,
): { readonly source: string; readonly act: Act } {
	const { text, read } = compileSource(shape, pointer, options, findings);
	const { path, write } = compileTarget(shape, pointer, findings);
	const fallback = shape.defaultValue === undefined ? undefined : jsonFrom(shape.defaultValue);
	const onlyMarks = shape.targetPath === undefined && shape.targetVariable === undefined;
	const mayBeAbsent = shape.optional === true || onlyMarks;
	// Before the create there is no id in the target; documents read it all the same.
	const absentOnCreate = shape.sourceVariable === TARGET_ID;
	const whyAbsent = `${text} gave no value`;
	const hasSteps = steps.length > 0;

	function act(run: Run, row: MappingExplanation | undefined): void {
		if (row !== undefined) return actExplained(run, row);
		const start = read(run.source, run);
		const made = hasSteps ? applySteps(start, run) : start;
		const value = made === undefined ? replaceAbsent(run) : made;
		if (value !== undefined) write(run, value);
	}

	function applySteps(start: Json | undefined, run: Run): Json | undefined {
		let value: Value | undefined = start;
		for (const step of steps) value = step.apply(value, run);
		return value === undefined ? undefined : refuseBytes(value);
	}

	function replaceAbsent(run: Run): Json | undefined {
		if (fallback !== undefined || mayBeAbsent) return fallback;
		if (absentOnCreate && run.operation === 'create') return undefined;
		throw absent(text);
	}

	function actExplained(run: Run, row: MappingExplanation): void {
		const start = read(run.source, run);
		if (start !== undefined) row.read = jsonFrom(start);
		const made = explainSteps(start, run, row);
		const value = made === undefined ? replaceAbsent(run) : refuseBytes(made);
		if (made === undefined && value !== undefined) row.default = true;
		if (value === undefined) row.because = whyAbsent;
		else if (onlyMarks) row.because = 'it only marks the value as identifying a person';
		else {
			const before = shape.targetPath === '$' ? undefined : path?.read(run.output);
			const isNew = before === undefined || (Array.isArray(before) && before.length === 0);
			if (!isNew) row.overwrote = jsonFrom(before);
			write(run, value);
			row.written = jsonFrom(value);
			row.result = 'written';
		}
	}

	function explainSteps(
		start: Json | undefined,
		run: Run,
		row: MappingExplanation,
	): Value | undefined {
		let value: Value | undefined = start;
		for (const step of steps) {
			const before = value;
			value = step.apply(value, run);
			(row.functions ??= []).push(explainStep(step, before, value, run));
		}
		return value;
	}

	return { source: text, act };
}

function absent(source: string): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.failed',
		message: `\`${source}\` gave no value, and the mapping is required`,
		hint: 'Set `optional` to true or give a `defaultValue`, or complete the entity in the source.',
	});
}
