import type { Json } from '../model/json';
import type { Step } from './ast';
import { firstIndefinite } from './ast';
import { compileCollector } from './collect';
import type { CompileFilter, Reader } from './evaluation';
import { memberReader, pick } from './names';

/**
 * Definite steps give a value or `undefined`. Others give a list, or `undefined` when what stands
 * before the first of them is absent or null.
 */
export function compileReader(steps: readonly Step[], compileFilter: CompileFilter): Reader {
	const split = firstIndefinite(steps);
	if (split < 0) return compileDefinite(steps);
	const readFront = compileDefinite(steps.slice(0, split));
	const collect = compileCollector(steps.slice(split), compileFilter);
	return (current, root, variables) => {
		const front = readFront(current);
		if (front === undefined || front === null) return undefined;
		const found: Json[] = [];
		collect(front, root, variables, found);
		return found;
	};
}

/** It needs nothing but the document. */
export function compileDefinite(steps: readonly Step[]): ReadStep {
	const names = steps.flatMap((step) => (step.kind === 'name' ? [step.name] : []));
	if (names.length === steps.length) return memberReader(names);
	const reads = steps.map(compileStep);
	const [first, second] = reads;
	if (reads.length === 1 && first !== undefined) return first;
	if (reads.length === 2 && first !== undefined && second !== undefined) {
		return (current) => second(first(current));
	}
	return (current) => {
		let value = current;
		for (const read of reads) value = read(value);
		return value;
	};
}

type ReadStep = (value: Json | undefined) => Json | undefined;

function compileStep(step: Step): ReadStep {
	if (step.kind === 'name') return memberReader([step.name]);
	if (step.kind === 'index') {
		const { index } = step;
		return index < 0
			? (value) => (Array.isArray(value) ? value[value.length + index] : undefined)
			: (value) => (Array.isArray(value) ? value[index] : undefined);
	}
	if (step.kind === 'names') {
		const { names } = step;
		return (value) => pick(value, names);
	}
	throw new Error(`a step of kind ${step.kind} can address several values`);
}
