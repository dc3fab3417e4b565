import type { Json, JsonObject } from '../model/json';
import { isObject, member } from '../model/json';
import { variableText } from '../path';
import { boundedText } from './functions/value';

export const CURRENT_DATE = 'currentDate';
export const BASE_LOCATION = 'entityBaseLocation';
export const SOURCE_ID = 'entityIdSourceSystem';
export const TARGET_ID = 'entityIdTargetSystem';

/** Set by the runtime; a mapping may read them, never write them. */
export const READ_ONLY_VARIABLES: ReadonlySet<string> = new Set([CURRENT_DATE, BASE_LOCATION]);

const RUNTIME_VARIABLES: ReadonlySet<string> = new Set([
	...READ_ONLY_VARIABLES,
	SOURCE_ID,
	TARGET_ID,
	'entityLocationSourceSystem',
]);

const MEMBERSHIP_VARIABLES: ReadonlySet<string> = new Set(['assignGroup', 'unassignGroup']);

const REFERENCE = /\$\{([A-Za-z_][\w.-]*)\}/g;

export function isRuntimeVariable(name: string): boolean {
	return RUNTIME_VARIABLES.has(name);
}

/** Names of the `${variable}` references anywhere in a value. */
export function referencedVariables(value: unknown): string[] {
	if (typeof value === 'string') {
		return Array.from(value.matchAll(REFERENCE), ([, name]) => name ?? '');
	}
	if (Array.isArray(value)) return value.flatMap(referencedVariables);
	return isObject(value) ? Object.values(value).flatMap(referencedVariables) : [];
}

/** Replaces each `${variable}` in every text of a value. @throws Error for a text that grows too long */
export function insertDeep(value: Json, variables: JsonObject): Json {
	if (typeof value === 'string') {
		return boundedText(
			value.replace(REFERENCE, (_, name: string) => variableText(variables, name)),
		);
	}
	if (Array.isArray(value)) return value.map((item) => insertDeep(item, variables));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, insertDeep(inner, variables)]),
	);
}

/**
 * Checks what the runtime will rely on.
 * @returns the value as it is stored: an id is always text
 * @throws Error with the reason
 */
export function checkVariable(name: string, value: Json): Json {
	if (name === SOURCE_ID) {
		if (typeof value === 'number') return String(value);
		if (typeof value === 'string' && value !== '') return value;
		throw new Error(`\`${SOURCE_ID}\` must be a text that is not empty, or a number`);
	}
	if (MEMBERSHIP_VARIABLES.has(name) && !isListOfIds(value)) {
		throw new Error(`\`${name}\` must be a list of objects with an \`id\``);
	}
	return value;
}

function isListOfIds(value: Json): boolean {
	return (
		Array.isArray(value) &&
		value.every((item) => ['string', 'number'].includes(typeof member(item, 'id')))
	);
}
