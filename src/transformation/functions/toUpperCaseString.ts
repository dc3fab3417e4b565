import type { z } from 'zod';
import type { TransformationFunction } from './function';
import { caseParameters, languageOfLetters } from './letterCase';
import { textOf } from './value';

export const toUpperCaseString: TransformationFunction<
	z.infer<typeof caseParameters>,
	string | undefined
> = {
	name: 'toUpperCaseString',
	subject: 'scalar',
	parameters: caseParameters,
	prepare: languageOfLetters,
	run(value, language) {
		const letters = textOf(value);
		return language === undefined ? letters.toUpperCase() : letters.toLocaleUpperCase(language);
	},
};
