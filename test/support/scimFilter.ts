/* eslint-disable @n8n/community-nodes/require-node-api-error -- a loopback server for tests, no node */
import { parse, type Filter } from 'scim2-parse-filter';
import type { Json } from '../../src/model/json';
import { ScimError } from './scimError';
import { splitAttribute, valuesAt } from './scimPath';

type Comparison = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'lt' | 'ge' | 'le';

/** The others compare without regard to case (RFC 7643, section 8.7.1, `caseExact`). */
const CASE_EXACT = new Set(['id', 'externalid', 'meta.version']);

const COMPARISONS: Record<Comparison, (value: string, wanted: string) => boolean> = {
	eq: (value, wanted) => value === wanted,
	ne: (value, wanted) => value !== wanted,
	co: (value, wanted) => value.includes(wanted),
	sw: (value, wanted) => value.startsWith(wanted),
	ew: (value, wanted) => value.endsWith(wanted),
	gt: (value, wanted) => value > wanted,
	lt: (value, wanted) => value < wanted,
	ge: (value, wanted) => value >= wanted,
	le: (value, wanted) => value <= wanted,
};

/** Whether a resource fulfils a filter: read once, asked for every resource. */
export type Test = (resource: Json) => boolean;

function comparison(filter: Filter & { op: Comparison; compValue: Json }): Test {
	const { op, compValue } = filter;
	const valuesOf = attribute(filter.attrPath);
	if (typeof compValue !== 'string') {
		const isNegated = op === 'ne';
		return (resource) => valuesOf(resource).includes(compValue) !== isNegated;
	}
	const isExact = CASE_EXACT.has(filter.attrPath.toLowerCase());
	const fold = (text: string) => (isExact ? text : text.toLowerCase());
	const wanted = fold(compValue);
	const holds = COMPARISONS[op];
	return (resource) =>
		valuesOf(resource).some((value) => typeof value === 'string' && holds(fold(value), wanted));
}

function attribute(path: string): (resource: Json) => Json[] {
	const { schema, names } = splitAttribute(path);
	const all = schema === undefined ? names : [schema, ...names];
	return (resource) => valuesAt(resource, all);
}

export function testOf(filter: Filter): Test {
	switch (filter.op) {
		case 'and': {
			const parts = filter.filters.map(testOf);
			return (resource) => parts.every((holds) => holds(resource));
		}
		case 'or': {
			const parts = filter.filters.map(testOf);
			return (resource) => parts.some((holds) => holds(resource));
		}
		case 'not': {
			const holds = testOf(filter.filter);
			return (resource) => !holds(resource);
		}
		case '[]': {
			const elementsOf = attribute(filter.attrPath);
			const holds = testOf(filter.valFilter);
			return (resource) => elementsOf(resource).some(holds);
		}
		case 'pr': {
			const valuesOf = attribute(filter.attrPath);
			return (resource) => valuesOf(resource).length > 0;
		}
		default:
			return comparison(filter);
	}
}

/** @throws ScimError 400 `invalidFilter` */
export function parseFilter(text: string): Filter {
	try {
		return parse(text);
	} catch {
		throw new ScimError(400, 'The filter cannot be read.', 'invalidFilter');
	}
}

/** `type eq "work" and primary eq true` says what an element would look like that it matches. */
export function elementOf(filter: Filter): Record<string, Json> {
	if (filter.op === 'eq') return { [filter.attrPath]: filter.compValue };
	if (filter.op === 'and') return Object.assign({}, ...filter.filters.map(elementOf));
	throw new ScimError(400, 'No element matches the filter.', 'noTarget');
}
