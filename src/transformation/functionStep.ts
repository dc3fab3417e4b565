import type { Json, JsonObject } from '../model/json';
import { isObject, member } from '../model/json';
import type { Condition } from '../path';
import { FORBIDDEN_NAMES } from '../path';
import { compileConditionOf } from './condition';
import { jsonFrom } from './json';
import { joinPointer, reasonOf } from './faults';
import type { Findings } from './findings';
import { FUNCTIONS } from './functions';
import type { TransformationFunction, Value } from './functions/function';
import { boundedText } from './functions/value';
import { compileParameters } from './functionParameters';
import type { CompileOptions } from './options';
import type { Run } from './run';
import { atHand } from './run';
import type { FunctionFrame } from './schema';
import { functionFrame, KEYS } from './schema';
import { unknownWord } from './suggest';
import { checkShape, warnLenient } from './validate';

/** One entry of `functions`, ready to work on a value. */
export interface FunctionStep {
	readonly name: string;
	readonly condition?: Condition;
	/** Makes a value where there is none. */
	readonly generates: boolean;
	/** @throws Error with the name of the function and the reason */
	apply(value: Value | undefined, run: Run): Value | undefined;
}

export function compileFunctionStep(
	written: Readonly<Record<string, unknown>>,
	pointer: string,
	options: CompileOptions,
	findings: Findings,
): FunctionStep | undefined {
	warnLenient(written, pointer, findings);
	const place = { pointer, what: 'a function', keys: KEYS.frame };
	const frame = checkShape(functionFrame, written, place, findings);
	const definition = frame === undefined ? undefined : findFunction(frame, pointer, findings);
	if (frame === undefined || definition === undefined) return undefined;

	checkAttributes(frame, pointer, findings);
	const condition = compileConditionOf(frame, pointer, options, findings);
	const prepare = compileParameters(definition, parametersOf(written), pointer, findings);
	if (prepare === undefined) return undefined;

	const onAbsent = definition.subject === 'generator' || definition.onAbsent === true;
	const walksLists =
		frame.applyOnElements === true ||
		definition.subject === 'scalar' ||
		definition.subject === 'element';
	const applyOne = compileOne(definition, frame);

	function apply(value: Value | undefined, run: Run): Value | undefined {
		if ((value === undefined || value === null) && !onAbsent) return value;
		const ready = prepare?.(run);
		if (ready === undefined) return undefined;
		if (!walksLists || !Array.isArray(value)) {
			return isFulfilled(value ?? null, run) ? applyOne(value ?? null, ready.prepared, run) : value;
		}
		const test = condition?.testEach(run.source, run.variables);
		const results: Json[] = [];
		for (const item of value) {
			const isLeft = item === null || test?.(atHand(item)) === false;
			const result = isLeft ? item : applyOne(item, ready.prepared, run);
			if (result !== undefined) append(results, result);
		}
		return results;
	}

	function isFulfilled(value: Value, run: Run): boolean {
		return condition === undefined || condition.test(run.source, run.scopeAt(value));
	}

	return {
		name: definition.name,
		...(condition === undefined ? {} : { condition }),
		generates: definition.subject === 'generator',
		apply(value, run) {
			try {
				return apply(value, run);
			} catch (error) {
				throw failureOf(definition.name, error);
			}
		},
	};
}

function failureOf(name: string, cause: unknown): Error {
	return new Error(`function ${name}: ${reasonOf(cause)}`, { cause });
}

type ApplyOne = (value: Value, prepared: unknown, run: Run) => Value | undefined;

/** The function on one value, or on one member of it. */
function compileOne(definition: TransformationFunction, frame: FunctionFrame): ApplyOne {
	const attribute = frame.applyOnAttribute ?? frame.applyOnJsonAttribute;
	const assigned = frame.assignToAttribute ?? attribute;

	if (assigned === undefined) {
		return (value, prepared, run) => boundedText(definition.run(value, prepared, run));
	}
	return (value, prepared, run) => {
		if (!isObject(value) || value instanceof Uint8Array) {
			if (attribute !== undefined) return value;
			throw new Error('`assignToAttribute` needs an object to assign to');
		}
		const input: Value | undefined = attribute === undefined ? value : member(value, attribute);
		if (input === undefined || input === null) return value;
		const result = boundedText(definition.run(input, prepared, run));
		const copy = { ...value };
		if (result === undefined) delete copy[assigned];
		else Object.assign(copy, { [assigned]: result });
		return copy;
	};
}

// Until `toString`, bytes may stand in a list or a member; at a target they are refused.
function append(list: unknown[], item: Value): void {
	list.push(item);
}

function findFunction(
	frame: FunctionFrame,
	pointer: string,
	findings: Findings,
): TransformationFunction | undefined {
	const name = frame.function ?? frame.type;
	if (name === undefined) {
		findings.fault(pointer, 'the name is missing: `function` is needed');
		return undefined;
	}
	if (frame.function !== undefined && frame.type !== undefined && frame.type !== frame.function) {
		findings.fault(joinPointer(pointer, 'type'), '`type` and `function` name different functions');
		return undefined;
	}
	const definition = FUNCTIONS.get(name);
	if (definition === undefined) {
		const place = joinPointer(pointer, frame.function === undefined ? 'type' : 'function');
		findings.fault(place, unknownWord(name, 'a function', FUNCTIONS.keys()));
	}
	return definition;
}

function checkAttributes(frame: FunctionFrame, pointer: string, findings: Findings): void {
	if (frame.applyOnJsonAttribute !== undefined) {
		const place = joinPointer(pointer, 'applyOnJsonAttribute');
		findings.warn(place, '`applyOnJsonAttribute` is out of date; use `applyOnAttribute`');
	}
	for (const key of ['applyOnAttribute', 'applyOnJsonAttribute', 'assignToAttribute'] as const) {
		const name = frame[key];
		if (name === undefined || !FORBIDDEN_NAMES.has(name)) continue;
		const message = `\`${name}\` is not allowed as the name of an attribute`;
		findings.fault(joinPointer(pointer, key), message);
	}
}

function parametersOf(written: Readonly<Record<string, unknown>>): JsonObject {
	const parameters: JsonObject = {};
	for (const [name, value] of Object.entries(written)) {
		if (!KEYS.frame.includes(name)) parameters[name] = jsonFrom(value);
	}
	return parameters;
}
