import { z } from 'zod';
import type { Regex } from '../../path';
import { compileRegex } from '../../path';
import { text } from './parameters';
import type { Replacement } from './replacement';
import { compileReplacement } from './replacement';

export const replaceParameters = z.object({ regex: text, replacement: text }).strict();

export type ReplaceParameters = z.infer<typeof replaceParameters>;

export interface PreparedReplace {
	readonly regex: Regex;
	readonly replacement: Replacement;
}

/** @throws Error for a faulty expression or replacement */
export function prepareReplace(parameters: ReplaceParameters): PreparedReplace {
	const regex = compileRegex(parameters.regex);
	return { regex, replacement: compileReplacement(parameters.replacement, regex.groups) };
}

/** `matches` are of `input`, from left to right and without overlap. */
export function replaceMatches(
	input: string,
	matches: readonly RegExpExecArray[],
	replacement: Replacement,
): string {
	const pieces: string[] = [];
	let end = 0;
	for (const match of matches) {
		pieces.push(input.slice(end, match.index), replacement(match));
		end = match.index + match[0].length;
	}
	pieces.push(input.slice(end));
	return pieces.join('');
}
