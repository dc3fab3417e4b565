import { z } from 'zod';
import type { TransformationFunction } from './function';
import { json, memberName } from './parameters';
import { hasMembers, holds, withMember } from './value';

const parameters = z.object({ key: memberName, defaultValue: json }).strict();

/** Sets a member that is missing or null; an empty text counts as a value. */
export const putIfAbsent: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'putIfAbsent',
	subject: 'element',
	parameters,
	pathParameters: ['defaultValue'],
	run(value, { key, defaultValue }) {
		if (!hasMembers(value) || holds(value, key)) return value;
		return withMember(value, key, defaultValue);
	},
};
