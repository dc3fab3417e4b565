import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { apply, contextOf } from './support/apply';

const context = contextOf({ random: (size) => randomBytes(size) });

function parametersOf(length: number, [lower, upper, digits, special]: readonly number[]) {
	return {
		passwordLength: length,
		minimumNumberOfLowercaseLetters: lower,
		minimumNumberOfUppercaseLetters: upper,
		minimumNumberOfDigits: digits,
		minimumNumberOfSpecialSymbols: special,
	};
}

function passwordOf(parameters: object): string {
	const password = apply('randomPassword', parameters, undefined, context);
	if (typeof password !== 'string') throw new Error('no password');
	return password;
}

function count(password: string, expression: RegExp): number {
	return password.match(expression)?.length ?? 0;
}

test('a set whose minimum is 0 is barred', () => {
	const password = passwordOf(parametersOf(24, [1, 1, 1, 0]));
	expect(password).toMatch(/^[A-Za-z0-9]{24}$/);
	expect(passwordOf(parametersOf(24, [1, 1, 1, 0]))).not.toBe(password);
});

test('every minimum is met, whatever the sums', () => {
	const minima = fc.array(fc.nat(5), { minLength: 4, maxLength: 4 });
	fc.assert(
		fc.property(minima, fc.integer({ min: 20, max: 40 }), (least, length) => {
			fc.pre(least.some((minimum) => minimum > 0));
			const password = passwordOf(parametersOf(length, least));
			const found = [/[a-z]/g, /[A-Z]/g, /[0-9]/g, /[~!@#$%^&*()_+]/g].map((set) =>
				count(password, set),
			);
			expect(password).toHaveLength(length);
			found.forEach((number, set) => {
				expect(number).toBeGreaterThanOrEqual(least[set] ?? 0);
				if (least[set] === 0) expect(number).toBe(0);
			});
		}),
	);
});

test('own special symbols replace the usual ones', () => {
	expect(passwordOf({ ...parametersOf(6, [0, 0, 0, 6]), specialSymbols: '§' })).toBe('§§§§§§');
});

test('a value that is there is ignored, lists too', () => {
	const value = apply('randomPassword', parametersOf(4, [1, 1, 1, 1]), ['a', 'b'], context);
	expect(value).toHaveLength(4);
});

test('numbers that would favour some characters are drawn again', () => {
	const drawn = [
		[0xff, 0xff],
		[0, 3],
		[0, 0],
	];
	const random = () => Uint8Array.from(drawn.shift() ?? []);
	const parameters = parametersOf(1, [0, 0, 1, 0]);
	expect(apply('randomPassword', parameters, undefined, contextOf({ random }))).toBe('3');
	expect(drawn).toEqual([]);
});

test.each([
	[parametersOf(3, [1, 1, 1, 1]), 'more than passwordLength'],
	[parametersOf(3, [0, 0, 0, 0]), 'above 0'],
	[{ ...parametersOf(3, [1, 1, 1, 0]), specialSymbols: '!' }, 'no effect'],
	[{ passwordLength: 5 }, 'Required'],
	[parametersOf(100_000, [1, 1, 1, 1]), '1024'],
])('%j is refused', (parameters, reason) => {
	expect(() => apply('randomPassword', parameters, undefined, context)).toThrow(reason);
});
