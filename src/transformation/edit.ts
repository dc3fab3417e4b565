import type { Act } from './explain';
import { show } from './explain';
import type { Findings } from './findings';
import type { MappingShape } from './schema';
import { compileTargetPath } from './target';

/** `remove` and `rename` act on the output built so far; what is not there is left alone. */
export function compileEdit(
	shape: MappingShape,
	pointer: string,
	findings: Findings,
): { readonly source: string; readonly act: Act } {
	const path = compileTargetPath(shape, pointer, findings);
	const name = shape.type === 'rename' ? String(shape.constant) : undefined;

	return {
		source: 'output',
		act(run, row) {
			if (path === undefined) return;
			if (row !== undefined) {
				const before = path.read(run.output);
				if (before === undefined || (!path.definite && Array.isArray(before) && !before.length)) {
					row.because = 'the output has nothing there';
				} else {
					row.overwrote = show(before);
					row.result = name === undefined ? 'removed' : 'renamed';
				}
			}
			if (name === undefined) path.remove(run.output);
			else path.rename(run.output, name);
		},
	};
}
