import type { Json } from '../model/json';
import { isObject } from '../model/json';
import type { Step } from './ast';
import type { CompileFilter, Test, Variables } from './evaluation';
import { memberReader, own, pick } from './names';

/** Adds what its steps address below `value` to `found`, in document order. */
export type Collect = (
	value: Json,
	root: Json | undefined,
	variables: Variables,
	found: Json[],
) => void;

const push: Collect = (value, _root, _variables, found) => {
	found.push(value);
};

/** One visit per value and no list between the steps, so the time is linear in the document. */
export function compileCollector(steps: readonly Step[], compileFilter: CompileFilter): Collect {
	return steps.reduceRight<Collect>(
		(next, step, position) => compileStep(step, next, steps[position + 1], compileFilter),
		push,
	);
}

function compileStep(
	step: Step,
	next: Collect,
	following: Step | undefined,
	compileFilter: CompileFilter,
): Collect {
	switch (step.kind) {
		case 'name':
			return collectName(step.name, next);
		case 'names':
			return following === undefined ? collectPicked(step.names) : collectNames(step.names, next);
		case 'index':
			return collectIndexes([step.index], next);
		case 'indexes':
			return collectIndexes(step.indexes, next);
		case 'slice':
			return collectSlice(step.from, step.to, next);
		case 'wildcard':
			return collectAll(next);
		case 'filter':
			return collectFiltered(compileFilter(step.filter), next);
		case 'descendants':
			return collectDescendants(next, following?.kind === 'filter');
	}
}

function collectName(name: string, next: Collect): Collect {
	const read = memberReader([name]);
	return (value, root, variables, found) => {
		const member = read(value);
		if (member !== undefined) next(member, root, variables, found);
	};
}

function collectNames(names: readonly string[], next: Collect): Collect {
	return (value, root, variables, found) => {
		for (const name of names) {
			const member = own(value, name);
			if (member !== undefined) next(member, root, variables, found);
		}
	};
}

function collectPicked(names: readonly string[]): Collect {
	return (value, _root, _variables, found) => {
		const picked = pick(value, names);
		if (picked !== undefined) found.push(picked);
	};
}

function collectIndexes(indexes: readonly number[], next: Collect): Collect {
	return (value, root, variables, found) => {
		if (!Array.isArray(value)) return;
		for (const index of indexes) {
			const element = value[index < 0 ? value.length + index : index];
			if (element !== undefined) next(element, root, variables, found);
		}
	};
}

function collectSlice(from: number | undefined, to: number | undefined, next: Collect): Collect {
	return (value, root, variables, found) => {
		if (!Array.isArray(value)) return;
		for (const element of value.slice(from, to)) next(element, root, variables, found);
	};
}

function collectAll(next: Collect): Collect {
	return (value, root, variables, found) => {
		if (Array.isArray(value)) {
			for (const element of value) if (element !== undefined) next(element, root, variables, found);
		} else if (isObject(value)) {
			for (const name of Object.keys(value)) {
				const member = value[name];
				if (member !== undefined) next(member, root, variables, found);
			}
		}
	};
}

/** On an object the filter asks the object itself, as the reference does. */
function collectFiltered(test: Test, next: Collect): Collect {
	return (value, root, variables, found) => {
		if (Array.isArray(value)) {
			for (const element of value) {
				if (element !== undefined && test(element, root, variables)) {
					next(element, root, variables, found);
				}
			}
		} else if (isObject(value) && test(value, root, variables)) {
			next(value, root, variables, found);
		}
	};
}

/** With its own stack: a document may be nested deeper than calls may be. */
function collectDescendants(next: Collect, objectsOnly: boolean): Collect {
	return (value, root, variables, found) => {
		const open: Json[] = [value];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (typeof at !== 'object' || at === null) continue;
			// A filter behind `..` sees each object once, not again as an element of its list.
			if (!objectsOnly || !Array.isArray(at)) next(at, root, variables, found);
			const below = Array.isArray(at) ? at : Object.values(at);
			for (let index = below.length - 1; index >= 0; index -= 1) {
				const child = below[index];
				if (child !== undefined) open.push(child);
			}
		}
	};
}
