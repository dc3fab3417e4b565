import type { z } from 'zod';
import { isObject, member } from '../model/json';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import { unknownWord } from './suggest';

/**
 * Checks one part of the document against its schema; faults are noted where they stand.
 * `what` names the part in messages: `a mapping`.
 */
export function checkShape<Shape extends z.ZodTypeAny>(
	schema: Shape,
	value: unknown,
	place: { readonly pointer: string; readonly what: string; readonly keys: readonly string[] },
	findings: Findings,
): z.output<Shape> | undefined {
	const checked = schema.safeParse(value);
	if (checked.success) return checked.data;
	for (const issue of checked.error.issues) noteIssue(issue, place, findings);
	return undefined;
}

function noteIssue(
	issue: z.ZodIssue,
	place: { readonly pointer: string; readonly what: string; readonly keys: readonly string[] },
	findings: Findings,
): void {
	const pointer = issue.path.reduce<string>(joinPointer, place.pointer);
	if (issue.code === 'unrecognized_keys') {
		const atTop = issue.path.length === 0;
		const what = atTop ? `a key of ${place.what}` : 'a key here';
		for (const key of issue.keys) {
			findings.fault(joinPointer(pointer, key), unknownWord(key, what, atTop ? place.keys : []));
		}
		return;
	}
	const key = issue.path.at(-1);
	const name = typeof key === 'string' ? `\`${key}\`` : place.what;
	findings.fault(pointer, describeIssue(issue, name));
}

function describeIssue(issue: z.ZodIssue, name: string): string {
	switch (issue.code) {
		case 'invalid_type':
			return issue.received === 'undefined'
				? `${name} is missing`
				: `${name} must be ${withArticle(issue.expected)}, not ${withArticle(issue.received)}`;
		case 'invalid_enum_value':
			return unknownWord(
				String(issue.received),
				`one of ${issue.options.join(', ')}`,
				issue.options.map(String),
			);
		case 'too_small':
			return `${name} must not be empty`;
		case 'invalid_union':
			return issue.message === 'Invalid input'
				? `${name} has the wrong type`
				: `${name} ${issue.message}`;
		default:
			return `${name} ${issue.message}`;
	}
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
	string: 'text',
	array: 'a list',
	object: 'an object',
	number: 'a number',
	integer: 'a whole number',
	boolean: 'true or false',
	null: 'null',
};

function withArticle(type: string): string {
	return TYPE_WORDS[type] ?? type;
}

const FLAGS = [
	'optional',
	'ignore',
	'preserveArrayWithSingleElement',
	'correlationAttribute',
	'hashing',
	'applyOnElements',
];

/** Forms that are accepted although the documentation has another one. */
export function warnLenient(raw: unknown, pointer: string, findings: Findings): void {
	if (!isObject(raw)) return;
	for (const key of FLAGS) {
		if (typeof member(raw, key) === 'string') {
			findings.warn(joinPointer(pointer, key), `\`${key}\` is text; it should be true or false`);
		}
	}
	if (isObject(member(raw, 'functions'))) {
		findings.warn(joinPointer(pointer, 'functions'), '`functions` should be a list of functions');
	}
}
