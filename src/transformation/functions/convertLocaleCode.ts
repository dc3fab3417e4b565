import { z } from 'zod';
import type { TransformationFunction } from './function';
import { findCountry } from './places/country';
import { LANGUAGES } from './tables/languages';
import { textOf } from './value';

const parameters = z.object({ outputFormat: z.enum(['bcp47', 'iso639']) }).strict();

/** Language, script, region; what may follow (Java: `de_AT_EURO`, `zh_CN_#Hans`) says no more. */
const LOCALE = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_]|$)/i;

let regions: ReadonlyMap<string, string> | undefined;

/**
 * A language, with or without region -> its two letters in upper case (`DE`), or the language with
 * its region, by default the most likely one (`de-DE`). What is not known becomes English.
 */
export const convertLocaleCode: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'convertLocaleCode',
	subject: 'scalar',
	parameters,
	run(value, { outputFormat }) {
		regions ??= new Map(LANGUAGES.split(/\s/).map((entry) => [entry.slice(0, 2), entry.slice(3)]));
		const [, written = '', region = ''] = LOCALE.exec(textOf(value).trim()) ?? [];
		const language = currentCode(written);
		const usual = regions.get(language);
		if (usual === undefined) return outputFormat === 'iso639' ? 'EN' : 'en-US';
		if (outputFormat === 'iso639') return language.toUpperCase();
		return `${language}-${findCountry(region)?.alpha2 ?? usual}`;
	},
};

/** Java still writes codes that ISO 639 has replaced: `iw` is `he`. */
function currentCode(language: string): string {
	return language === '' ? '' : new Intl.Locale(language).language;
}
