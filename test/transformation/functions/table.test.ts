import fc from 'fast-check';
import type { Json } from '../../../src/model/json';
import { FUNCTIONS } from '../../../src/transformation/functions';
import { contextOf } from './support/apply';

/** Every function of the documentation page "Transformation Functions" with parameters that it takes. */
const SAMPLES: Readonly<Record<string, object>> = {
	compositeId: { subId: 'x' },
	concatString: { prefix: 'a', suffix: 'b' },
	convertCountryCode: { outputFormat: 'alpha3' },
	convertCountryRegion: { outputFormat: 'fullName' },
	convertLocaleCode: { outputFormat: 'bcp47' },
	convertTimezoneCode: { outputFormat: 'iana' },
	copyMapEntry: { sourceKey: 'a', targetKey: 'b' },
	decode: { algorithm: 'base32' },
	elementAt: { index: 0 },
	encode: { algorithm: 'base64' },
	getMatchedRegexGroup: { regex: '(a).*', groupIndex: 1 },
	manipulateDate: { sourceDateFormat: 'Date(milliseconds)', days: 1 },
	matchRegex: { regex: '.*a' },
	putIfAbsent: { key: 'a', defaultValue: 1 },
	putIfPresent: { key: 'a', defaultValue: 1 },
	randomPassword: {
		passwordLength: 8,
		minimumNumberOfLowercaseLetters: 1,
		minimumNumberOfUppercaseLetters: 1,
		minimumNumberOfDigits: 1,
		minimumNumberOfSpecialSymbols: 1,
	},
	renameMapEntry: { sourceKey: 'a', targetKey: 'b' },
	replaceAllString: { regex: 'a', replacement: 'b' },
	replaceFirstString: { regex: 'a', replacement: 'b' },
	replaceLastString: { regex: 'a', replacement: 'b' },
	replaceString: { target: 'a', replacement: 'b' },
	resolveEntityIds: {},
	splitStringToArray: { separator: 'a' },
	substring: { beginIndex: 1 },
	toLowerCaseString: {},
	toString: {},
	toUpperCaseString: {},
};

test('the table has every documented function under its own name', () => {
	expect([...FUNCTIONS.keys()].sort()).toEqual(Object.keys(SAMPLES).sort());
	for (const [name, { name: own }] of FUNCTIONS) expect(own).toBe(name);
});

test.each([...FUNCTIONS.values()])('$name refuses parameters that it does not know', (each) => {
	const { success } = each.parameters.safeParse({ ...SAMPLES[each.name], unknown: 1 });
	expect(each.parameters.safeParse(SAMPLES[each.name]).success).toBe(true);
	expect(success).toBe(false);
});

test.each([...FUNCTIONS.values()])(
	'$name changes no value and shows none in an error',
	({ name, parameters, prepare, run }) => {
		const parsed = parameters.parse(SAMPLES[name]);
		const prepared = prepare === undefined ? parsed : prepare(parsed);
		const text = fc.oneof(fc.string(), fc.constantFrom('a', '__proto__', 'US', 'de_DE', 'CET'));
		const { value } = fc.letrec<{ value: Json }>((tie) => ({
			value: fc.oneof(
				{ maxDepth: 3 },
				fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
				fc.array(tie('value'), { maxLength: 3 }),
				fc.dictionary(fc.constantFrom('a', 'b', 'country', 'region', 'value'), tie('value')),
			),
		}));
		fc.assert(
			fc.property(value, (given) => {
				const before = structuredClone(given);
				try {
					run(given, prepared, contextOf());
				} catch (error) {
					expect(error).toBeInstanceOf(Error);
				}
				expect(given).toEqual(before);
			}),
		);
		const secret = { any: 's3cret' };
		try {
			run(secret, prepared, contextOf());
		} catch (error) {
			expect(String(error)).not.toContain('s3cret');
		}
	},
);
