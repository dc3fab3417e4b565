import { Refused } from './refusal';

export type BodyForm = 'json' | 'form' | 'text' | 'none';

const FORMS: Readonly<Record<string, BodyForm>> = {
	'application/json': 'json',
	'text/json': 'json',
	'application/x-www-form-urlencoded': 'form',
	'text/plain': 'text',
};

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/**
 * How a body of this content type is read; `none` when the caller names no type.
 * @throws Refused `mediaType` or `charset`
 */
export function readMediaType(contentType: string | undefined): BodyForm {
	if (contentType === undefined || contentType.trim() === '') return 'none';
	const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
	const known = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
	const form = known ?? (/^application\/[\w.-]+\+json$/.test(type) ? 'json' : undefined);
	if (form === undefined) throw new Refused('mediaType');
	const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
	if (charset !== 'utf-8' && charset !== 'utf8') throw new Refused('charset');
	return form;
}

/** Inflating is how a kilobyte becomes a gigabyte. @throws Refused `encoding` */
export function refuseEncoding(contentEncoding: string | undefined): void {
	const encoding = contentEncoding?.trim().toLowerCase() ?? '';
	if (encoding !== '' && encoding !== 'identity') throw new Refused('encoding');
}
