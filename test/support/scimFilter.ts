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

function compare(filter: Filter & { op: Comparison; compValue: Json }, values: Json[]): boolean {
	const isExact = CASE_EXACT.has(filter.attrPath.toLowerCase());
	const fold = (text: string) => (isExact ? text : text.toLowerCase());
	const wanted = filter.compValue;
	if (typeof wanted !== 'string') {
		const isEqual = values.some((value) => value === wanted);
		return filter.op === 'ne' ? !isEqual : isEqual;
	}
	return values.some(
		(value) => typeof value === 'string' && COMPARISONS[filter.op](fold(value), fold(wanted)),
	);
}

function namesOf(path: string): string[] {
	const { schema, names } = splitAttribute(path);
	return schema === undefined ? names : [schema, ...names];
}

/** The filters of a test name few attributes, each of them for every resource. */
const known = new Map<string, string[]>();

function attribute(resource: Json, path: string): Json[] {
	const names = known.get(path) ?? namesOf(path);
	known.set(path, names);
	return valuesAt(resource, names);
}

function holds(filter: Filter, resource: Json): boolean {
	switch (filter.op) {
		case 'and':
			return filter.filters.every((part) => holds(part, resource));
		case 'or':
			return filter.filters.some((part) => holds(part, resource));
		case 'not':
			return !holds(filter.filter, resource);
		case '[]':
			return attribute(resource, filter.attrPath).some((element) =>
				holds(filter.valFilter, element),
			);
		case 'pr':
			return attribute(resource, filter.attrPath).length > 0;
		default:
			return compare(filter, attribute(resource, filter.attrPath));
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

export function matches(filter: Filter, resource: Json): boolean {
	return holds(filter, resource);
}

/** `type eq "work" and primary eq true` says what an element would look like that it matches. */
export function elementOf(filter: Filter): Record<string, Json> {
	if (filter.op === 'eq') return { [filter.attrPath]: filter.compValue };
	if (filter.op === 'and') return Object.assign({}, ...filter.filters.map(elementOf));
	throw new ScimError(400, 'No element matches the filter.', 'noTarget');
}
