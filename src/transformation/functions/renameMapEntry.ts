import { z } from 'zod';
import type { TransformationFunction } from './function';
import { memberName } from './parameters';
import { hasMembers, holds } from './value';

const parameters = z.object({ sourceKey: memberName, targetKey: memberName }).strict();

/** Moves a member to another name, which is overwritten. */
export const renameMapEntry: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'renameMapEntry',
	subject: 'element',
	parameters,
	run(value, { sourceKey, targetKey }) {
		if (sourceKey === targetKey || !hasMembers(value) || !holds(value, sourceKey)) return value;
		const { [sourceKey]: moved = null, ...others } = value;
		return { ...others, [targetKey]: moved };
	},
};
