import { ProvisioningError } from '../model/errors';
import { BoundedCache } from './cache';
import type { Danger } from './pattern/danger';
import { judge } from './pattern/danger';
import type { Pattern } from './pattern/parse';
import { parsePattern } from './pattern/parse';
import { PatternFault } from './pattern/scanner';
import type { Node } from './pattern/tree';
import { print } from './pattern/tree';

const MAX_PATTERN = 1_000;

/** Some nanoseconds each: the worst input takes a fraction of 100 ms. */
const MAX_STEPS = 10_000_000;
const MAX_INPUT = 10_000;
/** A pattern that takes no more than this is of no use. */
const MIN_INPUT = 40;

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
	const key = `${flags}/${text}`;
	return cache.get(key) ?? cache.set(key, compile(text, flags));
}

function compile(text: string, flags: string): Regex {
	if (text.length > MAX_PATTERN) {
		throw refusal(`it is longer than ${MAX_PATTERN} characters`);
	}
	const { root, groups, flags: all } = parse(text, flags);
	const unknown = /[^imsu]/.exec(all);
	if (unknown !== null) throw refusal(`the flag \`${unknown[0]}\` is not supported`);
	const own = `${['i', 's'].filter((flag) => all.includes(flag)).join('')}v`;
	const source = print(root);
	const whole = build(`^(?:${source})$`, own);
	const anywhere = build(source, `${own}g`);
	const danger = judge(root, own);
	const longestWhole = longestInput(danger);
	if (longestWhole < MIN_INPUT) {
		throw refusal('repetitions and choices in it can match the same text in too many ways');
	}
	// Looking for a match at each place of the input is one more power.
	const longestFind = isAnchored(root)
		? longestWhole
		: longestInput({ ...danger, power: danger.power + 1 });

	return {
		text,
		groups,
		matches: (input) => whole.test(checkLength(input, longestWhole)),
		match: (input) => whole.exec(checkLength(input, longestWhole)) ?? undefined,
		find: (input) => [...checkLength(input, longestFind).matchAll(anywhere)],
	};
}

function parse(text: string, flags: string): Pattern {
	try {
		return parsePattern(text, flags);
	} catch (error) {
		throw error instanceof PatternFault
			? refusal(`${error.reason} (its column ${error.column})`, error)
			: refusal('it cannot be read', error);
	}
}

function build(source: string, flags: string): RegExp {
	try {
		const regex = new RegExp(source, flags);
		// V8 interprets the first run, which takes ten times as long as those after it.
		regex.test('');
		return regex;
	} catch (error) {
		throw refusal('JavaScript cannot express it', error);
	}
}

function isAnchored(root: Node): boolean {
	const first = root.kind === 'sequence' ? root.parts[0] : undefined;
	return first?.kind === 'assertion' && first.source === '^';
}

function longestInput({ power, factor }: Danger): number {
	if (power === 0) return factor > MAX_STEPS ? 0 : MAX_INPUT;
	let steps = MAX_STEPS / factor;
	for (let i = 2; i <= power; i++) steps *= i;
	return Math.min(MAX_INPUT, Math.floor(steps ** (1 / power)));
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
