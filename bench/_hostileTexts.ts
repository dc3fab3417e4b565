// Texts of paths, conditions and documents that nobody should paste.
import type { Json } from '../src/model/json';
import { compileCondition, compilePath } from '../src/path';
import { compileTransformation } from '../src/transformation';
import type { Case } from './_hostile';
import { LONG, nested } from './_hostile';

/** Texts of paths and conditions; most are refused. */
export function textCases(): Case[] {
	const units = [
		'$',
		'.a',
		'[0]',
		'[',
		'(',
		'!',
		"'",
		'"',
		'/',
		'%a%',
		'${a}',
		' ',
		'@.a ',
		'a',
		'&&',
		'*',
	];
	return units.flatMap((unit) => {
		const text = `$.a${unit.repeat(LONG / unit.length)}`;
		const shorter = text.slice(0, 20_000);
		return [text, shorter].flatMap((each) => [
			{ name: `path ${unit}... of ${each.length}`, goal: 20, run: () => compilePath(each) },
			{
				name: `condition ${unit}... of ${each.length}`,
				goal: 20,
				run: () => compileCondition(each, { properties: { a: each } }),
			},
		]);
	});
}

/** Far more than the largest documented transformation has. */
const MAPPINGS = 1_000;

export function documentCases(): Case[] {
	const many = (each: (index: number) => Json): Json => ({
		user: { mappings: Array.from({ length: MAPPINGS }, (_, index) => each(index)) },
	});
	const documents: Readonly<Record<string, Json>> = {
		'all right': many((i) => ({ sourcePath: `$.a${i}`, targetPath: `$.b${i}` })),
		'all to one place': many(() => ({ sourcePath: '$.a', targetPath: '$.b', optional: true })),
		'unknown keys': many((i) => ({ sourcePath: '$.a', [`key${i}`]: 1 })),
		'unset properties': many((i) => ({ constant: `%p${i}%`, targetPath: `$.b${i}` })),
		'one regular expression each': many((i) => ({
			sourcePath: '$.a',
			targetPath: `$.b${i}`,
			condition: `$.a =~ /x${i}.*(a|b)+c{1,20}/`,
		})),
		'lists in lists': { user: { mappings: [{ constant: nested((i) => [i]), targetPath: '$.b' }] } },
		'percent signs': {
			user: { mappings: [{ constant: '%a '.repeat(LONG / 3), targetPath: '$.b' }] },
		},
		'an unset property and blanks': {
			user: { mappings: [{ constant: '%a%' + ' '.repeat(LONG), targetPath: '$.b' }] },
		},
	};
	const texts: Readonly<Record<string, string>> = {
		...Object.fromEntries(
			Object.entries(documents).map(([name, document]) => [
				name,
				JSON.stringify(document, null, 1),
			]),
		),
		'open brackets': '['.repeat(LONG),
		'open braces': '{"a":'.repeat(LONG / 5),
		'an open text': `{"${'a'.repeat(LONG)}`,
		backslashes: `{"a":"${'\\\\'.repeat(LONG / 2)}`,
		'blanks and lines': `{${' \n'.repeat(LONG / 2)}`,
		'the same name': `{${'"a":1,'.repeat(LONG / 6)}"a":1}`,
		digits: `{"a":${'1'.repeat(LONG)}`,
	};
	return Object.entries(texts).map(([name, text]) => ({
		name: `document with ${name} (${text.length} characters)`,
		goal: 100,
		run: () => compileTransformation(text, { direction: 'write' }),
	}));
}
