import type { TransformationFunction } from './function';
import type { PreparedReplace, ReplaceParameters } from './replaceMatches';
import { prepareReplace, replaceMatches, replaceParameters } from './replaceMatches';
import { textOf } from './value';

/** Replaces every match of a regular expression in the value. */
export const replaceAllString: TransformationFunction<ReplaceParameters, PreparedReplace> = {
	name: 'replaceAllString',
	subject: 'scalar',
	parameters: replaceParameters,
	prepare: prepareReplace,
	run(value, { regex, replacement }) {
		const input = textOf(value);
		return replaceMatches(input, regex.find(input), replacement);
	},
};
