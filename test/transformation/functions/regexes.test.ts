import type { Json } from '../../../src/model/json';
import { FUNCTIONS } from '../../../src/transformation/functions';
import { apply } from './support/apply';

const strip = { regex: 'S_', replacement: '' };

test.each<[string, object, Json | undefined, Json | undefined]>([
	['replaceFirstString', strip, 'S_A_S_', 'A_S_'],
	['replaceFirstString', { regex: '(a)(b)?', replacement: '<$2$1>' }, 'aab', '<a>ab'],
	['replaceFirstString', strip, ['S_a', 'b', 1], ['a', 'b', '1']],
	['replaceFirstString', strip, undefined, undefined],
	['replaceLastString', strip, 'S_A_S_', 'S_A_'],
	['replaceLastString', { regex: 'aa', replacement: 'b' }, 'aaa', 'ba'],
	['replaceLastString', strip, 'none', 'none'],
	['replaceLastString', strip, ['S_S_', 'b'], ['S_', 'b']],
	['replaceLastString', strip, undefined, undefined],
	['replaceAllString', strip, 'S_A_S_', 'A_'],
	['replaceAllString', { regex: '[\\s\\p{Punct}]', replacement: '_' }, 'A b.c', 'A_b_c'],
	[
		'replaceAllString',
		{ regex: '(\\w+)@(\\w+)', replacement: '$2 at $1' },
		'a@b c@d',
		'b at a d at c',
	],
	['replaceAllString', { regex: 'a', replacement: '\\$1\\\\' }, 'a', '$1\\'],
	['replaceAllString', { regex: '(a)', replacement: '$12' }, 'ab', 'a2b'],
	['replaceAllString', { regex: '(?i)A', replacement: '$0$0' }, 'aA', 'aaAA'],
	['replaceAllString', { regex: 'x*', replacement: '-' }, 'ab', '-a-b-'],
	['replaceAllString', { regex: 1, replacement: true }, 101, 'true0true'],
	['replaceAllString', { regex: 'a', replacement: '$' + '0' }, ['a', 'b'], ['a', 'b']],
	['replaceAllString', strip, undefined, undefined],
	['matchRegex', { regex: '.*_COMP' }, 'X_COMP', true],
	['matchRegex', { regex: '.*_COMP' }, 'COMP_X', false],
	['matchRegex', { regex: '\\d+' }, [12, 'a', '3'], [true, false, true]],
	['matchRegex', { regex: 'a|b' }, 'ab', false],
	['matchRegex', { regex: '.*' }, undefined, undefined],
	[
		'getMatchedRegexGroup',
		{ regex: '(?i)cn=.*?,(.*?),DC=x', groupIndex: 1 },
		'CN=a,OU=s,DC=x',
		'OU=s',
	],
	['getMatchedRegexGroup', { regex: 'a(b)?', groupIndex: '0' }, 'ab', 'ab'],
	['getMatchedRegexGroup', { regex: 'a(b)?', groupIndex: 1 }, 'a', undefined],
	['getMatchedRegexGroup', { regex: 'a', groupIndex: 0 }, 'ba', undefined],
	['getMatchedRegexGroup', { regex: '(a).*', groupIndex: 1 }, ['ab', 'b'], ['a']],
	['getMatchedRegexGroup', { regex: 'a', groupIndex: 0 }, undefined, undefined],
])('%s %j: %j -> %j', (name, parameters, value, expected) => {
	expect(apply(name, parameters, value)).toEqual(expected);
});

test.each<[string, object, string]>([
	['replaceFirstString', { regex: '(', replacement: '' }, 'regular expression'],
	['replaceFirstString', { regex: 'a' }, 'Required'],
	['replaceLastString', { regex: 'a', replacement: '$1' }, 'names group 1'],
	['replaceLastString', { regex: 'a', replacement: '\\' }, 'single \\'],
	['replaceAllString', { regex: 'a', replacement: '$x' }, 'write \\$'],
	['replaceAllString', { regex: 'a', replacement: 'x$' }, 'write \\$'],
	['replaceAllString', { regex: '(a+)+b', replacement: '' }, 'repetition'],
	['matchRegex', { regex: '(a+)+' }, 'repetition'],
	['matchRegex', {}, 'regex'],
	['getMatchedRegexGroup', { regex: '(a)', groupIndex: 2 }, 'groupIndex is 2'],
	['getMatchedRegexGroup', { regex: '(a)' }, 'groupIndex'],
	['getMatchedRegexGroup', { regex: '(a)', groupIndex: -1 }, 'groupIndex'],
])('%s %j is refused before any value is seen', (name, parameters, reason) => {
	const found = FUNCTIONS.get(name);
	expect(() => found?.prepare?.(found.parameters.parse(parameters))).toThrow(reason);
});

test.each([
	'replaceFirstString',
	'replaceLastString',
	'replaceAllString',
	'matchRegex',
	'getMatchedRegexGroup',
])('%s fails on objects and on texts beyond the limit', (name) => {
	const parameters = {
		regex: 'a',
		...(name.startsWith('replace') ? { replacement: 'b' } : {}),
		...(name.startsWith('get') ? { groupIndex: 0 } : {}),
	};
	expect(() => apply(name, parameters, { a: 'a' })).toThrow('not an object');
	expect(() => apply(name, parameters, 'a'.repeat(10_001))).toThrow('10000');
});
