import type { Entity } from '../../model/entity';
import { isObject, member, type Json } from '../../model/json';
import type { Match } from '../directory';

/** RFC 7643 marks these as case-exact; everything else that people are found by is not. */
const CASE_EXACT = new Set(['id', 'externalId']);

/**
 * The values that a SCIM attribute path names: `userName`, `name.familyName`, `emails.value`,
 * `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber` (RFC 7644, section 3.10).
 */
export function valuesAt(attributes: Json, path: string): string[] {
	const found: string[] = [];
	collect(attributes, stepsOf(path), found);
	return found;
}

/** Servers ignore filters, compare in their own way, or list everybody: every hit is compared here. */
export function fulfils(entity: Entity, match: Match): boolean {
	return Object.entries(match).every(([path, wanted]) =>
		valuesAt(entity.attributes, path).some((value) => sameValue(path, value, wanted)),
	);
}

function sameValue(path: string, left: string, right: string): boolean {
	if (CASE_EXACT.has(path)) return left === right;
	return left.toLowerCase() === right.toLowerCase() || sameGuid(left, right);
}

/** SAP SuccessFactors writes them without dashes, and callers do as they like. */
function sameGuid(left: string, right: string): boolean {
	const [one, other] = [left, right].map((text) => text.replaceAll('-', '').toLowerCase());
	return one === other && /^[0-9a-f]{32}$/.test(one ?? '');
}

function stepsOf(path: string): string[] {
	const colon = path.toLowerCase().startsWith('urn:') ? path.lastIndexOf(':') : -1;
	const rest = path.slice(colon + 1).split('.');
	return colon < 0 ? rest : [path.slice(0, colon), ...rest];
}

function collect(value: Json | undefined, steps: readonly string[], found: string[]): void {
	if (Array.isArray(value)) {
		for (const element of value) collect(element, steps, found);
		return;
	}
	const [step, ...rest] = steps;
	if (step === undefined) {
		if (typeof value === 'string' || typeof value === 'number') found.push(String(value));
		else if (isObject(value)) collect(member(value, 'value'), [], found);
		return;
	}
	collect(member(value, step), rest, found);
}
