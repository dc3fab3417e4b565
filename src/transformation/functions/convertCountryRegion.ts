import { z } from 'zod';
import type { JsonObject } from '../../model/json';
import type { TransformationFunction } from './function';
import { attributeNames, memberName } from './parameters';
import { findCountry } from './places/country';
import { findRegion } from './places/region';
import { hasMembers, scalarText } from './value';

const parameters = z
	.object({
		outputFormat: z.enum(['fullName', 'alpha2']),
		inputAttributes: attributeNames.default(['region', 'country']),
		outputAttribute: memberName.optional(),
	})
	.strict();

/** Code or name of a region -> its full code or its name; what is not known stays. */
export const convertCountryRegion: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'convertCountryRegion',
	subject: 'element',
	parameters,
	run(value, { outputFormat, inputAttributes, outputAttribute }) {
		const form = outputFormat === 'alpha2' ? 'code' : 'fullName';
		if (!hasMembers(value)) return findRegion(scalarText(value) ?? '', undefined)?.[form] ?? value;

		const regionAttribute = inputAttributes.find((name) => !isCountryAttribute(name));
		const region = textIn(value, regionAttribute);
		if (regionAttribute === undefined || region === undefined) return value;
		const country = findCountry(textIn(value, inputAttributes.find(isCountryAttribute)) ?? '');
		const found = findRegion(region, country?.alpha2);
		if (found === undefined) return value;
		return { ...value, [outputAttribute ?? regionAttribute]: found[form] };
	},
};

/** Only the names tell the two inputs apart: the documentation lists them in either order. */
function isCountryAttribute(name: string): boolean {
	return /country/i.test(name);
}

function textIn(value: JsonObject, name: string | undefined): string | undefined {
	return name !== undefined && Object.hasOwn(value, name) ? scalarText(value[name]) : undefined;
}
