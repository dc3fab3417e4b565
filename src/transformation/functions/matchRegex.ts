import { z } from 'zod';
import type { Regex } from '../../path';
import { compileRegex } from '../../path';
import type { TransformationFunction } from './function';
import { text } from './parameters';
import { textOf } from './value';

const parameters = z.object({ regex: text }).strict();

/** Whether the whole value matches. */
export const matchRegex: TransformationFunction<z.infer<typeof parameters>, Regex> = {
	name: 'matchRegex',
	subject: 'scalar',
	parameters,
	prepare: ({ regex }) => compileRegex(regex),
	run: (value, regex) => regex.matches(textOf(value)),
};
