import fc from 'fast-check';
import { ProvisioningError } from '../../src/model/errors';
import { compileCondition, compilePath, compileRegex } from '../../src/path';
import { codePoint } from '../support/characters';
import { object } from './generated';

const grammar = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'$',
				'@',
				'.',
				'..',
				'[',
				']',
				'(',
				')',
				'*',
				'?',
				"'",
				'"',
				',',
				':',
				'/',
				'!',
				'=',
				'==',
				'=~',
				'<',
				'&&',
				'||',
				' ',
			),
			fc.constantFrom(
				'a',
				'in',
				'EMPTY',
				'true',
				'null',
				'0',
				'-1',
				'%p%',
				'${v}',
				'\\',
				'length()',
				'isValidEmail(',
				'[?(@.a',
				'/a+/i',
			),
			fc.string({ maxLength: 3 }),
		),
		{ maxLength: 14 },
	)
	.map((words) => words.join(''));

function onlyOurs(action: () => void): void {
	try {
		action();
	} catch (error) {
		expect(error).toBeInstanceOf(ProvisioningError);
	}
}

test('any text compiles or is refused by an error of ours', () => {
	fc.assert(
		fc.property(grammar, object, (text, document) => {
			onlyOurs(() => compilePath(text).read(document));
			onlyOurs(() => compilePath(text).write(document, 1));
			const scope = { variables: { v: 'x' } };
			onlyOurs(() => {
				const condition = compileCondition(text, { properties: { p: "'" } });
				const result = condition.test(document, scope);
				expect(condition.explain(document, scope).result).toBe(result);
			});
		}),
		{ numRuns: 2_000 },
	);
});

test('any regular expression compiles or is refused by an error of ours', () => {
	const pattern = fc
		.array(
			fc.oneof(
				fc.constantFrom(
					'a',
					'b',
					'.',
					'*',
					'+',
					'?',
					'(',
					')',
					'(?:',
					'(?=',
					'[',
					']',
					'^',
					'-',
					'|',
					'\\',
					'{1,3}',
					'{2}',
					'&&',
					'\\w',
					'\\p{L}',
					'\\Q',
					'$',
					'(?i)',
				),
				fc.string({ maxLength: 2, unit: codePoint }),
			),
			{ maxLength: 12 },
		)
		.map((words) => words.join(''));
	fc.assert(
		fc.property(pattern, fc.string({ maxLength: 20 }), (text, input) => {
			onlyOurs(() => {
				const { find, match, matches } = compileRegex(text);
				expect(match(input) !== undefined).toBe(matches(input));
				find(input);
			});
		}),
		{ numRuns: 2_000 },
	);
});

test('a property or variable in a quoted text stands for itself, whatever it holds', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const property = compileCondition("$.a === '%p%'", { properties: { p: text } });
			expect(property.test({ a: text })).toBe(true);
			const variable = compileCondition("$.a === '${v}'");
			expect(variable.test({ a: text }, { variables: { v: text } })).toBe(true);
		}),
	);
});
