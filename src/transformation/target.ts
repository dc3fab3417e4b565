import type { Json } from '../model/json';
import type { CompiledPath } from '../path';
import { compilePath } from '../path';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import { jsonFrom } from './json';
import type { Run } from './run';
import type { MappingShape } from './schema';
import { checkVariable } from './variables';

/** Where a mapping puts its value: a path of the output, a variable, or both. */
export interface Target {
	readonly path?: CompiledPath;
	/** @throws Error when the output has something else there, or the variable cannot hold the value */
	write(run: Run, value: Json): void;
}

export function compileTarget(shape: MappingShape, pointer: string, findings: Findings): Target {
	const path = compileTargetPath(shape, pointer, findings);
	const { targetVariable: variable } = shape;

	const writePath = path?.write;

	function write(run: Run, value: Json): void {
		if (writePath !== undefined) writePath(run.output, value, run.warnOfWrite);
		if (variable !== undefined) run.variables[variable] = checkVariable(variable, jsonFrom(value));
	}
	return path === undefined ? { write } : { path, write };
}

/** A path that fails to compile, or cannot be written to, is noted and left out. */
function compileTargetPath(
	shape: MappingShape,
	pointer: string,
	findings: Findings,
): CompiledPath | undefined {
	const { targetPath: text } = shape;
	if (text === undefined) return undefined;
	const place = joinPointer(pointer, 'targetPath');
	const path = findings.attempt(place, () => compilePath(text));
	if (path?.whyNotWritable !== undefined) {
		findings.fault(place, `nothing can be written to \`${text}\`: ${path.whyNotWritable}`);
	}
	return path;
}
