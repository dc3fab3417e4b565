import type { Json } from '../model/json';
import type { ConditionExplanation } from '../path';
import { jsonFrom } from './json';
import type { FunctionStep } from './functionStep';
import type { Value } from './functions/function';
import type { Run } from './run';
import type { MapOperation } from './scope';

export type MappingResult = 'written' | 'removed' | 'renamed' | 'leftOut' | 'failed';

/** What one function did. */
export interface FunctionExplanation {
	readonly function: string;
	/** Absent when the value was absent afterwards. */
	result?: Json;
	/** The value passed unchanged, because this condition is not fulfilled. */
	condition?: ConditionText;
}

/** A condition as the document has it, and which part of it decided. */
export interface ConditionText extends ConditionExplanation {
	readonly text: string;
}

/** What one mapping did, in the order of the document. */
export interface MappingExplanation {
	readonly mapping: number;
	readonly pointer: string;
	readonly type: string;
	/** Where the value comes from, as the document has it. */
	readonly source: string;
	/** The value that was read; absent when there was none. */
	read?: Json;
	functions?: FunctionExplanation[];
	/** The value is the `defaultValue` of the mapping. */
	default?: true;
	result: MappingResult;
	targetPath?: string;
	targetVariable?: string;
	/** The value at both targets. */
	written?: Json;
	/** What stood at `targetPath` before. */
	overwrote?: Json;
	/** Why it was left out or failed. */
	because?: string;
	condition?: ConditionText;
}

/** What a mapping does once its condition holds; with a row, it also says what it did. */
export type Act = (run: Run, row: MappingExplanation | undefined) => void;

/** Why the output of one entity looks as it does. */
export interface Explanation {
	readonly entityType: string;
	readonly operation: MapOperation;
	/** The condition of the block, when it was looked at. */
	readonly condition?: ConditionText;
	readonly mappings: readonly MappingExplanation[];
}

const PASSWORD = /\bpassword['"\]]*$/i;
const HIDDEN = '********';

/** An explanation is for people to read and to pass on. */
export function hidePassword(row: MappingExplanation): void {
	const functions = row.functions ?? [];
	const makesOne = functions.some((step) => step.function === 'randomPassword');
	if (!makesOne && ![row.source, row.targetPath ?? ''].some((text) => PASSWORD.test(text))) return;
	for (const part of ['read', 'written', 'overwrote'] as const) {
		if (part in row) row[part] = HIDDEN;
	}
	for (const step of functions) if ('result' in step) step.result = HIDDEN;
}

export function explainStep(
	step: FunctionStep,
	before: Value | undefined,
	after: Value | undefined,
	run: Run,
): FunctionExplanation {
	const explanation: FunctionExplanation = { function: step.name };
	if (after !== undefined) explanation.result = jsonFrom(after);
	const { condition } = step;
	if (condition === undefined || before === undefined || Array.isArray(before)) return explanation;
	const looked = condition.explain(run.source, run.scopeAt(before));
	if (!looked.result) explanation.condition = conditionText(condition.text, looked);
	return explanation;
}

/** The values are copied: what the condition read belongs to the source document. */
export function conditionText(
	text: string,
	{ result, parts }: ConditionExplanation,
): ConditionText {
	return {
		text,
		result,
		parts: parts.map((part) => ({
			text: part.text,
			result: part.result,
			values: part.values.map(({ path, value }) =>
				value === undefined ? { path } : { path, value: jsonFrom(value) },
			),
		})),
	};
}
