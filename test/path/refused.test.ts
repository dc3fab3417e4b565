import { ProvisioningError } from '../../src/model/errors';
import { compileCondition, compilePath } from '../../src/path';

function errorOf(action: () => unknown): ProvisioningError | undefined {
	try {
		action();
	} catch (error) {
		if (error instanceof ProvisioningError) return error;
	}
	return undefined;
}

const paths: Array<[text: string, column: number, reason: string]> = [
	['$. givenName[0]', 3, 'a name is expected'],
	['$date', 2, '`d` cannot stand here'],
	['', 1, 'it is empty'],
	['   ', 1, 'it is empty'],
	['$.', 3, 'a name is expected'],
	['$.a.', 5, 'a name is expected'],
	['  $.a.', 7, 'a name is expected'],
	['a..b..c', 5, 'only once'],
	['a.', 3, 'a name is expected'],
	['$.a[', 5, 'a number, a name in quotes'],
	['$.a[b]', 5, 'a number, a name in quotes'],
	['$.a[1', 5, 'a number, a name in quotes'],
	['$.a[1:2:3]', 5, 'a number, a name in quotes'],
	['$.a[99999999999999999999]', 5, 'a number, a name in quotes'],
	["$['a", 3, "the closing `'` is missing"],
	["$['a'", 6, '`]` is expected'],
	["$['a',]", 7, 'a name in quotes is expected'],
	["$['\\u00zz']", 6, 'four hexadecimal digits'],
	['$.a b', 4, '` ` cannot stand here'],
	['$.a=1', 4, '`=` cannot stand here'],
	['$.a.length()', 13, 'in conditions only'],
	['$.a.min()', 5, '`min()` is no function'],
	['$.a[?(@.b == )]', 14, 'a path, text or number'],
	['$.a[?(@.b =~ /(/)]', 14, 'the closing `)` is missing'],
	['$.a[?(isAttributeWithMandatoryPrefix(@, p))]', 7, 'which a path cannot'],
	[`$${'[?(@.a'.repeat(50)}`, 0, 'nested deeper'],
	[`$.${'a'.repeat(20_001)}`, 1, 'longer than'],
];

test.each(paths)('path %j: column %i, %s', (text, column, reason) => {
	const error = errorOf(() => compilePath(text));
	expect(error?.code).toBe('path.invalid');
	expect(error?.message).toContain(reason);
	if (column > 0) expect(error?.message).toContain(`at column ${column}:`);
	expect(error?.message.length).toBeLessThan(300);
});

const conditions: Array<[text: string, column: number, reason: string]> = [
	['', 1, 'a value is expected'],
	['($.a == 1', 10, '`)` is expected'],
	['$.a == 1)', 9, '`)` cannot stand here'],
	['$.a == 1 && ', 13, 'a value is expected'],
	['$.a = 1', 5, 'write `==`'],
	['$.a like 1', 5, '`like` is no operator'],
	['$.a.length( > 0', 5, 'nothing in its brackets'],
	['$.a EMPTY maybe', 11, '`true` or `false`'],
	["'a'", 1, 'a value alone is no condition'],
	['5', 1, 'a value alone is no condition'],
	['/a/', 1, 'needs `=~`'],
	['/a/ == 1', 5, 'needs `=~`'],
	['/a/ empty true', 5, 'needs `=~`'],
	["$.a =~ 'x'", 8, 'between slashes'],
	['$.a =~ /x', 8, 'the closing `/` is missing'],
	['$.a =~ /(a+)+/', 8, 'in too many ways'],
	['$.a =~ /a/x', 8, 'the flag `x`'],
	['$.a in [$.b]', 9, 'a list holds'],
	['$.a in [1, 2', 13, '`]` is expected'],
	["$.a == 'x", 8, "the closing `'` is missing"],
	['isValid($.a)', 1, 'is no condition function'],
	['isValidEmail()', 14, 'a path is expected'],
	['isValidEmail($.a, $.b)', 17, '`)` is expected'],
	["isAttributeWithOptionalPrefix($.a, '%p%')", 36, 'the bare name of a property'],
	['isAttributeWithOptionalPrefix($.a, %p%)', 36, 'the bare name of a property'],
	['isRegularGroup($.a)', 16, '`)` is expected'],
	['$. a == 1', 3, 'a name is expected'],
	['$date == 1', 2, '`date` is no operator'],
	['('.repeat(200), 0, 'nested deeper'],
	[`${'!'.repeat(200)}$.a`, 0, 'nested deeper'],
	[`$.a in ${'['.repeat(200)}`, 0, 'nested deeper'],
];

test.each(conditions)('condition %j: column %i, %s', (text, column, reason) => {
	const error = errorOf(() => compileCondition(text));
	expect(error?.code).toBe('condition.invalid');
	expect(error?.message).toContain(reason);
	if (column > 0) expect(error?.message).toContain(`at column ${column}:`);
	expect(error?.hint).not.toBe('');
});

test('long chains are no nesting', () => {
	const chain = Array.from({ length: 900 }, () => "$.a != 'b'").join(' && ');
	expect(compileCondition(chain).test({ a: 'a' })).toBe(true);
});
