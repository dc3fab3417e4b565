import { ProvisioningError } from '../model/errors';
import { BoundedCache } from './cache';
import type { Danger } from './pattern/explosion';
import { judge } from './pattern/explosion';
import { parsePattern } from './pattern/parse';
import { PatternFault } from './pattern/scanner';
import { print } from './pattern/tree';

export const MAX_PATTERN = 1_000;

/** Longest input by degree of danger, so that the worst input takes a fraction of a second. */
const MAX_INPUT = [10_000, 10_000, 1_000, 256];

const cache = new BoundedCache<Regex>(1_000);

/** A regular expression of a document. Each method throws ProvisioningError for input that is too long. */
export interface Regex {
	readonly text: string;
	/** Number of capturing groups. */
	readonly groups: number;
	/** Whether the whole input matches (Java `matches`). */
	matches(this: void, input: string): boolean;
	/** Groups of a match of the whole input, the match itself first. */
	match(this: void, input: string): readonly (string | undefined)[] | undefined;
	/** The matches that do not overlap, from left to right (Java `find`). */
	find(this: void, input: string): readonly RegExpExecArray[];
}

/**
 * Compiles a regular expression in Java's syntax.
 * @param flags out of `i`, `m`, `s`, `u`, beside those in front of the text such as `(?i)`
 * @throws ProvisioningError `condition.invalid` for a fault, for what JavaScript cannot express,
 * and for a pattern on which a short input could take forever
 */
export function compileRegex(text: string, flags = ''): Regex {
	return cache.get(`${flags}/${text}`, () => compile(text, flags));
}

function compile(text: string, flags: string): Regex {
	if (text.length > MAX_PATTERN) {
		throw refusal(`it is longer than ${MAX_PATTERN} characters`);
	}
	const { source, danger, flags: own, groups } = translate(text, flags);
	const whole = new RegExp(`^(?:${source})$`, own);
	// Looking for a match at each place of the input is one more degree.
	const longestWhole = longestInput(danger);
	const longestFind = longestInput(danger + 1);
	const anywhere = new RegExp(source, `${own}g`);

	return {
		text,
		groups,
		matches: (input) => whole.test(checkLength(input, longestWhole)),
		match: (input) => whole.exec(checkLength(input, longestWhole)) ?? undefined,
		find: (input) => [...checkLength(input, longestFind).matchAll(anywhere)],
	};
}

function translate(
	text: string,
	flags: string,
): { source: string; danger: number; flags: string; groups: number } {
	try {
		const pattern = parsePattern(text, flags);
		const unknown = /[^imsu]/.exec(pattern.flags);
		if (unknown !== null) throw refusal(`the flag \`${unknown[0]}\` is not supported`);
		const own = ['i', 's'].filter((flag) => pattern.flags.includes(flag)).join('') + 'v';
		const source = print(pattern.root);
		// Before the judgement, so that what JavaScript still refuses is told as such.
		void new RegExp(source, own);
		return {
			source,
			danger: checkDanger(judge(pattern.root, own)),
			flags: own,
			groups: pattern.groups,
		};
	} catch (error) {
		if (error instanceof PatternFault) {
			throw refusal(`${error.reason} (its column ${error.column})`, error);
		}
		if (error instanceof SyntaxError) throw refusal('JavaScript cannot express it', error);
		throw error;
	}
}

function checkDanger(danger: Danger): number {
	if (danger === 'explosive') {
		throw refusal('a repetition inside of a repetition can match the same text in many ways');
	}
	if (danger >= MAX_INPUT.length) {
		throw refusal('too many repetitions can match the same text');
	}
	return danger;
}

function longestInput(danger: number): number {
	return MAX_INPUT[Math.min(danger, MAX_INPUT.length - 1)] ?? 0;
}

function checkLength(input: string, longest: number): string {
	if (input.length <= longest) return input;
	throw new ProvisioningError({
		code: 'condition.invalid',
		message: `A regular expression is asked about ${input.length} characters; it takes up to ${longest}`,
		hint: 'Make the expression simpler (fewer `.*`), or do not ask it about such a long attribute.',
	});
}

function refusal(reason: string, cause?: unknown): ProvisioningError {
	return new ProvisioningError({
		code: 'condition.invalid',
		message: `The regular expression is refused: ${reason}`,
		hint: 'Write it in a simpler way; possessive quantifiers, atomic groups and repetitions such as (a+)+ are not taken.',
		cause,
	});
}
