import { headerValues, type Caller } from './caller';
import type { Finding } from './finding';
import { LIMITS } from './limits';
import { isSame } from './same';
import type { EndpointSecrets } from './secrets';

export interface UserAndPassword {
	readonly user: string;
	readonly password: string;
}

const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2})$/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NOBODY: UserAndPassword = { user: '', password: '' };

/** Two values could be read differently by a proxy and by us: then there is none. */
export function readBasic(authorizations: readonly string[]): UserAndPassword | undefined {
	const [value = '', ...more] = authorizations;
	if (more.length > 0 || value.length > LIMITS.authorizationLength) return undefined;
	const encoded = BASIC.exec(value)?.[1];
	if (encoded === undefined) return undefined;
	const bytes = Buffer.from(encoded, 'base64');
	if (bytes.toString('base64') !== encoded) return undefined;
	try {
		const text = UTF8.decode(bytes);
		const colon = text.indexOf(':');
		if (colon === -1) return undefined;
		return { user: text.slice(0, colon), password: text.slice(colon + 1) };
	} catch {
		return undefined;
	}
}

/** HTTP Basic (RFC 7617, UTF-8). The same work is done whatever is wrong. */
export function checkBasic(caller: Caller, secrets: EndpointSecrets): Finding {
	const { user, password, secondPassword } = secrets;
	if (user.trim() === '' || password.trim() === '') return 'unconfigured';

	const read = readBasic(headerValues(caller, 'authorization'));
	const presented = read ?? NOBODY;
	const isUser = isSame(presented.user, user);
	const isFirst = isSame(presented.password, password);
	const isSecond = isSame(presented.password, secondPassword);
	const hasSecond = secondPassword.trim() !== '';
	if (isUser && (isFirst || (isSecond && hasSecond))) return 'accepted';
	return read === undefined ? 'basicMissing' : 'basicWrong';
}
