import { withoutPadding } from './base32';

const ALPHABET = /^[A-Za-z0-9+/]*$/;

/** Base 64 of RFC 4648, section 4. */
export function encodeBase64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64');
}

/** Padding optional; Buffer alone would skip characters that it does not know. @throws Error */
export function decodeBase64(text: string): Uint8Array {
	const letters = withoutPadding(text, 4);
	if (!ALPHABET.test(letters)) {
		throw new Error('text has a character that base64 does not know');
	}
	if (letters.length % 4 === 1) throw new Error('base64 text is cut off');
	return new Uint8Array(Buffer.from(letters, 'base64'));
}
