import { z } from 'zod';

export const caseParameters = z.object({ locale: z.string().default('en_EN') }).strict();

/** The only languages in which Java maps letters in a way of their own. */
const OWN_LETTERS = new Set(['az', 'lt', 'tr']);

/** Language to map letters by, or `undefined` where the language makes no difference. */
export function languageOfLetters({ locale }: z.infer<typeof caseParameters>): string | undefined {
	const language = locale.split(/[-_]/, 1).join('').toLowerCase();
	return OWN_LETTERS.has(language) ? language : undefined;
}
