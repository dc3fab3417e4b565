import { z } from 'zod';
import type { TransformationFunction } from './function';
import { memberName } from './parameters';
import { hasMembers, holds } from './value';

const parameters = z.object({ sourceKey: memberName, targetKey: memberName }).strict();

/** Copies a member to another name, which is overwritten. */
export const copyMapEntry: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'copyMapEntry',
	subject: 'element',
	parameters,
	run(value, { sourceKey, targetKey }) {
		if (!hasMembers(value) || !holds(value, sourceKey)) return value;
		return { ...value, [targetKey]: value[sourceKey] ?? null };
	},
};
