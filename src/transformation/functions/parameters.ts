import { z } from 'zod';
import type { Json } from '../../model/json';
import { FORBIDDEN_NAMES } from '../../path';

/** Numbers and booleans stand for their text. */
export const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const nonEmptyText = text.refine((value) => value !== '', 'must not be empty');

/** A whole number that is not negative; digits in a string are accepted. */
export const count = z
	.union([z.number(), z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)])
	.pipe(z.number().int().nonnegative().safe());

/** Name of a member that a function writes. */
export const memberName = z
	.string()
	.min(1)
	.refine((name) => !FORBIDDEN_NAMES.has(name), 'is not allowed as the name of an attribute');

/** Any JSON value; the parameter must be there. */
export const json = z.custom<Json>((value) => value !== undefined, 'is required');

/** A whole number, as such or as text (`-1`, `+2`). */
export const signedCount = z
	.union([
		z.number(),
		z
			.string()
			.regex(/^[+-]?\d+$/, 'must be a whole number')
			.transform(Number),
	])
	.pipe(z.number().int().safe());

/** Names of members to read, one or several. */
export const attributeNames = z
	.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
	.transform((names) => [names].flat());
