// Random regular expressions that documents may hold, each asked about the longest texts that it takes.
import { compileRegex } from '../src/path';
import type { Case } from './_hostile';

const LONGEST = 20_000;
const ATOMS = [
	'a',
	'b',
	'.',
	'\\w',
	'\\s',
	'[ab]',
	'[^b]',
	'\\d',
	'é',
	'(a|b)',
	'(?:ab|a)',
	'(a|)',
];
const ASSERTIONS = ['\\b', '(?!b)', '(?=a*b)', '(?<=a)'];
const COUNTS = ['', '', '*', '+', '?', '{2,}', '{1,30}', '*?', '+?', '{0,3}'];

type Random = (below: number) => number;

/** The same numbers for the same seed. */
function randomFrom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function pick(from: readonly string[], random: Random): string {
	return from[random(from.length)] ?? '';
}

function randomPattern(random: Random, depth = 0): string {
	const parts = Array.from({ length: 1 + random(4) }, () => {
		const nested = depth < 2 && random(4) === 0;
		if (random(13) === 0) return pick(ASSERTIONS, random);
		const atom = nested ? `(${randomPattern(random, depth + 1)})` : pick(ATOMS, random);
		return atom + pick(COUNTS, random);
	});
	const sequence = parts.join('');
	if (depth > 0 || random(5) > 0) return sequence;
	return pick(
		[`^${sequence}$`, `(?=${sequence})a`, `${sequence}|${sequence}c`, `(?i)${sequence}`],
		random,
	);
}

/** Texts that a pattern over `a` and `b` gets far into, and that then end otherwise. */
function textsOf(length: number): readonly string[] {
	return ['a', 'b', 'ab', 'aab', 'a1 ', 'éa'].flatMap((unit) => {
		const body = unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1);
		return [`${body}!`, `${body}b`];
	});
}

/** The longest texts that `ask` does not refuse. */
function longestTexts(ask: (text: string) => unknown): readonly string[] {
	let taken = 1;
	let refused = LONGEST;
	while (refused - taken > 1) {
		const middle = (taken + refused) >> 1;
		if (takes(ask, middle)) taken = middle;
		else refused = middle;
	}
	return textsOf(taken);
}

function takes(ask: (text: string) => unknown, length: number): boolean {
	try {
		ask('!'.repeat(length));
		return true;
	} catch {
		return false;
	}
}

export function patternCases(count: number, seed: number): Case[] {
	const random = randomFrom(seed);
	return Array.from({ length: count }, () => randomPattern(random)).flatMap(casesOf);
}

function casesOf(pattern: string): Case[] {
	const regex = accepted(pattern);
	if (regex === undefined) return [];
	return (['matches', 'find'] as const).flatMap((way) =>
		longestTexts(regex[way]).map((text) => ({
			name: `/${pattern}/ ${way} ${text.slice(0, 3)}... of ${text.length}`,
			goal: 100,
			run: () => regex[way](text),
		})),
	);
}

function accepted(pattern: string) {
	try {
		return compileRegex(pattern);
	} catch {
		return undefined;
	}
}
