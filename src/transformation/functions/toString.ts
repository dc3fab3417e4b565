import { z } from 'zod';
import type { TransformationFunction } from './function';
import { hasMembers, isBytes, textOf } from './value';

const parameters = z.object({}).strict();

/** Bytes are read as UTF-8, objects and inner lists become their JSON text. */
export const toString: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'toString',
	subject: 'element',
	parameters,
	run(value) {
		if (isBytes(value)) return Buffer.from(value).toString('utf8');
		return hasMembers(value) || Array.isArray(value) ? JSON.stringify(value) : textOf(value);
	},
};
