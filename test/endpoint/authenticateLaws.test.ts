import fc from 'fast-check';
import {
	answerTokenRequest,
	authenticate,
	challenge,
	describeRefusal,
	refusalAnswer,
	Refused,
	Unauthorized,
	withChallenge,
	type Caller,
	type EndpointSecrets,
} from '../../src/endpoint';
import { makeCertificate } from '../support/certificate';
import { codePoint } from '../support/characters';
import { PROXY, PROXY_FORMS } from './proxies';
import { callerWith, NO_SECRETS, NOW } from './secrets';
import { createTenant, makeKey, signToken, TENANT_SECRETS } from './tenant';

const certificate = makeCertificate();
const key = makeKey('k1');
const tenant = createTenant(key);
const ALL: EndpointSecrets = {
	...TENANT_SECRETS,
	authentication: ['basic', 'oAuth2', 'certificate'],
	user: 'caller',
	password: 'correct horse battery',
	clientId: 'client',
	clientSecret: 'a-secret-of-the-client-that-is-long',
	certificates: certificate.pem,
	certificateHeader: 'X-Client-Cert',
	trustedProxies: PROXY,
};
const BASIC = `Basic ${Buffer.from('caller:correct horse battery').toString('base64')}`;

async function statusOf(caller: Caller, secrets = ALL): Promise<string> {
	return (await authenticate(caller, secrets, tenant.at(NOW))).status;
}

async function ownToken(): Promise<string> {
	const pair = Buffer.from(`${ALL.clientId}:${ALL.clientSecret}`).toString('base64');
	const answer = await answerTokenRequest(
		{
			authorizations: [`Basic ${pair}`],
			query: 'grant_type=client_credentials',
			contentType: '',
			body: new Uint8Array(),
		},
		ALL,
		tenant.at(NOW),
	);
	return `Bearer ${Object(answer?.body).access_token}`;
}

const proofs = {
	basic: async () => callerWith(['Authorization', BASIC]),
	'own token': async () => callerWith(['Authorization', await ownToken()]),
	'token of the tenant': async () =>
		callerWith(['Authorization', `Bearer ${await signToken(key)}`]),
	certificate: async () => ({
		rawHeaders: ['X-Client-Cert', encodeURIComponent(certificate.pem)],
		remoteAddress: PROXY,
	}),
};

test.each(Object.entries(proofs))('any of the ways lets a caller in: %s', async (_name, make) => {
	expect(await statusOf(await make())).toBe('accepted');
});

/** Blanks behind the scheme are free, and so is its case: they are no part of the proof. */
const sameHeader = (one: string, other: string) => {
	const normal = (text: string) =>
		text.replace(/^(\w+) +/, (scheme) => `${scheme.trim().toLowerCase()} `);
	return normal(one) === normal(other);
};

describe('L20: no mutation of a proof is accepted, and nothing throws', () => {
	test.each(['basic', 'own token', 'token of the tenant'] as const)('%s', async (name) => {
		const { rawHeaders } = await proofs[name]();
		const value = rawHeaders[1] ?? '';
		const mutation = fc.record({
			at: fc.nat(value.length),
			cut: fc.nat(2),
			put: fc.string({ unit: codePoint, maxLength: 3 }),
		});
		await fc.assert(
			fc.asyncProperty(mutation, async ({ at, cut, put }) => {
				const mutated = value.slice(0, at) + put + value.slice(at + cut);
				fc.pre(!sameHeader(mutated, value));
				expect(await statusOf(callerWith(['Authorization', mutated]))).toBe('refused');
			}),
			{ numRuns: 500 },
		);
	});

	test.each(['own token', 'token of the tenant'] as const)(
		'%s: no other spelling of the last character',
		async (name) => {
			const value = (await proofs[name]()).rawHeaders[1] ?? '';
			const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
			const others = Array.from(letters).filter((letter) => !value.endsWith(letter));
			for (const letter of others) {
				const mutated = `${value.slice(0, -1)}${letter}`;
				expect(await statusOf(callerWith(['Authorization', mutated]))).toBe('refused');
			}
		},
	);

	test('every bit of the certificate counts', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(certificate.der.length * 8 - 1), async (bit) => {
				const der = Buffer.from(certificate.der);
				const byte = bit >> 3;
				der.writeUInt8(der.readUInt8(byte) ^ (1 << (bit & 7)), byte);
				const caller = {
					rawHeaders: ['X-Client-Cert', der.toString('base64')],
					remoteAddress: PROXY,
				};
				expect(await statusOf(caller)).toBe('refused');
			}),
			{ numRuns: 500 },
		);
	});

	test('whatever the headers are, there is a verdict', async () => {
		const text = fc.string({ unit: codePoint, maxLength: 60 });
		const name = fc.oneof(text, fc.constantFrom('Authorization', 'X-Client-Cert'));
		const value = fc.oneof(
			text,
			text.map((tail) => `Bearer ${tail}`),
			text.map((tail) => `:${tail}:`),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(name, value), { maxLength: 5 }),
				text,
				async (headers, address) => {
					const caller = { rawHeaders: headers.flat(), remoteAddress: address };
					expect(['refused', 'accepted']).toContain(await statusOf(caller));
					expect(await statusOf({ ...caller, remoteAddress: PROXY })).toBe('refused');
				},
			),
			{ numRuns: 500 },
		);
	});
});

test('L21: without the marks of trust no certificate header changes the verdict', async () => {
	const names = [...PROXY_FORMS.map(({ header }) => header), 'X-Client-Verify', 'X-Forwarded-For'];
	const values = [
		...PROXY_FORMS.map((form) => form.encode(certificate)),
		'SUCCESS',
		PROXY,
		'127.0.0.1',
	];
	const header = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values));
	const untrusted = fc.constantFrom<Partial<EndpointSecrets>>(
		{ trustedProxies: '' },
		{ trustedProxies: '10.9.9.9' },
		{ certificateHeader: '' },
		{ certificates: '' },
		{ authentication: ['basic'] },
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(header, { maxLength: 6 }),
			untrusted,
			fc.boolean(),
			async (headers, change, isRight) => {
				const secrets = { ...ALL, ...change };
				const usual = ['Authorization', isRight ? BASIC : 'Basic eDp5'];
				const rawHeaders = [...usual, ...headers.flat()];
				const status = await statusOf({ rawHeaders, remoteAddress: PROXY }, secrets);
				expect(status).toBe(await statusOf({ rawHeaders: usual, remoteAddress: PROXY }, secrets));
			},
		),
	);
});

describe('L23, B16: a 401 tells nothing', () => {
	const WAYS = ['basic', 'oAuth2', 'certificate'];

	test('of secret, of cause, of what was tried', async () => {
		const text = fc.string({ minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '');
		const proof = fc.oneof(
			text.map((value) => callerWith(['Authorization', value])),
			text.map((value) =>
				callerWith(['Authorization', `Basic ${Buffer.from(value).toString('base64')}`]),
			),
			text.map((value) => ({ rawHeaders: ['X-Client-Cert', value], remoteAddress: PROXY })),
			fc.constant(callerWith()),
		);
		const answers = new Set<string>();
		await fc.assert(
			fc.asyncProperty(proof, text, text, async (caller, user, password) => {
				const secrets = { ...ALL, user, password };
				const verdict = await authenticate(caller, secrets, tenant.at(NOW));
				fc.pre(verdict.status === 'refused');
				const causes = verdict.status === 'refused' ? verdict.causes : [];
				const refusal = new Unauthorized('unauthorized', causes, challenge(secrets));
				answers.add(JSON.stringify(withChallenge(refusalAnswer(refusal.code), refusal)));
			}),
		);
		expect(answers.size).toBe(1);
	});

	test.each([
		[['basic'], 'Basic realm="ipsproxy", charset="UTF-8"'],
		[['oAuth2'], 'Bearer realm="ipsproxy"'],
		[['certificate'], 'ClientCertificate realm="ipsproxy"'],
		[['oAuth2', 'basic'], 'Basic realm="ipsproxy", charset="UTF-8", Bearer realm="ipsproxy"'],
		[
			[...WAYS, 'telepathy'],
			'Basic realm="ipsproxy", charset="UTF-8", Bearer realm="ipsproxy", ClientCertificate realm="ipsproxy"',
		],
	])('row 29: %j may be tried', (authentication, expected) => {
		const error = new Unauthorized('unauthorized', [], challenge({ ...ALL, authentication }));
		const { headers } = withChallenge(refusalAnswer('unauthorized'), error);
		expect(headers['WWW-Authenticate']).toBe(expected);
	});

	test('the cause is for the log, as a code', () => {
		const error = new Unauthorized('unauthorized', ['basicWrong', 'certificateProxy'], 'Basic');
		expect(describeRefusal(error.code, error)).toBe('unauthorized: basicWrong, certificateProxy');
		expect(describeRefusal('overload', new Refused('overload'))).toBe('overload');
		expect(describeRefusal('fault', new Error('canary'))).toBe('fault');
	});

	test.each(WAYS)('B3: %s without its secrets lets nobody in', async (way) => {
		const empty = { ...NO_SECRETS, authentication: [way] };
		for (const make of Object.values(proofs)) {
			expect(await statusOf(await make(), empty)).toBe('unconfigured');
		}
	});

	test('a way that is not complete does not stop the others, and does not open', async () => {
		const secrets = { ...ALL, password: '', certificates: '' };
		expect(await statusOf(await proofs['own token'](), secrets)).toBe('accepted');
		expect(await statusOf(await proofs.basic(), secrets)).toBe('refused');
		expect(await statusOf(await proofs.certificate(), secrets)).toBe('refused');
	});
});
