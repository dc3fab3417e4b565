import type { Json } from '../model/json';
import { member } from '../model/json';
import { jsonFrom } from './json';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import { compileRead, unwrapSingle } from './read';
import type { Run } from './run';
import type { MappingShape } from './schema';
import { compileValueMapping } from './valueMapping';
import { insertDeep, referencedVariables } from './variables';

/** Where a mapping gets its value. */
export interface Source {
	/** As the document has it, for messages. */
	readonly text: string;
	/** `undefined` = absent; JSON null in a document counts as absent, a constant null does not. */
	read(document: Json, run: Run): Json | undefined;
}

export function compileSource(shape: MappingShape, pointer: string, findings: Findings): Source {
	if (shape.type === 'valueMapping') return compileValueMapping(shape, pointer, findings);
	if (shape.sourcePath !== undefined) return pathSource(shape, pointer, findings);
	if (shape.sourceVariable !== undefined) return variableSource(shape, pointer, findings);
	if (shape.constant !== undefined) return constantSource(jsonFrom(shape.constant));
	return { text: 'nothing', read: () => undefined };
}

function pathSource(shape: MappingShape, pointer: string, findings: Findings): Source {
	const text = shape.sourcePath ?? '';
	const keepSingle = shape.preserveArrayWithSingleElement === true;
	const read = compileRead(text, keepSingle, joinPointer(pointer, 'sourcePath'), findings);
	return { text, read };
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
	const read = compileRead(shape.variablePath, keepSingle, place, findings);
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
