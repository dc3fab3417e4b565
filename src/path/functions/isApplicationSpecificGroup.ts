import type { ConditionFunction } from './function';
import { groupAttribute } from './groupExtension';

export const isApplicationSpecificGroup: ConditionFunction = {
	name: 'isApplicationSpecificGroup',
	parameters: [],
	property: 'ips.application.id',
	test: (document, _, applicationId) =>
		applicationId !== undefined && groupAttribute(document, 'applicationId') === applicationId,
};
