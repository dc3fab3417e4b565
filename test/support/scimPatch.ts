import type { Filter } from 'scim2-parse-filter';
import { isObject, type Json, type JsonObject } from '../../src/model/json';
import { ScimError } from './scimError';
import { elementOf, parseFilter, testOf } from './scimFilter';
import { sameJson } from './sameJson';
import { nameIn, splitAttribute } from './scimPath';

type Operation = 'add' | 'replace' | 'remove';

interface PatchPath {
	readonly schema?: string;
	/** Absent when the path is the URN of an extension. */
	readonly name?: string;
	readonly filter?: Filter;
	readonly part?: string;
}

const MULTI_VALUED = new Set(
	'emails phonenumbers ims photos addresses groups entitlements roles x509certificates members'.split(
		' ',
	),
);
const READ_ONLY = new Set(['id', 'meta', 'groups']);

/** `attribute`, `attribute.part`, `attribute[filter]`, `attribute[filter].part`, `URN`, `URN:...` */
function parsePath(text: string): PatchPath {
	if (/^urn:.*:(User|Group)$/i.test(text)) return { schema: text };
	const [, head = '', condition, part] =
		/^([^[\]]+)(?:\[(.*)\](?:\.([\w$-]+))?)?$/.exec(text) ?? [];
	const { schema, names } = splitAttribute(head);
	const [name = '', ...rest] = names;
	const isPath = names.every((one) => /^[\w$-]+$/.test(one)) && rest.length <= 1;
	if (!isPath || (condition !== undefined && rest.length > 0)) {
		throw new ScimError(400, 'The path cannot be read.', 'invalidPath');
	}
	const filter = condition === undefined ? undefined : parseFilter(condition);
	return { schema, name, filter, part: part ?? rest[0] };
}

/** Sets the parts that are named and leaves the others (RFC 7644, section 3.5.2.3). */
function merge(current: JsonObject, operation: Operation, value: JsonObject): void {
	for (const [name, part] of Object.entries(value)) setValue(current, name, operation, part);
}

function append(current: Json[], added: Json[]): Json[] {
	const fresh = added.filter((one) => !current.some((other) => sameJson(one, other)));
	const isPrimaryMoved = fresh.some((one) => isObject(one) && one['primary'] === true);
	const kept = current.map((one) =>
		isPrimaryMoved && isObject(one) && one['primary'] === true ? { ...one, primary: false } : one,
	);
	return [...kept, ...fresh];
}

function setValue(holder: JsonObject, name: string, operation: Operation, value: Json): void {
	const key = nameIn(holder, name);
	const current = holder[key];
	if (operation === 'remove' || value === null) {
		delete holder[key];
		return;
	}
	const isMultiple = Array.isArray(current) || MULTI_VALUED.has(key.toLowerCase());
	if (isMultiple) {
		const values = Array.isArray(value) ? value : [value];
		const before = operation === 'add' && Array.isArray(current) ? current : [];
		holder[key] = append(before, values);
		return;
	}
	if (isObject(current) && isObject(value)) {
		merge(current, operation, value);
		return;
	}
	holder[key] = value;
}

function changeElements(
	holder: JsonObject,
	{ name = '', part }: PatchPath,
	filter: Filter,
	operation: Operation,
	value: Json,
): void {
	const key = nameIn(holder, name);
	const current = holder[key];
	const elements = Array.isArray(current) ? current : [];
	const hits = elements.filter(testOf(filter));
	if (hits.length === 0) {
		if (operation !== 'add') throw new ScimError(400, 'No element matches.', 'noTarget');
		const element = elementOf(filter);
		hits.push(element);
		elements.push(element);
	}
	if (operation === 'remove' && part === undefined) {
		holder[key] = elements.filter((element) => !hits.includes(element));
		return;
	}
	for (const hit of hits.filter(isObject)) {
		if (part !== undefined) setValue(hit, part, operation, value);
		else if (isObject(value)) merge(hit, operation, value);
		else throw new ScimError(400, 'An element is an object.', 'invalidValue');
	}
	holder[key] = elements;
}

function childOf(holder: JsonObject, name: string): JsonObject {
	const key = nameIn(holder, name);
	const child = holder[key] ?? {};
	if (!isObject(child)) throw new ScimError(400, 'The attribute has no parts.', 'invalidPath');
	holder[key] = child;
	return child;
}

function changeAt(resource: JsonObject, text: string, operation: Operation, value: Json): void {
	const path = parsePath(text);
	const { schema, name, filter, part } = path;
	if (schema === undefined && name?.toLowerCase() === 'schemas') return;
	if (schema === undefined && READ_ONLY.has(name?.toLowerCase() ?? '')) {
		throw new ScimError(400, 'The attribute is read-only.', 'mutability');
	}
	if (name === undefined) {
		setValue(resource, schema ?? '', operation, value);
		return;
	}
	const holder = schema === undefined ? resource : childOf(resource, schema);
	if (filter !== undefined) changeElements(holder, path, filter, operation, value);
	else if (part !== undefined) setValue(childOf(holder, name), part, operation, value);
	else setValue(holder, name, operation, value);
}

function operationOf(word: Json | undefined): Operation {
	const operation = typeof word === 'string' ? word.toLowerCase() : '';
	if (operation === 'add' || operation === 'replace' || operation === 'remove') return operation;
	throw new ScimError(400, 'The operation is unknown.', 'invalidSyntax');
}

/**
 * The resource after the operations of a PatchOp message (RFC 7644, section 3.5.2).
 * @throws ScimError 400; nothing is changed then
 */
export function patched(resource: JsonObject, operations: Json | undefined): JsonObject {
	if (!Array.isArray(operations) || operations.length === 0) {
		throw new ScimError(400, 'Operations are missing.', 'invalidSyntax');
	}
	const result = structuredClone(resource);
	for (const one of operations) {
		if (!isObject(one)) throw new ScimError(400, 'An operation is an object.', 'invalidSyntax');
		const operation = operationOf(one['op']);
		const { path, value = null } = structuredClone(one);
		if (typeof path === 'string') {
			changeAt(result, path, operation, value);
			continue;
		}
		if (operation === 'remove') throw new ScimError(400, 'The path is missing.', 'noTarget');
		if (!isObject(value)) throw new ScimError(400, 'A value is missing.', 'invalidValue');
		for (const [name, part] of Object.entries(value)) changeAt(result, name, operation, part);
	}
	return result;
}
