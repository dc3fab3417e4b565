import type { CompiledPath } from '../path';
import { compilePath } from '../path';
import { copyJson } from './copy';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Value } from './functions/function';
import type { Run } from './run';
import type { MappingShape } from './schema';
import { checkVariable } from './variables';

/** Where a mapping puts its value: a path of the output, a variable, or both. */
export interface Target {
	readonly path?: CompiledPath;
	readonly variable?: string;
	/** @throws Error when the output has something else there, or the variable cannot hold the value */
	write(run: Run, value: Value): void;
}

export function compileTarget(shape: MappingShape, pointer: string, findings: Findings): Target {
	const path = compileTargetPath(shape, pointer, findings);
	const variable = shape.targetVariable;

	function write(run: Run, value: Value): void {
		if (path !== undefined) path.write(run.output, copyJson(value));
		if (variable !== undefined) run.variables[variable] = checkVariable(variable, copyJson(value));
	}
	return {
		...(path === undefined ? {} : { path }),
		...(variable === undefined ? {} : { variable }),
		write,
	};
}

/** A path that fails to compile, or cannot be written to, is noted and left out. */
export function compileTargetPath(
	shape: MappingShape,
	pointer: string,
	findings: Findings,
): CompiledPath | undefined {
	const { targetPath: text } = shape;
	if (text === undefined) return undefined;
	const place = joinPointer(pointer, 'targetPath');
	return findings.attempt(place, () => compilePath(text));
}
