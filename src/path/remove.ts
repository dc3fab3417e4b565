import type { Json, JsonObject } from '../model/json';
import { isObject } from '../model/json';
import type { Step } from './ast';
import { compileCollector } from './collect';
import type { CompileFilter, Test } from './evaluation';
import { NO_VARIABLES } from './evaluation';

type Action = (container: Json, document: JsonObject) => void;

/** Finds every object or list that holds what the last step addresses. */
function compileContainers(
	steps: readonly Step[],
	compileFilter: CompileFilter,
): (document: JsonObject) => readonly Json[] {
	const collect = compileCollector(steps.slice(0, -1), compileFilter);
	return (document) => {
		const containers: Json[] = [];
		collect(document, document, NO_VARIABLES, containers);
		return containers;
	};
}

/** Removes what the steps address; nothing there is nothing done, and an emptied object stays. */
export function compileRemover(
	steps: readonly Step[],
	compileFilter: CompileFilter,
): (document: JsonObject) => void {
	const last = steps.at(-1);
	if (last === undefined) return clear;
	const containersIn = compileContainers(steps, compileFilter);
	const remove = compileRemoval(last, compileFilter);
	return (document) => {
		for (const container of containersIn(document)) remove(container, document);
	};
}

/** Gives the member that the last step names another name; one that has this name is overwritten. */
export function compileRenamer(
	steps: readonly Step[],
	last: Extract<Step, { kind: 'name' }>,
	compileFilter: CompileFilter,
): (document: JsonObject, name: string) => void {
	const containersIn = compileContainers(steps, compileFilter);
	return (document, name) => {
		for (const container of containersIn(document)) renameMember(container, last.name, name);
	};
}

function renameMember(container: Json, from: string, to: string): void {
	if (!isObject(container) || !Object.hasOwn(container, from) || from === to) return;
	const value = container[from];
	if (value === undefined) return;
	delete container[from];
	container[to] = value;
}

function compileRemoval(step: Step, compileFilter: CompileFilter): Action {
	switch (step.kind) {
		case 'name':
			return (container) => removeNames(container, [step.name]);
		case 'names':
			return (container) => removeNames(container, step.names);
		case 'index':
			return (container) => removeIndexes(container, [step.index]);
		case 'indexes':
			return (container) => removeIndexes(container, step.indexes);
		case 'slice':
			return (container) => removeSlice(container, step.from, step.to);
		case 'filter':
			return removeMatching(compileFilter(step.filter));
		case 'wildcard':
		case 'descendants':
			return clear;
	}
}

function clear(container: Json): void {
	if (Array.isArray(container)) container.length = 0;
	else if (isObject(container)) removeNames(container, Object.keys(container));
}

function removeNames(container: Json, names: readonly string[]): void {
	if (!isObject(container)) return;
	for (const name of names) delete container[name];
}

function removeIndexes(container: Json, indexes: readonly number[]): void {
	if (!Array.isArray(container)) return;
	const { length } = container;
	const places = new Set(indexes.map((index) => (index < 0 ? length + index : index)));
	for (const place of [...places].sort((a, b) => b - a)) {
		if (place >= 0 && place < length) container.splice(place, 1);
	}
}

function removeSlice(container: Json, from: number | undefined, to: number | undefined): void {
	if (!Array.isArray(container)) return;
	const removed = container.slice(from, to).length;
	const start = from === undefined ? 0 : from < 0 ? Math.max(0, container.length + from) : from;
	container.splice(start, removed);
}

function removeMatching(test: Test): Action {
	return (container, document) => {
		if (!Array.isArray(container)) return;
		const kept = container.filter((element) => !test(element, document, NO_VARIABLES));
		container.length = 0;
		for (const element of kept) container.push(element);
	};
}
