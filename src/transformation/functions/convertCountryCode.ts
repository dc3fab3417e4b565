import { z } from 'zod';
import type { TransformationFunction, Value } from './function';
import { attributeNames, memberName } from './parameters';
import { findCountry } from './places/country';
import { hasMembers, scalarText } from './value';

const parameters = z
	.object({
		outputFormat: z.enum(['fullName', 'alpha2', 'alpha3', 'numeric']),
		inputAttributes: attributeNames.default('country'),
		outputAttribute: memberName.optional(),
	})
	.strict();

type Parameters = z.infer<typeof parameters>;

/** Any code or English name of a country -> the chosen form; what is not known stays. */
export const convertCountryCode: TransformationFunction<Parameters> = {
	name: 'convertCountryCode',
	subject: 'element',
	parameters,
	run(value, { outputFormat, inputAttributes, outputAttribute }) {
		if (!hasMembers(value)) return countryOf(value)?.[outputFormat] ?? value;
		for (const name of inputAttributes) {
			const country = Object.hasOwn(value, name) ? countryOf(value[name]) : undefined;
			if (country !== undefined) {
				return { ...value, [outputAttribute ?? name]: country[outputFormat] };
			}
		}
		return value;
	},
};

function countryOf(value: Value | undefined) {
	const text = scalarText(value);
	return text === undefined ? undefined : findCountry(text);
}
