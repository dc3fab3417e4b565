import type { ConditionFunction } from './function';
import { groupAttribute } from './groupExtension';

export const isRegularGroup: ConditionFunction = {
	name: 'isRegularGroup',
	parameters: [],
	test: (document) =>
		groupAttribute(document, 'supportedOperations') === undefined ||
		groupAttribute(document, 'applicationId') === undefined,
};
