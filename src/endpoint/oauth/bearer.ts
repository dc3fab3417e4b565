import { headerValues, type Caller } from '../caller';
import { LIMITS } from '../limits';

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.([\w-]+))$/i;

/** The signed token of the one `Authorization` header (RFC 6750, section 2.1; RFC 7515, section 7.1). */
export function readBearer(caller: Caller): string | undefined {
	const [value = '', ...more] = headerValues(caller, 'authorization');
	if (more.length > 0 || value.length > LIMITS.authorizationLength) return undefined;
	const [, token, signature = ''] = BEARER.exec(value) ?? [];
	// The last character has bits to spare: other spellings of the same signature are no token.
	const isCanonical = Buffer.from(signature, 'base64url').toString('base64url') === signature;
	return isCanonical ? token : undefined;
}
