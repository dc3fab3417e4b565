import type { Json } from '../model/json';
import { member } from '../model/json';
import { jsonFrom } from './json';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { CompileOptions } from './options';
import { compileRead, unwrapSingle } from './read';
import type { MappingShape } from './schema';
import type { Source } from './source';
import { compileValueMapping } from './valueMapping';
import { insertDeep, referencedVariables } from './variables';

export function compileSource(
	shape: MappingShape,
	pointer: string,
	{ nullIsValue }: CompileOptions,
	findings: Findings,
): Source {
	if (shape.type === 'valueMapping') return compileValueMapping(shape, pointer, findings);
	if (shape.sourcePath !== undefined) return pathSource(shape, pointer, nullIsValue, findings);
	if (shape.sourceVariable !== undefined) return variableSource(shape, pointer, findings);
	if (shape.constant !== undefined) return constantSource(jsonFrom(shape.constant));
	return { text: 'nothing', read: () => undefined };
}

function pathSource(
	{ sourcePath: text = '', preserveArrayWithSingleElement: keepSingle }: MappingShape,
	pointer: string,
	nullIsValue: boolean | undefined,
	findings: Findings,
): Source {
	const place = joinPointer(pointer, 'sourcePath');
	return { text, read: compileRead(text, place, findings, { keepSingle, nullIsValue }) };
}

function variableSource(shape: MappingShape, pointer: string, findings: Findings): Source {
	const name = shape.sourceVariable ?? '';
	const text = `variable ${name}`;
	const keepSingle = shape.preserveArrayWithSingleElement === true;
	if (shape.variablePath === undefined) {
		return keepSingle
			? { text, read: (_, run) => member(run.variables, name) ?? undefined }
			: { text, read: (_, run) => unwrapSingle(member(run.variables, name)) };
	}
	const place = joinPointer(pointer, 'variablePath');
	const read = compileRead(shape.variablePath, place, findings, { keepSingle });
	return {
		text: `${text}, ${shape.variablePath}`,
		read(_, run) {
			const value = member(run.variables, name);
			return value === undefined ? undefined : read(value);
		},
	};
}

function constantSource(constant: Json): Source {
	const text = 'constant';
	if (referencedVariables(constant).length === 0) return { text, read: () => constant };
	return { text, read: (_, run) => insertDeep(constant, run.variables) };
}
