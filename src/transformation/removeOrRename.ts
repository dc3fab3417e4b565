import type { CompiledPath } from '../path';
import { compilePath } from '../path';
import type { Act } from './explain';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import { jsonFrom } from './json';
import type { MappingShape } from './schema';

/** `remove` and `rename` act on the output built so far; what is not there is left alone. */
export function compileRemoveOrRename(
	shape: MappingShape,
	pointer: string,
	findings: Findings,
): { readonly source: string; readonly act: Act } {
	const name = shape.type === 'rename' ? String(shape.constant) : undefined;
	const { targetPath = '$' } = shape;
	const place = joinPointer(pointer, 'targetPath');
	const path = findings.attempt(place, () => compileChangedPath(targetPath, name));

	return {
		source: 'output',
		act(run, row) {
			if (path === undefined) return;
			if (row !== undefined) {
				const before = path.read(run.output);
				if (before === undefined || (!path.definite && Array.isArray(before) && !before.length)) {
					row.because = 'the output has nothing there';
				} else {
					row.overwrote = jsonFrom(before);
					row.result = name === undefined ? 'removed' : 'renamed';
				}
			}
			if (name === undefined) path.remove(run.output);
			else path.rename(run.output, name);
		},
	};
}

/** Tried on an empty document, where nothing changes, a path that cannot be renamed says why. */
function compileChangedPath(text: string, name: string | undefined): CompiledPath {
	const path = compilePath(text);
	if (name !== undefined) path.rename({}, name);
	return path;
}
