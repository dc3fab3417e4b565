import { createHmac, generateKeyPairSync } from 'node:crypto';
import { authenticate, LIMITS } from '../../src/endpoint';
import { callerWith, NOW } from './secrets';
import {
	AUDIENCE,
	CLAIMS,
	createTenant,
	ISSUER,
	JWKS_URL,
	jwk,
	makeKey,
	SECONDS,
	signToken,
	TENANT_SECRETS,
	thumbprint,
	type Tenant,
} from './tenant';

const key = makeKey('k1');
const rsa = makeKey('r1', 'RS256');
const stranger = makeKey('k1');

async function verdictOf(tenant: Tenant, token: string, now = NOW, secrets = TENANT_SECRETS) {
	const caller = callerWith(['Authorization', `Bearer ${token}`]);
	return await authenticate(caller, secrets, tenant.at(now));
}

const encode = (value: object | string) =>
	Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('row 34: a token of the tenant is accepted', () => {
	test.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256'])('%s', async (alg) => {
		const signer = alg.startsWith('ES') ? makeKey('k', alg) : { ...rsa, kid: 'k', alg };
		expect(await verdictOf(createTenant(signer), await signToken(signer))).toEqual({
			status: 'accepted',
		});
	});

	test.each<[string, object]>([
		['several audiences', { aud: ['x', AUDIENCE] }],
		['another configured audience', { aud: 'other' }],
		['no nbf, which tenants leave out', { nbf: undefined }],
		['no sub', { sub: undefined }],
	])('%s', async (_name, claims) => {
		const token = await signToken(key, { claims });
		expect((await verdictOf(createTenant(key), token)).status).toBe('accepted');
	});
});

/** HS256 with the published key as secret: what a library does that believes the token's `alg`. */
function confusedToken(secret: string): string {
	const input = `${encode({ alg: 'HS256', kid: 'r1' })}.${encode(CLAIMS)}`;
	return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

async function forge(mutate: (parts: string[]) => readonly string[]): Promise<string> {
	return mutate((await signToken(key)).split('.')).join('.');
}

const evil = 'https://evil.example.net/keys';
const FORGED: ReadonlyArray<readonly [string, () => Promise<string> | string, string]> = [
	['alg none', () => `${encode({ alg: 'none' })}.${encode(CLAIMS)}.`, 'tokenMissing'],
	[
		'alg None, with a signature',
		() => forge(([, c, s]) => [encode({ alg: 'None' }), c ?? '', s ?? '']),
		'tokenAlgorithm',
	],
	[
		'no alg',
		() => forge(([, c, s]) => [encode({ kid: 'k1' }), c ?? '', s ?? '']),
		'tokenMalformed',
	],
	[
		'HS256 with the public key in PEM',
		() => confusedToken(rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()),
		'tokenAlgorithm',
	],
	[
		'HS256 with the public key as JWK',
		() => confusedToken(JSON.stringify(jwk(rsa))),
		'tokenAlgorithm',
	],
	['HS256 with an empty key', () => confusedToken(''), 'tokenAlgorithm'],
	['another key with the same kid', () => signToken(stranger), 'tokenSignature'],
	['unknown kid', () => signToken(key, { header: { kid: 'nobody' } }), 'tokenKey'],
	['kid that is a path', () => signToken(key, { header: { kid: '../../dev/null' } }), 'tokenKey'],
	[
		'jku to a key set of its own',
		() => signToken(stranger, { header: { jku: evil } }),
		'tokenSignature',
	],
	['x5u', () => signToken(stranger, { header: { x5u: evil } }), 'tokenSignature'],
	['jwk inside', () => signToken(stranger, { header: { jwk: jwk(stranger) } }), 'tokenSignature'],
	['x5t', () => signToken(stranger, { header: { x5t: thumbprint('x') } }), 'tokenSignature'],
	['the algorithm of another key', () => signToken({ ...rsa, kid: 'k1' }), 'tokenKey'],
	[
		'other claims under the signature',
		() => forge(([h, , s]) => [h ?? '', encode({ ...CLAIMS, sub: 'x' }), s ?? '']),
		'tokenSignature',
	],
	[
		'another header over the signature',
		() => forge(([, c, s]) => [encode({ alg: 'ES256', kid: 'k1' }), c ?? '', s ?? '']),
		'tokenSignature',
	],
	[
		'signature of zeros',
		() => forge(([h, c]) => [h ?? '', c ?? '', encode('\0'.repeat(64))]),
		'tokenSignature',
	],
	[
		'signature cut',
		() => forge(([h, c, s]) => [h ?? '', c ?? '', s?.slice(0, -2) ?? '']),
		'tokenSignature',
	],
	['no signature', () => forge(([h, c]) => [h ?? '', c ?? '', '']), 'tokenMissing'],
	['four parts', () => forge((parts) => [...parts, 'x']), 'tokenMissing'],
	[
		'critical extension',
		() =>
			forge(([, c, s]) => [
				encode({ alg: 'ES256', kid: 'k1', crit: ['x-y'], 'x-y': 1 }),
				c ?? '',
				s ?? '',
			]),
		'tokenMalformed',
	],
	[
		'claims that are no object',
		() => forge(([h, , s]) => [h ?? '', encode('[]'), s ?? '']),
		'tokenSignature',
	],
	['wrong issuer', () => signToken(key, { claims: { iss: `${ISSUER}/` } }), 'tokenClaim'],
	['no issuer', () => signToken(key, { claims: { iss: undefined } }), 'tokenClaim'],
	['wrong audience', () => signToken(key, { claims: { aud: 'somebody' } }), 'tokenClaim'],
	['no audience', () => signToken(key, { claims: { aud: undefined } }), 'tokenClaim'],
	['no expiry', () => signToken(key, { claims: { exp: undefined } }), 'tokenClaim'],
	[
		'expiry that is text',
		() => signToken(key, { claims: { exp: `${SECONDS + 600}` } }),
		'tokenClaim',
	],
	['expired', () => signToken(key, { claims: { exp: SECONDS - 61 } }), 'tokenExpired'],
];

describe('B7, B8, row 34: a forged or stale token is refused, and nobody is asked but the tenant', () => {
	test.each(FORGED)('%s', async (_name, make, cause) => {
		const tenant = createTenant(key, rsa);
		expect(await verdictOf(tenant, await make())).toEqual({ status: 'refused', causes: [cause] });
		expect(tenant.asked.filter((url) => url !== JWKS_URL)).toEqual([]);
		// The unwanted are sorted out before anybody is asked.
		if (cause === 'tokenAlgorithm' || cause === 'tokenMissing') expect(tenant.asked).toEqual([]);
	});

	test('an RSA key of 1024 bits', async () => {
		const weak = { kid: 'w', alg: 'RS256', ...generateKeyPairSync('rsa', { modulusLength: 1024 }) };
		const input = `${encode({ alg: 'RS256', kid: 'w' })}.${encode(CLAIMS)}`;
		const tenant = createTenant(weak);
		expect((await verdictOf(tenant, `${input}.${encode('x'.repeat(128))}`)).status).toBe('refused');
	});
});

describe('B6: the header', () => {
	test.each<[string, (token: string) => string[]]>([
		['twice', (token) => [`Bearer ${token}`, `Bearer ${token}`]],
		['two tokens', (token) => [`Bearer ${token}, Bearer ${token}`]],
		['no scheme', (token) => [token]],
		['another scheme', (token) => [`JWT ${token}`]],
		['a blank behind', (token) => [`Bearer ${token} `]],
		['nothing', () => []],
	])('%s', async (_name, make) => {
		const headers = make(await signToken(key)).map((value) => ['Authorization', value] as const);
		const verdict = await authenticate(
			callerWith(...headers),
			TENANT_SECRETS,
			createTenant(key).at(NOW),
		);
		expect(verdict).toEqual({ status: 'refused', causes: ['tokenMissing'] });
	});

	test('the cap', async () => {
		const fit = async (length: number) =>
			await signToken(key, { claims: { x: 'y'.repeat(length) } });
		const room = LIMITS.authorizationLength - 'Bearer '.length;
		const base = (await fit(0)).length;
		const most = Math.floor((room - base) / 4) * 3 - 3;
		expect((await verdictOf(createTenant(key), await fit(most))).status).toBe('accepted');
		expect((await verdictOf(createTenant(key), await fit(most + 9))).status).toBe('refused');
	});
});

describe('B8: borders of time, 60 seconds of leeway', () => {
	const { exp, nbf } = CLAIMS;
	test.each<[string, number, string]>([
		['a second before nbf and leeway', nbf - 61, 'refused'],
		['at nbf and leeway', nbf - 60, 'accepted'],
		['a second before the end and leeway', exp + 59, 'accepted'],
		['at the end and leeway', exp + 60, 'refused'],
	])('%s', async (_name, seconds, status) => {
		const token = await signToken(key);
		const verdict = await verdictOf(createTenant(key), token, seconds * 1_000);
		expect(verdict.status).toBe(status);
	});
});

describe('keys of the tenant', () => {
	const next = makeKey('k2');

	test('row 34: are read once for many tokens, again after ten minutes', async () => {
		const tenant = createTenant(key);
		const token = await signToken(key, { claims: { exp: SECONDS + 7_200 } });
		for (const seconds of [0, 1, 599]) await verdictOf(tenant, token, NOW + seconds * 1_000);
		expect(tenant.asked).toEqual([JWKS_URL]);
		expect((await verdictOf(tenant, token, NOW + 600_000)).status).toBe('accepted');
		expect(tenant.asked).toHaveLength(2);
	});

	test('row 34: a new key is found by one more reading, not before 30 seconds have passed', async () => {
		const tenant = createTenant(key);
		await verdictOf(tenant, await signToken(key));
		tenant.keys = [key, next];
		const token = await signToken(next);
		expect((await verdictOf(tenant, token, NOW + 29_999)).status).toBe('refused');
		expect(tenant.asked).toHaveLength(1);
		expect((await verdictOf(tenant, token, NOW + 30_000)).status).toBe('accepted');
		expect(tenant.asked).toHaveLength(2);
	});

	test('a thousand unknown keys in a minute are two readings', async () => {
		const tenant = createTenant(key);
		const token = await signToken(next);
		for (let at = 0; at < 1_000; at += 1) await verdictOf(tenant, token, NOW + at * 60);
		expect(tenant.asked).toHaveLength(2);
	});

	test('parallel calls wait for one reading', async () => {
		const tenant = createTenant(key);
		const token = await signToken(key);
		const verdicts = await Promise.all(Array.from({ length: 20 }, () => verdictOf(tenant, token)));
		expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(['accepted']));
		expect(tenant.asked).toHaveLength(1);
	});

	test('a key that was taken away is good for ten minutes at most', async () => {
		const tenant = createTenant(key, next);
		const token = await signToken(key, { claims: { exp: SECONDS + 7_200 } });
		await verdictOf(tenant, token);
		tenant.keys = [next];
		expect((await verdictOf(tenant, token, NOW + 600_000)).status).toBe('refused');
	});

	test.each<[string, (tenant: Tenant) => void]>([
		['unreachable', (tenant) => (tenant.status = 0)],
		['500', (tenant) => (tenant.status = 500)],
		['a redirect', (tenant) => (tenant.status = 302)],
		['no JSON', (tenant) => (tenant.keys = '<html>')],
		['no key set', (tenant) => (tenant.keys = '{"keys":{}}')],
		['null', (tenant) => (tenant.keys = 'null')],
		[
			'too long',
			(tenant) => (tenant.keys = `{"keys":[],"x":"${'y'.repeat(LIMITS.keySetLength)}"}`),
		],
	])('%s: nobody comes in, and that is not the fault of the caller', async (_name, breakIt) => {
		const tenant = createTenant(key);
		breakIt(tenant);
		expect(await verdictOf(tenant, await signToken(key))).toEqual({ status: 'keysUnreadable' });
		tenant.status = 200;
		tenant.keys = [key];
		expect((await verdictOf(tenant, await signToken(key), NOW + 29_999)).status).toBe(
			'keysUnreadable',
		);
		expect((await verdictOf(tenant, await signToken(key), NOW + 30_000)).status).toBe('accepted');
	});

	test('are kept for an hour while the tenant is down, and asked for every 30 seconds', async () => {
		const tenant = createTenant(key);
		const token = await signToken(key, { claims: { exp: SECONDS + 7_200 } });
		await verdictOf(tenant, token);
		tenant.status = 0;
		expect((await verdictOf(tenant, token, NOW + 3_599_000)).status).toBe('accepted');
		expect(await verdictOf(tenant, token, NOW + 3_600_000)).toEqual({ status: 'keysUnreadable' });
		expect(tenant.asked).toHaveLength(2);
	});

	test('C8: of more tenants than the cap the oldest are forgotten', async () => {
		const tenant = createTenant(key);
		const { keys } = tenant.at(NOW);
		for (let at = 0; at <= LIMITS.keySets; at += 1) await keys(`${ISSUER}/${at}`, NOW);
		tenant.asked.length = 0;
		await keys(`${ISSUER}/${LIMITS.keySets}`, NOW);
		expect(tenant.asked).toEqual([]);
		await keys(`${ISSUER}/0`, NOW);
		expect(tenant.asked).toEqual([`${ISSUER}/0`]);
	});
});

describe('B3: a tenant that is not wholly configured lets nobody in', () => {
	test.each([
		['issuer', ['', ' ']],
		['audience', ['', ' ', ', ,']],
		['jwksUrl', ['', ' ', 'keys']],
	] as const)('no %s', async (field, values) => {
		const tenant = createTenant(key);
		for (const value of values) {
			const secrets = { ...TENANT_SECRETS, [field]: value };
			const token = await signToken(key, {
				claims: field === 'issuer' ? { iss: value } : { aud: value },
			});
			expect((await verdictOf(tenant, token, NOW, secrets)).status).not.toBe('accepted');
		}
	});
});
