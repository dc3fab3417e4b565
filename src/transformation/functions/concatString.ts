import { z } from 'zod';
import type { TransformationFunction } from './function';
import { text } from './parameters';
import { textOf } from './value';

const parameters = z.object({ prefix: text.default(''), suffix: text.default('') }).strict();

/** prefix + value + suffix; with neither, the value stays what it is. */
export const concatString: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'concatString',
	subject: 'scalar',
	parameters,
	pathParameters: ['prefix', 'suffix'],
	run(value, { prefix, suffix }) {
		if (prefix === '' && suffix === '') return value;
		return prefix + textOf(value) + suffix;
	},
};
