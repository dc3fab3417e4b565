import { z } from 'zod';
import type { TransformationFunction } from './function';
import { nonEmptyText, text } from './parameters';
import { textOf } from './value';

const parameters = z.object({ target: nonEmptyText, replacement: text }).strict();

/** Replaces every literal occurrence of `target`, from left to right. */
export const replaceString: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'replaceString',
	subject: 'scalar',
	parameters,
	run: (value, { target, replacement }) => textOf(value).split(target).join(replacement),
};
