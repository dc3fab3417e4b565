import { z } from 'zod';
import type { TransformationFunction } from './function';
import { count } from './parameters';

const parameters = z.object({ index: count }).strict();

/** A value that is no list counts as a list of one: a single element may have been unwrapped. */
export const elementAt: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'elementAt',
	subject: 'whole',
	parameters,
	run(value, { index }) {
		const element = Array.isArray(value) ? value[index] : index === 0 ? value : undefined;
		return element ?? undefined;
	},
};
