import type { Json } from '../model/json';
import { LIMITS } from './limits';
import { Refused } from './refusal';

interface Container {
	/** Names so far; absent in a list. */
	readonly names?: Set<string>;
	awaitsName: boolean;
}

const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const BACKSLASH = 92;
const QUOTE = 34;
/** What is neither a string nor structure: a number, `true`, or something JSON.parse will refuse. */
const BARE = /[^\s,:"{}[\]]+/y;

/** Position of the closing quote, or of the end of the text. */
function endOfString(text: string, start: number): number {
	for (let at = start; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) return at;
		if (code === BACKSLASH) at += 1;
	}
	return text.length;
}

function parseOrNothing(text: string): Json | undefined {
	try {
		const document: Json = JSON.parse(text);
		return document;
	} catch {
		return undefined;
	}
}

function decodeName(raw: string): string {
	return raw.includes('\\') ? String(parseOrNothing(`"${raw}"`) ?? raw) : raw;
}

function noteName(names: Set<string>, raw: string): void {
	const name = decodeName(raw);
	if (FORBIDDEN_NAMES.has(name)) throw new Refused('prototypeKey');
	if (names.has(name)) throw new Refused('duplicateKey');
	names.add(name);
}

/**
 * One pass over the raw text, before anything is built from it: JSON.parse keeps the last of two
 * equal names, and a document that it survives can still overflow whoever walks it later.
 */
function examine(text: string): void {
	const open: Container[] = [];
	let values = 0;
	const countValue = () => {
		values += 1;
		if (values > LIMITS.nodes) throw new Refused('tooManyValues');
	};

	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		const container = open.at(-1);
		if (sign === '"') {
			const end = endOfString(text, at + 1);
			if (end - at - 1 > LIMITS.stringLength) throw new Refused('textTooLong');
			if (container?.names !== undefined && container.awaitsName) {
				noteName(container.names, text.slice(at + 1, end));
				container.awaitsName = false;
			} else countValue();
			at = end;
		} else if (sign === '{' || sign === '[') {
			countValue();
			open.push(sign === '{' ? { names: new Set(), awaitsName: true } : { awaitsName: false });
			if (open.length > LIMITS.depth) throw new Refused('tooDeep');
		} else if (sign === '}' || sign === ']') {
			open.pop();
		} else if (sign === ',') {
			if (container !== undefined) container.awaitsName = true;
		} else {
			BARE.lastIndex = at;
			if (!BARE.test(text)) continue;
			countValue();
			at = BARE.lastIndex - 1;
		}
	}
}

/** @throws Refused for what is not JSON, too deep, too wide, or names something twice */
export function parseJson(text: string): Json {
	examine(text);
	const document = parseOrNothing(text);
	if (document === undefined) throw new Refused('notJson');
	return document;
}
