// A tenant that signs tokens, and publishes its keys at an address.
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { createKeyStore, type Circumstances, type EndpointSecrets } from '../../src/endpoint';
import type { Http } from '../../src/model/ports';
import { NO_SECRETS, NOW } from './secrets';

export const ISSUER = 'https://acme.accounts.example.com';
export const AUDIENCE = '1ab7c243-5de5-4530-8c14-1234a26373ab';
export const JWKS_URL = `${ISSUER}/oauth2/certs?v=1`;

export interface TenantKey {
	readonly kid: string;
	readonly alg: string;
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
}

export function makeKey(kid: string, alg = 'ES256'): TenantKey {
	const pair = alg.startsWith('ES')
		? generateKeyPairSync('ec', { namedCurve: 'P-256' })
		: generateKeyPairSync('rsa', { modulusLength: 2048 });
	return { kid, alg, ...pair };
}

export function jwk({ kid, alg, publicKey }: TenantKey): object {
	return { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' };
}

export const SECONDS = Math.floor(NOW / 1_000);

export const CLAIMS = {
	iss: ISSUER,
	aud: AUDIENCE,
	sub: AUDIENCE,
	nbf: SECONDS,
	iat: SECONDS,
	exp: SECONDS + 600,
};

export async function signToken(
	key: TenantKey,
	{ claims = {}, header = {} }: { claims?: object; header?: object } = {},
): Promise<string> {
	const { alg, kid, privateKey } = key;
	const protectedHeader = { alg, kid, typ: 'JWT', ...header };
	return await new SignJWT({ ...CLAIMS, ...claims })
		.setProtectedHeader(protectedHeader)
		.sign(privateKey);
}

export const TENANT_SECRETS: EndpointSecrets = {
	...NO_SECRETS,
	authentication: ['oAuth2'],
	issuer: ISSUER,
	audience: `other, ${AUDIENCE}`,
	jwksUrl: JWKS_URL,
};

export interface Tenant {
	/** Published from now on; a text stands for whatever else is at that address. */
	keys: readonly TenantKey[] | string;
	/** 0 = it cannot be reached. */
	status: number;
	/** Addresses that were asked. */
	readonly asked: string[];
	at(now: number): Circumstances;
}

export function createTenant(...keys: readonly TenantKey[]): Tenant {
	const store = createKeyStore();
	const tenant: Tenant = {
		keys,
		status: 200,
		asked: [],
		at: (now) => ({ now, systemId: 'prod-ias', keys: store.through(openHttp) }),
	};
	const openHttp = (origin: string): Http => ({
		async send({ path }) {
			tenant.asked.push(`${origin}${path}`);
			if (tenant.status === 0) throw new Error('ECONNREFUSED');
			const { keys: published } = tenant;
			const body =
				typeof published === 'string' ? published : JSON.stringify({ keys: published.map(jwk) });
			return { status: tenant.status, headers: {}, body };
		},
	});
	return tenant;
}

export function thumbprint(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
