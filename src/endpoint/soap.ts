import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject, member, type Json, type JsonObject } from '../model/json';
import type { Entry } from './entry';
import { LIMITS } from './limits';
import { Refused } from './refusal';

/** What the acknowledgement of a notice of events has to repeat. */
export interface EventMessage {
	/** Absent when the sender uses none. */
	readonly namespace?: string;
	readonly id: string;
}

// Looked for in the raw text: a parser that expands them has already lost.
const FORBIDDEN = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)|<\?(?!xml\s)/i;
const ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i;
const EVENTS_TAG = /<(?:([\w.-]+):)?ExternalEvent(?=[\s>])[^>]*>/;
const ATTRIBUTE = /\s[\w.:-]+\s*=/g;

const LITERAL = /<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs;
const REFERENCE = /&(?:(?:lt|gt|amp|quot|apos|#(\d+)|#x([\da-f]+));)?/gi;

const LISTS = new Set(['event', 'entityKey', 'param']);

const parser = new XMLParser({
	removeNSPrefix: true,
	ignoreAttributes: true,
	ignoreDeclaration: true,
	parseTagValue: false,
	// Only the references that XML and HTML fix themselves; none that a document defines.
	htmlEntities: true,
	maxNestedTags: LIMITS.depth,
	isArray: (name) => LISTS.has(name),
});

/** Names under which an event gives away whom it is about. The person before one of her employments. */
const KEYS: readonly (readonly [key: string, field?: string])[] = [
	['perPersonUuid'],
	['userId'],
	['personIdExternal', 'externalId'],
	['assignment'],
	['assignmentId'],
	['username', 'userName'],
];

/** Parts of the message that travel on with the event. */
const OF_MESSAGE = ['externalEventId', 'type', 'effective', 'publishedAt', 'repost'];
const OF_EVENT = ['eventId', 'effectiveStartDate', 'sourceArea'];

function parseOrNothing(text: string): Json | undefined {
	// The parser reads what is not well-formed without a word.
	if (XMLValidator.validate(text) !== true) return undefined;
	try {
		const document: Json = parser.parse(text);
		// The validator overlooks an empty element behind the root.
		return isObject(document) && Object.keys(document).length === 1 ? document : undefined;
	} catch {
		return undefined;
	}
}

/** Without a DTD there are five names and the numbers of signs that XML allows (XML 1.0, section 4.1). */
function isReference([reference, decimal, hexadecimal]: RegExpMatchArray): boolean {
	if (reference === '&') return false;
	const number = decimal ?? hexadecimal;
	if (number === undefined) return true;
	const sign = Number.parseInt(number, decimal === undefined ? 16 : 10);
	return sign >= 32 || sign === 9 || sign === 10 || sign === 13;
}

/** The parser would leave it as it is, and half an entity would become part of an id. */
function hasUnknownReference(text: string): boolean {
	return [...text.replace(LITERAL, '').matchAll(REFERENCE)].some((found) => !isReference(found));
}

function parse(text: string): Json {
	if (FORBIDDEN.test(text)) throw new Refused('xmlForbidden');
	if (hasUnknownReference(text)) throw new Refused('notXml');
	const encoding = ENCODING.exec(text)?.[1] ?? 'utf-8';
	if (!/^utf-?8$/i.test(encoding)) throw new Refused('notUtf8');
	const signs = text.split('<').length + (text.match(ATTRIBUTE)?.length ?? 0);
	if (signs > LIMITS.nodes) throw new Refused('notXml');
	const document = parseOrNothing(text);
	if (document === undefined) throw new Refused('notXml');
	return document;
}

function namespaceOf(text: string): string | undefined {
	const [tag = '', prefix] = EVENTS_TAG.exec(text) ?? [];
	const name = prefix === undefined ? 'xmlns' : `xmlns:${prefix.replace(/[.-]/g, '\\$&')}`;
	const declaration = new RegExp(`\\s${name}\\s*=\\s*["']([^"'<&]{1,256})["']`);
	// Declared on the element itself, else further out.
	return (declaration.exec(tag) ?? declaration.exec(text))?.[1];
}

function pairsOf(event: Json, list: string, each: string): readonly (readonly [string, string])[] {
	const pairs = member(member(event, list), each);
	if (!Array.isArray(pairs)) return [];
	return pairs.map((pair) => [String(member(pair, 'name')), String(member(pair, 'value') ?? '')]);
}

function textsIn(object: Json | undefined, names: readonly string[]): JsonObject {
	const texts = names.flatMap((name) => {
		const text = member(object, name);
		return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
	});
	return Object.fromEntries(texts);
}

function entryOf(event: Json, meta: Json | undefined): Entry {
	// Keys first: what they share with the parameters is theirs.
	const values = new Map([
		...pairsOf(event, 'params', 'param'),
		...pairsOf(event, 'entityKeys', 'entityKey'),
	]);
	const [key = '', field = key] = KEYS.find(([name]) => (values.get(name) ?? '') !== '') ?? [];
	const id = values.get(key);
	const entity = member(event, 'entityType') ?? member(event, 'entity');
	return {
		...(id !== undefined && { id, field }),
		// Whatever the event is called: a termination, too, is a change that reading back shows.
		kind: 'changed',
		entityType: 'user',
		event: {
			...textsIn(meta, OF_MESSAGE),
			...textsIn(event, [...OF_MESSAGE.slice(1), ...OF_EVENT]),
			...(typeof entity === 'string' && { entity }),
		},
	};
}

/**
 * The `ExternalEvent` message of SAP SuccessFactors: elements count by their local name, because senders
 * use several namespaces and prefixes.
 * @throws Refused `xmlForbidden`, `notXml`, `notUtf8`, `notEvents`, `tooManyEntities`
 */
export function readEventMessage(text: string): {
	readonly message: EventMessage;
	readonly entries: readonly Entry[];
} {
	const body = member(member(parse(text), 'Envelope'), 'Body');
	const notice = member(body, 'ExternalEvent');
	const events = member(member(notice, 'events'), 'event');
	if (!isObject(notice) || !Array.isArray(events)) throw new Refused('notEvents');
	if (events.length > LIMITS.entries) throw new Refused('tooManyEntities');
	const meta = member(notice, 'externalEventMeta');
	const namespace = namespaceOf(text);
	const id = String(member(meta, 'externalEventId') ?? '');
	return {
		message: { id, ...(namespace !== undefined && { namespace }) },
		entries: events.map((event) => entryOf(event, meta)),
	};
}
