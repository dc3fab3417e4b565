import type { Example } from './example';
import { condition } from './example';

const primary = '$.emails[?(@.primary == true)].value';
const some = { emails: [{ value: 'a', primary: true }] };
const none = { emails: [{ value: 'a' }] };
const group = 'urn:ietf:params:scim:schemas:extension:sap:2.0:Group';
const prefix = { properties: { p: 'P' } };

export const conditions: Example[] = [
	condition(51, 'EMPTY and absent', '$.emails EMPTY false', {}, false),
	condition(51, 'EMPTY and absent', '$.emails EMPTY false', { emails: [] }, false),
	condition(51, 'EMPTY and absent', '$.emails EMPTY false', { emails: [{}] }, true),
	condition(
		52,
		'documented meaning',
		"$.groups EMPTY true || $.groups[?(@.display === 'X')] empty true",
		{},
		true,
	),
	condition(53, 'absent array is []', `${primary} == []`, {}, true),
	condition(53, 'absent array is []', `${primary} == []`, none, true),
	condition(53, 'absent array is []', `${primary} == []`, some, false),
	condition(54, 'differs from Jayway on absent', `${primary} != []`, {}, false),
	condition(54, 'differs from Jayway on absent', `${primary} != []`, none, false),
	condition(54, 'differs from Jayway on absent', `${primary} != []`, some, true),
	condition(55, 'full match', '$.a =~ /A/', { a: 'AB' }, false),
	condition(56, 'negation, absent', '!($.a =~ /.*x.com/)', {}, true),
	condition(57, 'text order', "$.d <= '2024-05-05 10:00:00.000'", { d: '2024-01-01' }, true),
	condition(57, 'text order', "$.d <= '2024-05-05 10:00:00.000'", {}, false),
	condition(58, 'missing property', "'%p%' !== 'null'", {}, false),
	condition(58, 'property that is set', "'%p%' !== 'null'", {}, true, prefix),
	condition(59, 'bare literal, not set', '%f% != null && %f% == true', {}, false),
	condition(59, 'bare literal', '%f% != null && %f% == true', {}, true, {
		properties: { f: 'true' },
	}),
	condition(61, 'percent signs that are no property', '$.a =~ /[._%-]+@[%]+/', { a: '%@%' }, true, {
		warning: /left as it is/,
	}),
	condition(62, 'contains', "$.g[*].value contains 'X'", { g: [{ value: 'X' }] }, true),
	condition(62, 'contains', "$.g[*].value contains 'X'", {}, false),
	condition(63, 'object length', '$.e[0].length() > 0', { e: [{ v: 1 }] }, true),
	condition(63, 'object length', '$.e[0].length() > 0', { e: [] }, false),
	condition(
		64,
		'precedence',
		"$.userName EMPTY false && ($.t === 'E' || $.t === 'e')",
		{ userName: 'u', t: 'e' },
		true,
	),
	condition(65, 'validator', '($.a == 1', {}, false, {
		expected: { refused: '/mappings/0/condition', because: /column/ },
	}),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: 'a@b.c' }, true),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: 'a@b' }, false),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: 'a..b@c.de' }, false),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: 'a@-b.de' }, false),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: "A'b@x.io" }, true),
	condition(66, 'pattern', 'isValidEmail($.m)', { m: 'é@x.io' }, false),
	condition(
		67,
		'all must match',
		'isValidEmail($.emails[*].value)',
		{ emails: [{ value: 'a@b.c' }, { value: 'x' }] },
		false,
	),
	condition(67, 'all must match', 'isValidEmail($.emails[*].value)', {}, false),
	condition(
		68,
		'application group',
		'isRegularGroup()',
		{ [group]: { applicationId: 'a', supportedOperations: 'o' } },
		false,
	),
	condition(
		68,
		'one attribute missing',
		'isRegularGroup()',
		{ [group]: { applicationId: 'a' } },
		true,
	),
	condition(68, 'both missing', 'isRegularGroup()', {}, true),
	condition(69, 'attribute missing', 'isAttributeWithOptionalPrefix($.n, p)', {}, true, prefix),
	condition(69, 'property missing', 'isAttributeWithOptionalPrefix($.n, p)', { n: 'x' }, true),
	condition(69, 'with prefix', 'isAttributeWithOptionalPrefix($.n, p)', { n: 'Px' }, true, prefix),
	condition(
		69,
		'without prefix',
		'isAttributeWithOptionalPrefix($.n, p)',
		{ n: 'x' },
		false,
		prefix,
	),
	{
		row: 60,
		why: 'no second expansion',
		mappings: [{ constant: '%A%', targetPath: '$.c' }],
		properties: { A: 'v %B%', B: 'w' },
		expected: { entity: { c: 'v %B%' } },
	},
];
