import { z } from 'zod';
import type { Regex } from '../../path';
import { compileRegex } from '../../path';
import type { TransformationFunction } from './function';
import { count, text } from './parameters';
import { textOf } from './value';

const parameters = z.object({ regex: text, groupIndex: count }).strict();

interface Prepared {
	readonly regex: Regex;
	readonly groupIndex: number;
}

/** One group of a match of the whole value; absent without a match or when the group is not set. */
export const getMatchedRegexGroup: TransformationFunction<z.infer<typeof parameters>, Prepared> = {
	name: 'getMatchedRegexGroup',
	subject: 'scalar',
	parameters,
	prepare({ regex: pattern, groupIndex }) {
		const regex = compileRegex(pattern);
		if (groupIndex > regex.groups) {
			throw new Error(
				`groupIndex is ${groupIndex}; the regular expression has ${regex.groups} groups`,
			);
		}
		return { regex, groupIndex };
	},
	run: (value, { regex, groupIndex }) => regex.match(textOf(value))?.[groupIndex],
};
