import { compileCondition } from '../../src/path';

const { explain } = compileCondition(
	"$.userName EMPTY false && ($.type == 'A' || @.type == 'B') && !($.groups[*].value contains 'X')",
);

test('a false condition names the part that was false, with what it read', () => {
	expect(explain({ userName: 'u', type: 'C' })).toEqual({
		result: false,
		parts: [
			{ text: "$.type == 'A'", result: false, values: [{ path: '$.type', value: 'C' }] },
			{ text: "@.type == 'B'", result: false, values: [{ path: '@.type', value: 'C' }] },
		],
	});
});

test('an absent value has no value', () => {
	expect(explain({})).toEqual({
		result: false,
		parts: [{ text: '$.userName EMPTY false', result: false, values: [{ path: '$.userName' }] }],
	});
});

test('a true condition names all parts that made it true', () => {
	expect(explain({ userName: 'u', type: 'A' })).toEqual({
		result: true,
		parts: [
			{
				text: '$.userName EMPTY false',
				result: true,
				values: [{ path: '$.userName', value: 'u' }],
			},
			{ text: "$.type == 'A'", result: true, values: [{ path: '$.type', value: 'A' }] },
			{
				text: "$.groups[*].value contains 'X'",
				result: false,
				values: [{ path: '$.groups[*].value', value: [] }],
			},
		],
	});
});

test('calls and lengths show what they looked at', () => {
	const condition = compileCondition('isValidEmail($.mail) || $.tags.length() > 1');
	expect(condition.explain({ mail: 'no', tags: ['t'] }).parts).toEqual([
		{ text: 'isValidEmail($.mail)', result: false, values: [{ path: '$.mail', value: 'no' }] },
		{
			text: '$.tags.length() > 1',
			result: false,
			values: [{ path: '$.tags.length()', value: 1 }],
		},
	]);
});
