import { hkdfSync } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import type { EndpointSecrets } from '../secrets';

/** Seconds. */
export const TOKEN_LIFETIME = 3_600;
/** Clocks of two machines may differ by this many seconds. */
export const LEEWAY = 60;

const ISSUER = 'n8n-nodes-realtime-provisioning';
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';
/** Keeps this key apart from every other that may be made of the same secret (RFC 5869, section 3.2). */
const LABEL = 'n8n-nodes-realtime-provisioning: access token of the real-time endpoint';

function keyOf(clientId: string, clientSecret: string): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', clientSecret, clientId, LABEL, 32));
}

export interface TokenGrant {
	readonly clientId: string;
	/** The one that the client has presented: its tokens end when it does. */
	readonly clientSecret: string;
	/** Of the trigger. */
	readonly systemId: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** A signed token (RFC 7519): every process that knows the secret can check it, so none is stored. */
export async function issueToken(grant: TokenGrant): Promise<string> {
	const { clientId, clientSecret, systemId, now } = grant;
	const issuedAt = Math.floor(now / 1_000);
	return await new SignJWT()
		.setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
		.setIssuer(ISSUER)
		.setSubject(clientId)
		.setAudience(systemId)
		.setIssuedAt(issuedAt)
		.setNotBefore(issuedAt)
		.setExpirationTime(issuedAt + TOKEN_LIFETIME)
		.sign(keyOf(clientId, clientSecret));
}

export function hasOwnTokens({ clientId, clientSecret }: EndpointSecrets): boolean {
	return clientId.trim() !== '' && clientSecret.trim() !== '';
}

/** @throws JOSEError unless the token is one of ours, for this trigger and in date */
export async function verifyOwnToken(
	token: string,
	secrets: EndpointSecrets,
	{ now, systemId }: { readonly now: number; readonly systemId: string },
): Promise<void> {
	const { clientId, clientSecret, secondClientSecret } = secrets;
	const verify = (secret: string) =>
		jwtVerify(token, keyOf(clientId, secret), {
			algorithms: [ALGORITHM],
			typ: TYPE,
			issuer: ISSUER,
			subject: clientId,
			audience: systemId,
			requiredClaims: ['exp', 'nbf'],
			clockTolerance: LEEWAY,
			currentDate: new Date(now),
		});
	if (secondClientSecret.trim() === '') await verify(clientSecret);
	else await Promise.any([verify(clientSecret), verify(secondClientSecret)]);
}
