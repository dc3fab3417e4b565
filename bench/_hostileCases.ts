// Values and documents that nobody should send, in every function, condition and kind of path.
import type { Json, JsonObject } from '../src/model/json';
import { compileCondition } from '../src/path';
import { compileTransformation } from '../src/transformation';
import type { Case } from './_hostile';
import { LONG, MANY, nested } from './_hostile';
import { documentCases, textCases } from './_hostileTexts';

const TEXTS: readonly string[] = [
	'a',
	' ',
	'=',
	'%',
	'.',
	'-',
	'0',
	'@',
	'a@',
	'a.',
	'é',
	'İ',
	'😀',
	'\u0000',
	'\n',
	'"',
	'\\',
	'${a}',
	'%a%',
	'AAAAAAAA',
	'a,',
	'2024-01-01 ',
].map((unit) => unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG - 1) + '!');

const element = (index: number): JsonObject => ({
	value: `v${index}`,
	type: index % 2 === 0 ? 'work' : 'home',
	primary: index === 0,
	country: 'Germany',
	index,
});

const STRUCTURES: Readonly<Record<string, Json>> = {
	'a list of objects': Array.from({ length: MANY }, (_, index) => element(index)),
	'a list of texts': Array.from({ length: MANY }, (_, index) => `v${index}`),
	'a list of numbers': Array.from({ length: MANY }, (_, index) => index),
	'an object with many members': Object.fromEntries(
		Array.from({ length: MANY }, (_, index) => [`member${index}`, index]),
	),
	'lists in lists': nested((inner) => [inner]),
	'objects in objects': nested((inner) => ({ a: inner })),
	'lists in objects in lists': nested((inner) => [{ a: inner, b: 1 }]),
	'hostile names': JSON.parse(
		'{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"toString":1,"a":{"__proto__":[1]}}',
	),
};

const VALUES: readonly (readonly [string, Json, number])[] = [
	...TEXTS.map((text) => [`${JSON.stringify(text.slice(0, 4))}... of ${LONG}`, text, 20] as const),
	...Object.entries(STRUCTURES).map(([name, value]) => [name, value, 100] as const),
];

/** One or more sets of parameters for every function. */
const FUNCTIONS: readonly JsonObject[] = [
	{ function: 'compositeId', subId: '1' },
	{ function: 'concatString', prefix: 'a', suffix: 'b' },
	{ function: 'convertCountryCode', outputFormat: 'alpha2' },
	{ function: 'convertCountryRegion', outputFormat: 'alpha2' },
	{ function: 'convertLocaleCode', outputFormat: 'bcp47' },
	{ function: 'convertTimezoneCode', outputFormat: 'iana' },
	{ function: 'copyMapEntry', sourceKey: 'value', targetKey: 'other' },
	{ function: 'decode', algorithm: 'base32' },
	{ function: 'decode', algorithm: 'base64' },
	{ function: 'elementAt', index: MANY - 1 },
	{ function: 'encode', algorithm: 'base32', skipPadding: true },
	{ function: 'encode', algorithm: 'base64', skipPadding: true },
	{ function: 'getMatchedRegexGroup', regex: '(?i)cn=.*?,(.*?),DC=x', groupIndex: 1 },
	{ function: 'manipulateDate', days: 1 },
	{
		function: 'manipulateDate',
		sourceDateFormat: "EEEE, d MMMM y H:m:s.SSS a zzzz 'x'",
		targetDateFormat: 'yyyy',
	},
	{ function: 'manipulateDate', sourceDateFormat: 'Date(milliseconds)', targetDateFormat: 'yyyy' },
	{ function: 'matchRegex', regex: '.*_COMP' },
	{ function: 'putIfAbsent', key: 'other', defaultValue: true },
	{ function: 'putIfPresent', key: 'type', defaultValue: 'work' },
	{ function: 'putIfPresent', key: 'type', defaultValue: 'work', condition: "@.type NIN ['work']" },
	{ function: 'putIfPresent', key: 'type', defaultValue: 'x', condition: '@ IN $.v[*].value' },
	{ function: 'renameMapEntry', sourceKey: 'value', targetKey: 'other' },
	{ function: 'replaceAllString', regex: 'a+', replacement: '$0$0' },
	{ function: 'replaceFirstString', regex: '.*a', replacement: '' },
	{ function: 'replaceLastString', regex: '\\s+', replacement: '' },
	{ function: 'replaceString', target: 'a', replacement: 'bb' },
	{ function: 'resolveEntityIds' },
	{ function: 'splitStringToArray', separator: 'a' },
	{ function: 'substring', beginIndex: 1, endIndex: LONG },
	{ function: 'toLowerCaseString' },
	{ function: 'toLowerCaseString', locale: 'lt' },
	{ function: 'toString' },
	{ function: 'toString', applyOnElements: true },
	{ function: 'toUpperCaseString' },
	{ function: 'toUpperCaseString', locale: 'tr' },
	{ function: 'concatString', prefix: 'a', applyOnAttribute: 'value' },
];

const CONDITIONS: readonly string[] = [
	"$.v == 'x'",
	'$.v == $.v',
	'$.v !== $.w',
	"$.v < 'x'",
	'$.v <= $.w',
	'$.v == 1',
	'$.v EMPTY false',
	'$.v.length() > 0',
	"$.v IN ['x', 'y']",
	'$.v NIN [1, 2]',
	"$.v contains 'x'",
	'$.v contains $.w',
	'$.v[*].value contains "x"',
	'$.v[*].value IN $.v[*].value',
	'$.v[?(@.value IN $.v[*].value)] EMPTY true',
	'$.v[?(@ IN $.v)] EMPTY true',
	'$.v[?(@.value == $.v[0].value)] EMPTY true',
	"$.v[?(@.a[?(@.b == 'x')] EMPTY true && @.value IN $.v[*].value)] EMPTY true",
	'$..[?(@.type IN $..type)] EMPTY true',
	"$.v[?(@.value == 'x' || @.type =~ /w.*/)] EMPTY true",
	"$..value == 'x'",
	"$..[?(@.type == 'x')] EMPTY false",
	'$.v[*][*] EMPTY false',
	'$.v[-1:] EMPTY false',
	'$.v =~ /.*x/',
	'isValidEmail($.v)',
	'isValidEmail($.v[*].value)',
	'isAttributeWithMandatoryPrefix($.v, p)',
	'!(!(!($.v.a.a.a == 1)))',
];

const TARGETS: readonly string[] = [
	'$',
	'$.b',
	'$.b[0]',
	'$.b[9999]',
	'$.b[?(@.value)]',
	'$.b.c.d',
];

const EDITS: readonly JsonObject[] = [
	{ type: 'remove', targetPath: '$.b[*].value' },
	{ type: 'remove', targetPath: '$.b[*]' },
	{ type: 'remove', targetPath: '$..value' },
	{ type: 'remove', targetPath: "$.b[?(@.type == 'work')]" },
	{ type: 'remove', targetPath: '$.b[?(@.value IN $.b[*].value)]' },
	{ constant: 'x', targetPath: '$.b[?(@.value IN $.b[*].value)].new' },
	{ type: 'remove', targetPath: '$.b[0:5000]' },
	{ type: 'rename', targetPath: '$.b[*].value', constant: 'other' },
	{ constant: 'x', targetPath: '$.b[*].new' },
	{ constant: 'x', targetPath: "$.b[?(@.type == 'work')].new" },
	{ constant: { a: 1 }, targetPath: '$.b[0]' },
	{ constant: 1, targetPath: '$.b[*]' },
];

function mapping(name: string, mappings: JsonObject[], entity: Json, goal: number): Case[] {
	const transformation = compileTransformation({ user: { mappings } });
	const resolve = (id: string) => id;
	return [false, true].map((explain) => ({
		name: explain ? `${name}, explained` : name,
		goal,
		run: () => transformation.map('user', entity, { explain, resolve }),
	}));
}

function functionCases(): Case[] {
	return FUNCTIONS.flatMap((each) =>
		VALUES.flatMap(([name, value, goal]) => {
			const source = { sourcePath: '$.v', preserveArrayWithSingleElement: true, optional: true };
			const mappings = [{ ...source, targetPath: '$.b', functions: [each] }];
			return mapping(`${JSON.stringify(each)} on ${name}`, mappings, { v: value }, goal);
		}),
	);
}

function conditionCases(): Case[] {
	return CONDITIONS.flatMap((text) => {
		const condition = compileCondition(text, { properties: { p: 'x' } });
		return VALUES.flatMap(([name, v, goal]) => {
			const document = { v, w: v };
			return [
				{ name: `${text} on ${name}`, goal, run: () => condition.test(document) },
				{ name: `${text} on ${name}, explained`, goal, run: () => condition.explain(document) },
			];
		});
	});
}

function pathCases(): Case[] {
	return Object.entries(STRUCTURES).flatMap(([name, v]) => {
		const source = { sourcePath: '$.v', preserveArrayWithSingleElement: true, optional: true };
		const written = TARGETS.flatMap((targetPath) =>
			mapping(`${name} to ${targetPath}`, [{ ...source, targetPath }], { v }, 100),
		);
		const edited = EDITS.flatMap((edit) => {
			const mappings = [{ ...source, targetPath: '$.b' }, edit];
			return mapping(`${JSON.stringify(edit)} in ${name}`, mappings, { v }, 100);
		});
		return [...written, ...edited];
	});
}

export const cases: readonly Case[] = [
	...functionCases(),
	...conditionCases(),
	...pathCases(),
	...textCases(),
	...documentCases(),
];
