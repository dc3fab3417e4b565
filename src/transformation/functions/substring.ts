import { z } from 'zod';
import type { TransformationFunction } from './function';
import { count } from './parameters';
import { textOf } from './value';

const parameters = z
	.object({ beginIndex: count, endIndex: count.optional() })
	.strict()
	.refine(({ beginIndex, endIndex }) => endIndex === undefined || beginIndex <= endIndex, {
		message: 'must not be less than beginIndex',
		path: ['endIndex'],
	});

/** Counts UTF-16 units; what lies beyond the end is left out instead of failing. */
export const substring: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'substring',
	subject: 'scalar',
	parameters,
	run: (value, { beginIndex, endIndex }) => textOf(value).slice(beginIndex, endIndex),
};
