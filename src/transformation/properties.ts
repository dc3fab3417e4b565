import type { JsonObject } from '../model/json';
import { isObject } from '../model/json';
import { joinPointer } from './faults';
import type { Findings } from './findings';

export type Properties = Readonly<Record<string, string>>;

const REFERENCE = /%([A-Za-z0-9._-]+)%/g;
// SAP takes any text between two `%` as a name, so it would see a property where we see plain text.
const PAIR = /%[^%]+%/g;
const ONE_REFERENCE = /^%[A-Za-z0-9._-]+%$/;
const NULL_TEST = /%([A-Za-z0-9._-]+)%'?\s*[!=]==?\s*'?null/g;
const REGEX_SIGNS = /[()[\]{}.+*?^|\\]/;

// Conditions insert their properties themselves: there the text is a literal and has to stay one.
const CONDITION = /^\/[^/]+(?:\/mappings\/\d+(?:\/functions(?:\/\d+)?)?)?\/condition$/;
const MAX_DEPTH = 500;
/** So that a few kilobytes of references cannot become gigabytes. */
const MAX_INSERTED = 1_000_000;

/**
 * Copies the document with each `%property%` replaced, once, in every text except conditions.
 * A property that is not set becomes the text `null`; what is inserted is not looked at again.
 */
export function insertProperties(
	document: unknown,
	properties: Properties,
	findings: Findings,
): unknown {
	const unset = new Map<string, string>();
	const texts: string[] = [];
	let inserted = 0;

	function insert(value: unknown, pointer: string, depth: number): unknown {
		if (depth > MAX_DEPTH) {
			throw new Error(`nested deeper than ${MAX_DEPTH} levels, or holds itself`);
		}
		if (typeof value === 'string') return insertText(value, pointer);
		if (Array.isArray(value)) {
			return value.map((item, index) => insert(item, `${pointer}/${index}`, depth + 1));
		}
		if (!isObject(value)) return value;
		const copy: JsonObject = {};
		for (const [name, inner] of Object.entries(value)) {
			const replaced = insert(inner, joinPointer(pointer, name), depth + 1);
			// A plain assignment to `__proto__` would change the prototype instead.
			Object.defineProperty(copy, name, { value: replaced, ...PLAIN });
		}
		return copy;
	}

	function insertText(text: string, pointer: string): string {
		if (!text.includes('%')) return text;
		texts.push(text);
		warnPairs(text, pointer, findings);
		const isPattern = pointer.endsWith('/regex') || text.includes('=~');
		const replaced = text.replace(REFERENCE, (_, name: string) => {
			const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
			if (value === undefined) unset.set(name, pointer);
			else if (isPattern && REGEX_SIGNS.test(value)) warnPattern(name, pointer, findings);
			inserted += value?.length ?? 0;
			if (inserted > MAX_INSERTED) {
				throw new Error(`more than ${MAX_INSERTED} characters of properties are inserted`);
			}
			return value ?? 'null';
		});
		return CONDITION.test(pointer) ? text : replaced;
	}

	const copy = insert(document, '', 0);
	const tested = new Set(texts.flatMap(testedForNull));
	for (const [name, pointer] of unset) {
		if (!tested.has(name)) {
			findings.warn(pointer, `the property \`${name}\` is not set; its place takes the text null`);
		}
	}
	return copy;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

function testedForNull(text: string): (string | undefined)[] {
	return [...text.matchAll(NULL_TEST)].map(([, name]) => name);
}

function warnPairs(text: string, pointer: string, findings: Findings): void {
	for (const [pair] of text.matchAll(PAIR)) {
		if (ONE_REFERENCE.test(pair)) continue;
		findings.warn(
			pointer,
			`\`${pair.slice(0, 40)}\` is left as it is; SAP Identity Provisioning would read it as a property`,
		);
	}
}

function warnPattern(name: string, pointer: string, findings: Findings): void {
	findings.warn(
		pointer,
		`the property \`${name}\` holds signs that have a meaning in a regular expression`,
	);
}
