import type { Condition } from '../path';
import { checkCombination } from './combinations';
import type { Act } from './explain';
import { compileConditionOf } from './condition';
import { describePointer } from './faults';
import type { Findings } from './findings';
import type { FunctionStep } from './functionStep';
import { compileFunctionStep } from './functionStep';
import type { CompileOptions } from './options';
import { compileRemoveOrRename } from './removeOrRename';
import type { MappingShape } from './schema';
import { KEYS, mappingSchema } from './schema';
import { compileSet } from './set';
import { checkShape, warnLenient } from './validate';

/** One entry of `mappings`, ready to run. */
export interface Mapping {
	readonly index: number;
	readonly pointer: string;
	/** `user.mappings[3]` */
	readonly place: string;
	readonly shape: MappingShape;
	/** As the document has it, for explanations. */
	readonly source: string;
	readonly steps: readonly FunctionStep[];
	readonly condition?: Condition;
	readonly act: Act;
}

export function compileMapping(
	written: unknown,
	index: number,
	pointer: string,
	options: CompileOptions,
	findings: Findings,
): Mapping | undefined {
	warnLenient(written, pointer, findings);
	const place = { pointer, what: 'a mapping', keys: KEYS.mapping };
	const shape = checkShape(mappingSchema, written, place, findings);
	if (shape === undefined) return undefined;

	const steps = (shape.functions ?? []).map((each, position) =>
		compileFunctionStep(each, `${pointer}/functions/${position}`, options, findings),
	);
	const known = steps.filter((step) => step !== undefined);
	// A function that failed to compile may be the one that makes the value.
	const generates = known.length < steps.length || known.some((step) => step.generates);
	checkCombination(shape, generates, pointer, findings);

	const condition = compileConditionOf(shape, pointer, options, findings);
	const isEdit = shape.type === 'remove' || shape.type === 'rename';
	const { source, act } = isEdit
		? compileRemoveOrRename(shape, pointer, findings)
		: compileSet(shape, known, pointer, options, findings);
	return {
		index,
		pointer,
		place: describePointer(pointer),
		shape,
		source,
		steps: known,
		...(condition === undefined ? {} : { condition }),
		act,
	};
}
