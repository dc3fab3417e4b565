import fc from 'fast-check';
import type { Json } from '../../src/model/json';

/** Any JSON without names that a write refuses. */
export const json = fc
	.jsonValue({ maxDepth: 3 })
	.map((value): Json => JSON.parse(JSON.stringify(value)))
	.filter((value) => !/"(?:__proto__|prototype|constructor)":/.test(JSON.stringify(value)));

export const object = fc
	.dictionary(fc.string({ maxLength: 6 }), json)
	.filter((value) => !/"(?:__proto__|prototype|constructor)":/.test(JSON.stringify(value)));
