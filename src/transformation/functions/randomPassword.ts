import { z } from 'zod';
import type { FunctionContext, TransformationFunction } from './function';
import { count } from './parameters';

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const UPPERCASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const SPECIAL_SYMBOLS = '~!@#$%^&*()_+';

const parameters = z
	.object({
		passwordLength: count.pipe(z.number().max(1024)),
		minimumNumberOfLowercaseLetters: count,
		minimumNumberOfUppercaseLetters: count,
		minimumNumberOfDigits: count,
		minimumNumberOfSpecialSymbols: count,
		specialSymbols: z.string().min(1).max(256).optional(),
	})
	.strict();

interface CharacterSet {
	readonly minimum: number;
	readonly characters: readonly string[];
}

interface Recipe {
	readonly length: number;
	readonly sets: readonly CharacterSet[];
}

/** At least the minima, the rest from every set whose minimum is not 0, in random order. */
export const randomPassword: TransformationFunction<z.infer<typeof parameters>, Recipe> = {
	name: 'randomPassword',
	subject: 'generator',
	parameters,
	prepare(chosen) {
		if (chosen.specialSymbols !== undefined && chosen.minimumNumberOfSpecialSymbols === 0) {
			throw new Error('specialSymbols has no effect while minimumNumberOfSpecialSymbols is 0');
		}
		const sets = [
			{ minimum: chosen.minimumNumberOfLowercaseLetters, characters: [...LOWERCASE] },
			{ minimum: chosen.minimumNumberOfUppercaseLetters, characters: [...UPPERCASE] },
			{ minimum: chosen.minimumNumberOfDigits, characters: [...DIGITS] },
			{
				minimum: chosen.minimumNumberOfSpecialSymbols,
				characters: [...(chosen.specialSymbols ?? SPECIAL_SYMBOLS)],
			},
		].filter(({ minimum }) => minimum > 0);
		if (sets.length === 0) throw new Error('at least one of the minima must be above 0');
		if (sets.reduce((sum, { minimum }) => sum + minimum, 0) > chosen.passwordLength) {
			throw new Error('the minima together are more than passwordLength');
		}
		return { length: chosen.passwordLength, sets };
	},
	run(_value, { length, sets }, context) {
		const password = sets.flatMap(({ minimum, characters }) =>
			Array.from({ length: minimum }, () => pick(characters, context)),
		);
		const all = sets.flatMap(({ characters }) => characters);
		while (password.length < length) password.push(pick(all, context));
		return shuffle(password, context).join('');
	},
};

function pick(characters: readonly string[], context: FunctionContext): string {
	return characters[randomBelow(characters.length, context)] ?? '';
}

/** Fisher and Yates: every order is equally likely. */
function shuffle(characters: readonly string[], context: FunctionContext): readonly string[] {
	const left = [...characters];
	const order: string[] = [];
	while (left.length > 0) order.push(...left.splice(randomBelow(left.length, context), 1));
	return order;
}

/** Numbers above the last whole multiple are thrown away: a remainder would favour the small ones. */
function randomBelow(limit: number, context: FunctionContext): number {
	const fair = 0x10000 - (0x10000 % limit);
	for (;;) {
		const [high = 0, low = 0] = context.random(2);
		const drawn = high * 256 + low;
		if (drawn < fair) return drawn % limit;
	}
}
