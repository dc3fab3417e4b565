const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/**
 * PEM as OpenSSL wants it (RFC 7468): fields of one line, and editors, swallow the line breaks or turn them
 * into `\n`. What is around the blocks is left out; without any block the result is empty.
 */
export function normalizePem(text: string): string {
	return Array.from(text.matchAll(BLOCK), ([, label = '', body = '']) => {
		const base64 = body.replace(/\\[rn]|\s/g, '');
		const lines = base64.match(/.{1,64}/g) ?? [];
		return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
	}).join('');
}
