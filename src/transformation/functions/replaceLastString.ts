import type { TransformationFunction } from './function';
import type { PreparedReplace, ReplaceParameters } from './replaceMatches';
import { prepareReplace, replaceMatches, replaceParameters } from './replaceMatches';
import { textOf } from './value';

/** Replaces the last of the matches that do not overlap. */
export const replaceLastString: TransformationFunction<ReplaceParameters, PreparedReplace> = {
	name: 'replaceLastString',
	subject: 'scalar',
	parameters: replaceParameters,
	prepare: prepareReplace,
	run(value, { regex, replacement }) {
		const input = textOf(value);
		return replaceMatches(input, regex.find(input).slice(-1), replacement);
	},
};
