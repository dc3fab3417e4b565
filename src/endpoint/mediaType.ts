import { Refused } from './refusal';

export type BodyForm = 'json' | 'form' | 'text' | 'xml' | 'none';

const FORMS: Readonly<Record<string, BodyForm>> = {
	'application/json': 'json',
	'text/json': 'json',
	'application/x-www-form-urlencoded': 'form',
	'text/plain': 'text',
	'text/xml': 'xml',
	'application/xml': 'xml',
	'application/soap+xml': 'xml',
};

function typeOf(contentType: string): string {
	return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function formOf(type: string): BodyForm | undefined {
	const known = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
	return known ?? (/^application\/[\w.-]+\+json$/.test(type) ? 'json' : undefined);
}

export function isXml(contentType: string | undefined): boolean {
	return formOf(typeOf(contentType ?? '')) === 'xml';
}

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/**
 * How a body of this content type is read; `none` when the caller names no type.
 * @param takesXml whether the application may send XML at all
 * @throws Refused `mediaType` or `charset`
 */
export function readMediaType(contentType: string | undefined, takesXml: boolean): BodyForm {
	if (contentType === undefined || contentType.trim() === '') return 'none';
	const form = formOf(typeOf(contentType));
	if (form === undefined || (form === 'xml' && !takesXml)) throw new Refused('mediaType');
	const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
	if (charset !== 'utf-8' && charset !== 'utf8') throw new Refused('charset');
	return form;
}

/** Inflating is how a kilobyte becomes a gigabyte. @throws Refused `encoding` */
export function refuseEncoding(contentEncoding: string | undefined): void {
	const encoding = contentEncoding?.trim().toLowerCase() ?? '';
	if (encoding !== '' && encoding !== 'identity') throw new Refused('encoding');
}
