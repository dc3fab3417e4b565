import { JOSEError } from 'jose/errors';
import type { Caller } from '../caller';
import type { Cause, Finding } from '../finding';
import type { EndpointSecrets } from '../secrets';
import { readBearer } from './bearer';
import type { Keys } from './keys';
import { hasOwnTokens, verifyOwnToken } from './ownToken';
import { hasTenantTokens, KeysUnreadable, verifyTenantToken } from './tenantToken';

interface Circumstances {
	readonly now: number;
	readonly systemId: string;
	readonly keys: Keys;
}

const CAUSES: Readonly<Record<string, Cause>> = {
	ERR_JOSE_ALG_NOT_ALLOWED: 'tokenAlgorithm',
	ERR_JWKS_NO_MATCHING_KEY: 'tokenKey',
	ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'tokenKey',
	ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'tokenSignature',
	ERR_JWT_EXPIRED: 'tokenExpired',
	ERR_JWT_CLAIM_VALIDATION_FAILED: 'tokenClaim',
};

function findingOf(error: unknown): Finding {
	if (error instanceof KeysUnreadable) return 'keysUnreadable';
	const first = error instanceof AggregateError ? error.errors[0] : error;
	return (first instanceof JOSEError && CAUSES[first.code]) || 'tokenMalformed';
}

/** OAuth 2.0 bearer token: one of our own token endpoint, or one of the tenant. */
export async function checkToken(
	caller: Caller,
	secrets: EndpointSecrets,
	circumstances: Circumstances,
): Promise<Finding> {
	const verifiers = [
		...(hasOwnTokens(secrets) ? [verifyOwnToken] : []),
		...(hasTenantTokens(secrets) ? [verifyTenantToken] : []),
	];
	if (verifiers.length === 0) return 'unconfigured';
	const token = readBearer(caller);
	if (token === undefined) return 'tokenMissing';
	let finding: Finding = 'tokenMalformed';
	for (const verify of verifiers) {
		try {
			await verify(token, secrets, circumstances);
			return 'accepted';
		} catch (error) {
			finding = findingOf(error);
		}
	}
	return finding;
}
