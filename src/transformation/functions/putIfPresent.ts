import { z } from 'zod';
import type { TransformationFunction } from './function';
import { json, memberName } from './parameters';
import { hasMembers, holds, withMember } from './value';

const parameters = z.object({ key: memberName, defaultValue: json }).strict();

/** Overwrites a member that has a value. */
export const putIfPresent: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'putIfPresent',
	subject: 'element',
	parameters,
	pathParameters: ['defaultValue'],
	run(value, { key, defaultValue }) {
		if (!hasMembers(value) || !holds(value, key)) return value;
		return withMember(value, key, defaultValue);
	},
};
