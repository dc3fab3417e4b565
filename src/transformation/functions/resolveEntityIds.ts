import { z } from 'zod';
import { ENTITY_TYPES } from '../../model/entity';
import type { TransformationFunction } from './function';
import { hasMembers, holds, textOf } from './value';

const parameters = z
	.object({
		entityType: z.enum(ENTITY_TYPES).default('user'),
		sourceSystemName: z.string().min(1).optional(),
		targetSystemName: z.string().min(1).optional(),
	})
	.strict();

/**
 * Id in the source -> id in the target; of an object, that in its member `value`. What is not known
 * there is left out with a warning, so that the others arrive.
 */
export const resolveEntityIds: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'resolveEntityIds',
	subject: 'element',
	parameters,
	run(value, { entityType, sourceSystemName, targetSystemName }, context) {
		if (targetSystemName !== undefined) {
			context.warn('targetSystemName has no effect: ids are looked up in the target written to');
		}
		const inObject = hasMembers(value);
		const id = !inObject ? value : holds(value, 'value') ? value.value : undefined;
		const resolved =
			id === undefined ? undefined : context.resolve(textOf(id), entityType, sourceSystemName);
		if (resolved === undefined) {
			context.warn(`a ${entityType} is not known in the target and was left out`);
			return undefined;
		}
		return inObject ? { ...value, value: resolved } : resolved;
	},
};
