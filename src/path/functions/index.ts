import type { ConditionFunction } from './function';
import { isApplicationSpecificGroup } from './isApplicationSpecificGroup';
import { isAttributeWithMandatoryPrefix } from './isAttributeWithMandatoryPrefix';
import { isAttributeWithOptionalPrefix } from './isAttributeWithOptionalPrefix';
import { isRegularGroup } from './isRegularGroup';
import { isValidEmail } from './isValidEmail';

export const conditionFunctions: ReadonlyMap<string, ConditionFunction> = new Map(
	[
		isApplicationSpecificGroup,
		isAttributeWithMandatoryPrefix,
		isAttributeWithOptionalPrefix,
		isRegularGroup,
		isValidEmail,
	].map((definition) => [definition.name, definition]),
);
