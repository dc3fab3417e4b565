import { z } from 'zod';
import type { TransformationFunction } from './function';
import { text } from './parameters';
import { textOf } from './value';

const parameters = z.object({ separator: text.default(':'), subId: text }).strict();

/** value + separator + subId. */
export const compositeId: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'compositeId',
	subject: 'scalar',
	parameters,
	pathParameters: ['subId'],
	run: (value, { separator, subId }) => textOf(value) + separator + subId,
};
