import { JWKSNoMatchingKey } from 'jose/errors';
import { jwtVerify } from 'jose/jwt/verify';
import type { EndpointSecrets } from '../secrets';
import type { Keys, KeySet } from './keys';
import { LEEWAY } from './ownToken';

/** Public keys only: a shared secret could be one of the public keys, taken at its word. */
const ALGORITHMS = [
	'RS256',
	'RS384',
	'RS512',
	'PS256',
	'PS384',
	'PS512',
	'ES256',
	'ES384',
	'ES512',
];

export class KeysUnreadable extends Error {}

export function audiencesOf({ audience }: EndpointSecrets): string[] {
	const texts = audience.split(',').map((text) => text.trim());
	return texts.filter((text) => text !== '');
}

export function hasTenantTokens(secrets: EndpointSecrets): boolean {
	const { issuer, jwksUrl } = secrets;
	return issuer.trim() !== '' && URL.canParse(jwksUrl) && audiencesOf(secrets).length > 0;
}

/**
 * The token's own words about keys and algorithms (`jku`, `x5u`, `jwk`, `alg: none`) are not followed.
 * @throws KeysUnreadable
 * @throws JOSEError unless the tenant has signed it, for one of the audiences, and it is in date
 */
export async function verifyTenantToken(
	token: string,
	secrets: EndpointSecrets,
	{ now, keys }: { readonly now: number; readonly keys: Keys },
): Promise<void> {
	const { issuer, jwksUrl } = secrets;

	async function keySet(isUnknownKey: boolean): Promise<KeySet> {
		const known = await keys(jwksUrl, now, isUnknownKey);
		if (known === undefined) throw new KeysUnreadable();
		return known;
	}

	// The algorithm is looked at first: for what nobody would sign no keys are read.
	const verify = (isUnknownKey: boolean) =>
		jwtVerify(token, async (header, input) => (await keySet(isUnknownKey))(header, input), {
			algorithms: ALGORITHMS,
			issuer,
			audience: audiencesOf(secrets),
			requiredClaims: ['exp'],
			clockTolerance: LEEWAY,
			currentDate: new Date(now),
		});

	// The tenant may have a new key.
	await verify(false).catch((error: unknown) =>
		error instanceof JWKSNoMatchingKey ? verify(true) : Promise.reject(error),
	);
}
