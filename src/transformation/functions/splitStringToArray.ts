import { z } from 'zod';
import type { TransformationFunction } from './function';
import { nonEmptyText } from './parameters';
import { textOf } from './value';

const parameters = z.object({ separator: nonEmptyText }).strict();

/** Splits at a literal separator; like Java it keeps inner empty parts and drops trailing ones. */
export const splitStringToArray: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'splitStringToArray',
	subject: 'scalar',
	parameters,
	run(value, { separator }) {
		const parts = textOf(value).split(separator);
		while (parts.at(-1) === '') parts.pop();
		return parts;
	},
};
