import { compileRegex } from '../../src/path';

const matching: Array<[pattern: string, input: string, matches: boolean]> = [
	['A', 'AB', false],
	['A.*', 'AB', true],
	['a|b', 'ab', false],
	['A.*', 'A\nB', false],
	['(?s)A.*', 'A\nB', true],
	['(?i)cn=x', 'CN=X', true],
	['(?is)a.b', 'A\nB', true],
	['a\nb', 'a\nb', true],
	['(?m)a$\n^b', 'a\nb', true],
	['a$', 'a\n', false],
	['\\Aa\\z', 'a', true],
	['[\\s\\p{Punct}]', '$', true],
	['[\\s\\p{Punct}]', '\u00a0', false],
	['\\p{Alpha}+', 'abcZ', true],
	['\\p{Alpha}+', 'é', false],
	['\\p{L}+', 'éß', true],
	['\\pL', 'é', true],
	['\\P{L}', '1', true],
	['\\p{IsAlphabetic}\\p{IsLatin}\\p{script=Greek}', 'aéω', true],
	['\\d{3}', '123', true],
	['\\d', '١', false],
	['\\w+', 'é', false],
	['\\h', '\t', true],
	['\\Qa.b\\E+', 'a.bbb', true],
	['\\Qa.b', 'axb', false],
	['[]a]+', ']a]', true],
	['[^]a]+', 'bc', true],
	['[._%-]+@[%]+', '%-@%', true],
	['[a-]+', 'a-a', true],
	['[a-z&&[^b]]+', 'acd', true],
	['[a-z&&[^b]]+', 'abd', false],
	['[a-c[x-z]]+', 'ay', true],
	['[\\w.-]+', 'a-b.c', true],
	['[\\[\\]]', '[', true],
	['\\x41\\u0042\\x{1F600}\\t\\.', 'AB😀\t.', true],
	['.', '😀', true],
	['a/b', 'a/b', true],
	['}x]', '}x]', true],
	['(.)\\1', 'aa', true],
	['(?<n>a)\\k<n>', 'aa', true],
	['(?!x)\\w', 'x', false],
	['\\w+(?<!x)', 'ax', false],
	['a{2,3}?', 'aaa', true],
	['\\bfoo\\b', 'foo', true],
	['(?:ab)?c', 'c', true],
	['[^\\x00-\\x7F]', 'é', true],
];

test.each(matching)('Java /%s/ on %j: %s', (pattern, input, expected) => {
	const { matches } = compileRegex(pattern);
	expect(matches(input)).toBe(expected);
	// A regular expression that remembers where it stopped would now answer otherwise.
	expect(matches(input)).toBe(expected);
});

test.each([
	['A.*', 'i', 'ab', true],
	['a.b', 's', 'a\nb', true],
	['a', '', 'A', false],
])('/%s/%s on %j: %s', (pattern, flags, input, expected) => {
	expect(compileRegex(pattern, flags).matches(input)).toBe(expected);
});

test('gives the groups of a whole match', () => {
	const { match, groups } = compileRegex('(?i)cn=.*?,(.*?),DC=x(y)?');
	expect(groups).toBe(2);
	expect([...(match('CN=a,OU=s,DC=x') ?? [])]).toEqual(['CN=a,OU=s,DC=x', 'OU=s', undefined]);
	expect(match('CN=a')).toBeUndefined();
});

test('finds every match from left to right, each time anew', () => {
	const { find } = compileRegex('S_(\\d)?');
	for (const round of [1, 2]) {
		expect([round, find('S_A_S_7').map((found) => [found.index, found[1]])]).toEqual([
			round,
			[
				[0, undefined],
				[4, '7'],
			],
		]);
	}
});

const refused: Array<[pattern: string, reason: string]> = [
	['a++', 'possessive'],
	['a?+', 'possessive'],
	['(?>a)', 'atomic'],
	['x(?i)y', 'very beginning'],
	['(?x)a', 'the flag `x`'],
	['(', 'the closing `)`'],
	['a)', 'no opening'],
	['[a', 'the closing `]`'],
	['[b-a]', 'no order'],
	['[a&&]', 'is empty'],
	['*a', 'nothing stands before'],
	['a**', 'second quantifier'],
	['^*', 'nothing that can be repeated'],
	['a{3,1}', 'the smaller first'],
	['a{1,5000}', 'counts go up to'],
	['a{x}', '`{n}` or `{n,m}`'],
	['\\', 'at the end'],
	['\\y', 'is not supported'],
	['\\1', 'no group 1'],
	['\\p{Foo}', 'is not known'],
	['\\xZZ', 'a character code'],
	['(?<n>a)\\k<m>', 'cannot express'],
	[`${'('.repeat(200)}${')'.repeat(200)}`, 'nested too deeply'],
	['a'.repeat(1_001), 'longer than 1000'],
];

test.each(refused)('%s is refused: %s', (pattern, reason) => {
	expect(() => compileRegex(pattern)).toThrow(
		expect.objectContaining({
			code: 'condition.invalid',
			message: expect.stringContaining(reason),
		}),
	);
});

test.each([
	'(a+)+',
	'(a*)*',
	'(.*)*',
	'(a|a)*',
	'(a|aa)+',
	'(a|b|ab)*',
	'(a?b?)*',
	'(x+x+)+y',
	'(.*a){12}',
	'(.*,)*',
	'(a?){30}a{30}',
	'((a?){2,}b){2,}a*',
	'((a?)+b)+',
	'(a?){30,}b',
	'((a|)+b)*',
	'(\\w+\\s?)*',
	'([a-z]+)*$',
	'^(([a-z])+.)+[A-Z]([a-z])+$',
	'((a{1,9}){1,9}){1,9}',
	`${'a?'.repeat(30)}${'a'.repeat(30)}`,
	'(a|a)'.repeat(20),
	'a{0,20}'.repeat(5),
	'.*.*.*.*.*x',
	'a*a*a*a*a*b',
	'(?i)(A|a)*b',
	'([a-z]|[^0-9])*',
	'(é|\\p{L})*',
])('%s could take forever and is refused', (pattern) => {
	expect(() => compileRegex(pattern)).toThrow(/too many/);
});

test.each([
	'X.*',
	'.*x\\.com',
	'.*@.*\\..*',
	'CN=(.*?),.*',
	'^\\s+|\\s+$',
	'(a|b)*c',
	'(com|co|org)+',
	'([^,]*,){3}x',
	'(\\w+)(,\\w+)*',
	'(\\d{1,3}\\.){3}\\d{1,3}',
	'[\\w.+-]+@([a-z0-9-]+\\.)+[a-z]{2,}',
	'(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}',
	"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@x",
	'(?:(?!x).)*',
])('%s is harmless and taken', (pattern) => {
	expect(compileRegex(pattern).matches('-')).toBe(pattern === '(?:(?!x).)*');
});

test.each<[pattern: string, longest: number]>([
	['a', 10_000],
	['a*b', 10_000],
	['(a|b|c)*d', 10_000],
	['.*a.*b', 1_414],
	['.*a.*b.*', 170],
	['.*a.*b.*c.*', 52],
	['.*a*b{1,30}c{1,30}', 563],
	['(?:ab|a)*(?:ab|a)+b+', 123],
])('%s takes %i characters and refuses more', (pattern, longest) => {
	const { matches } = compileRegex(pattern);
	expect(matches('a'.repeat(longest))).toBe(false);
	expect(() => matches('a'.repeat(longest + 1))).toThrow(
		expect.objectContaining({ code: 'condition.invalid' }),
	);
});

test('looking for matches everywhere costs a power more', () => {
	expect(compileRegex('\\s+$').find(' '.repeat(2_000))).toHaveLength(1);
	expect(() => compileRegex('.*a.*b').find('a'.repeat(230))).toThrow(/up to 181/);
	expect(compileRegex('^.*a.*b').find('a'.repeat(230))).toEqual([]);
	expect(() => compileRegex('^.*a|.*a.*b').find('a'.repeat(1_000))).toThrow(/up to/);
});
