import type { Json } from '../model/json';
import { collectEntries, type DocumentForm } from './entries';
import type { Entry } from './entry';
import { parseJson } from './json';
import { LIMITS } from './limits';
import { readMediaType, type BodyForm } from './mediaType';
import { Refused } from './refusal';
import { readEventMessage, type EventMessage } from './soap';

export interface Content {
	readonly entries: readonly Entry[];
	/** Of a notice of events: it wants to be acknowledged. */
	readonly message?: EventMessage;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return UTF8.decode(bytes);
	} catch {
		return undefined;
	}
}

function textOf(body: string | Uint8Array): string {
	const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
	if (size > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	const text = typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decodeUtf8(body);
	if (text === undefined) throw new Refused('notUtf8');
	return text;
}

function documentOf(form: BodyForm, text: string): Json {
	if (form === 'json') return parseJson(text);
	if (form === 'form') {
		const fields = [...new URLSearchParams(text)];
		if (fields.length > LIMITS.nodes) throw new Refused('tooManyValues');
		if (new Set(fields.map(([name]) => name)).size < fields.length) {
			throw new Refused('duplicateKey');
		}
		return Object.fromEntries(fields);
	}
	if (form === 'text' && /^\S+$/.test(text.trim())) return text.trim();
	throw new Refused(form === 'text' ? 'notOneToken' : 'mediaType');
}

/**
 * What a body says, whatever its media type; `undefined` when there is no body at all.
 * @param takesXml whether the application may send XML at all
 * @throws Refused
 */
export function readContent(
	call: { readonly contentType?: string; readonly body?: string | Uint8Array },
	takesXml: boolean,
	form: DocumentForm,
): Content | undefined {
	const mediaType = readMediaType(call.contentType, takesXml);
	const text = textOf(call.body ?? '');
	if (text.trim() === '') return undefined;
	if (mediaType === 'xml') return readEventMessage(text);
	return { entries: collectEntries(documentOf(mediaType, text), form) };
}
