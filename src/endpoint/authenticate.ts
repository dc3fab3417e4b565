import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits';
import type { EndpointSecrets } from './secrets';

export type Verdict = 'accepted' | 'refused' | 'unconfigured';

const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2})$/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NOBODY = { user: '', password: '' };

// Both sides are hashed under a key that nobody knows, so neither length nor content shows in time.
const key = randomBytes(32);
const seal = (text: string) => createHmac('sha256', key).update(text, 'utf16le').digest();

function isSame(presented: string, expected: string): boolean {
	return timingSafeEqual(seal(presented), seal(expected));
}

/** A name for an address in the log that cannot be turned back. */
export function fingerprint(address: string): string {
	return seal(address).toString('hex').slice(0, 12);
}

/** Two values could be read differently by a proxy and by us: then there is none. */
function readBasic(authorizations: readonly string[]): { user: string; password: string } {
	const [value = '', ...more] = authorizations;
	if (more.length > 0 || value.length > LIMITS.authorizationLength) return NOBODY;
	const encoded = BASIC.exec(value)?.[1];
	if (encoded === undefined) return NOBODY;
	const bytes = Buffer.from(encoded, 'base64');
	if (bytes.toString('base64') !== encoded) return NOBODY;
	try {
		const text = UTF8.decode(bytes);
		const colon = text.indexOf(':');
		if (colon === -1) return NOBODY;
		return { user: text.slice(0, colon), password: text.slice(colon + 1) };
	} catch {
		return NOBODY;
	}
}

/**
 * HTTP Basic (RFC 7617, UTF-8), fail closed: a secret that is empty or blank lets nobody in.
 * The same work is done whatever is wrong.
 * @param authorizations every `Authorization` header of the request
 */
export function authenticate(authorizations: readonly string[], secrets: EndpointSecrets): Verdict {
	const { user, password, secondPassword } = secrets;
	const isComplete = user.trim() !== '' && password.trim() !== '';
	if (!secrets.authentication.includes('basic') || !isComplete) return 'unconfigured';

	const presented = readBasic(authorizations);
	const isUser = isSame(presented.user, user);
	const isFirst = isSame(presented.password, password);
	const isSecond = isSame(presented.password, secondPassword);
	const hasSecond = secondPassword.trim() !== '';
	return isUser && (isFirst || (isSecond && hasSecond)) ? 'accepted' : 'refused';
}
