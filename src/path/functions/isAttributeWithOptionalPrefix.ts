import type { ConditionFunction } from './function';
import { startsWith } from './startsWith';

export const isAttributeWithOptionalPrefix: ConditionFunction = {
	name: 'isAttributeWithOptionalPrefix',
	parameters: ['path', 'property'],
	test: (_, value, prefix) =>
		value === undefined || prefix === undefined || startsWith(value, prefix),
};
