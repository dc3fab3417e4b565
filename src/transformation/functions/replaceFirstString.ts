import type { TransformationFunction } from './function';
import type { PreparedReplace, ReplaceParameters } from './replaceMatches';
import { prepareReplace, replaceMatches, replaceParameters } from './replaceMatches';
import { textOf } from './value';

/** Replaces the first match of a regular expression in the value. */
export const replaceFirstString: TransformationFunction<ReplaceParameters, PreparedReplace> = {
	name: 'replaceFirstString',
	subject: 'scalar',
	parameters: replaceParameters,
	prepare: prepareReplace,
	run(value, { regex, replacement }) {
		const input = textOf(value);
		return replaceMatches(input, regex.find(input).slice(0, 1), replacement);
	},
};
