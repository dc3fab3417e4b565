import fc from 'fast-check';
import { parse } from 'scim2-parse-filter';
import { anyFilterFor, filterFor, isPlain } from '../../../src/protocols/scim2/filter';

test('L17: an independent parser reads exactly the value that was meant', () => {
	// Ids and names with control characters are refused before anything is looked up, and the
	// independent parser itself stumbles over a backslash at the end of a value.
	const value = fc
		.string({ unit: 'grapheme', minLength: 1 })
		.filter((text) => !/[\p{Cc}\\]/u.test(text));
	fc.assert(
		fc.property(value, (compValue) => {
			expect(parse(filterFor({ userName: compValue }))).toEqual({
				op: 'eq',
				attrPath: 'userName',
				compValue,
			});
		}),
	);
});

test('a backslash is escaped', () => {
	expect(filterFor({ userName: 'a\\' })).toBe('userName eq "a\\\\"');
});

test.each([
	[[{ externalId: 'e' }], 'externalId eq "e"'],
	[[{ externalId: 'e' }, { userName: 'u' }], 'externalId eq "e" or userName eq "u"'],
	[
		[{ userName: 'u', 'emails.value': 'm' }, { externalId: 'e' }],
		'(userName eq "u" and emails.value eq "m") or externalId eq "e"',
	],
	[
		[{ 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber': '7' }],
		'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "7"',
	],
])('%j', (matches, text) => {
	expect(anyFilterFor(matches as Record<string, string>[])).toBe(text);
});

test.each(['', 'a b', 'a eq "b"', 'emails[type eq "work"].value', '../x', 'a.b.c'])(
	"'%s' is no attribute path",
	(path) => {
		expect(() => filterFor({ [path]: 'x' })).toThrow(/is not a SCIM attribute path/);
	},
);

test('a value with a quote or a backslash does not travel in a joined filter', () => {
	expect(isPlain({ userName: 'a"b' })).toBe(false);
	expect(isPlain({ userName: 'a\\b' })).toBe(false);
	expect(isPlain({ userName: "o'hara" })).toBe(true);
});
