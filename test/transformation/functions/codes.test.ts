import type { Json } from '../../../src/model/json';
import { TIME_ZONES } from '../../../src/transformation/functions/tables/timeZones';
import { apply } from './support/apply';

test.each<[string, Json | undefined, Json | undefined]>([
	['iso639', 'de-AT', 'DE'],
	['iso639', ['de', 'EN', 'en_US'], ['DE', 'EN', 'EN']],
	['iso639', 'iw', 'HE'],
	['iso639', 'tlh', 'EN'],
	['iso639', 5, 'EN'],
	['bcp47', 'EN', 'en-US'],
	['bcp47', 'DE', 'de-DE'],
	['bcp47', ['zh', 'pt', 'ja', 'da', 'sv'], ['zh-CN', 'pt-BR', 'ja-JP', 'da-DK', 'sv-SE']],
	['bcp47', 'en_US', 'en-US'],
	['bcp47', 'de_AT', 'de-AT'],
	['bcp47', 'de_AT_EURO', 'de-AT'],
	['bcp47', 'zh_TW_#Hant', 'zh-TW'],
	['bcp47', 'sr-Latn-ME', 'sr-ME'],
	['bcp47', 'en_EN', 'en-US'],
	['bcp47', ['EO', 'IA', 'IO'], ['en-US', 'en-US', 'en-US']],
	['bcp47', ['', '-', 'x'.repeat(100_000), '__proto__'], ['en-US', 'en-US', 'en-US', 'en-US']],
	['bcp47', undefined, undefined],
])('convertLocaleCode %s: %j -> %j', (outputFormat, value, expected) => {
	expect(apply('convertLocaleCode', { outputFormat }, value)).toEqual(expected);
});

test.each<[string, Json | undefined, Json | undefined]>([
	['sap', 'America/Phoenix', 'MSTNO'],
	['sap', 'Europe/Berlin', 'CET'],
	['sap', 'America/Argentina/Cordoba', 'ART'],
	['sap', 'Asia/Anadyr', 'RUS12'],
	['sap', ['PST', 'Etc/UTC'], ['PST', 'UTC']],
	['sap', 'Nowhere', 'CET'],
	['sap', undefined, 'CET'],
	['iana', 'AST', 'America/Halifax'],
	['iana', 'EET', 'Europe/Athens'],
	['iana', 'UTC+63', 'Asia/Yangon'],
	['iana', 'Europe/Lisbon', 'Europe/Lisbon'],
	['iana', ['CET', 'Nowhere', 5], ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin']],
	['iana', undefined, 'Europe/Berlin'],
])('convertTimezoneCode %s: %j -> %j', (outputFormat, value, expected) => {
	expect(apply('convertTimezoneCode', { outputFormat }, value)).toEqual(expected);
});

test('the zone of every code leads to a zone again, and every zone to a code', () => {
	const codes = TIME_ZONES.split('\n').map((line) => line.split(' ', 1).join(''));
	expect(codes).toHaveLength(104);
	for (const code of codes) {
		const zone = apply('convertTimezoneCode', { outputFormat: 'iana' }, code);
		expect(zone).toMatch(/^[A-Z][A-Za-z]+\//);
		expect(codes).toContain(apply('convertTimezoneCode', { outputFormat: 'sap' }, zone));
	}
});

test.each(['convertLocaleCode', 'convertTimezoneCode'])(
	'%s refuses what it does not know',
	(name) => {
		expect(() => apply(name, { outputFormat: 'java' }, 'de')).toThrow();
		expect(() => apply(name, {}, 'de')).toThrow();
		const outputFormat = name === 'convertLocaleCode' ? 'bcp47' : 'iana';
		expect(() => apply(name, { outputFormat }, { locale: 'de' })).toThrow('not an object');
	},
);
