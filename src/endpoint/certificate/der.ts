const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Bytes of a base64 text that is written in the one right way; blanks and written `\n` are no part of it. */
function decode(text: string): Uint8Array | undefined {
	const base64 = text.replace(/\\[rn]|\s/g, '');
	if (!BASE64.test(base64)) return undefined;
	const bytes = Buffer.from(base64, 'base64');
	return bytes.toString('base64') === base64 ? bytes : undefined;
}

/**
 * Certificates as DER, from PEM blocks (RFC 7468) in whatever lines, or from bare base64.
 * `undefined` if anything else is in the text.
 */
export function readDer(text: string): readonly Uint8Array[] | undefined {
	if (!text.includes('-----')) {
		const bytes = decode(text);
		return bytes === undefined ? undefined : [bytes];
	}
	const blocks = Array.from(text.matchAll(BLOCK));
	const rest = text.replace(BLOCK, '').replace(/\\[rn]|\s/g, '');
	const found = blocks.map(([, label, body = '']) =>
		label === 'CERTIFICATE' ? decode(body) : undefined,
	);
	const whole = found.filter((bytes) => bytes !== undefined);
	return rest === '' && whole.length === found.length ? whole : undefined;
}
