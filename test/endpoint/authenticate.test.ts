import fc from 'fast-check';
import {
	authenticate,
	findSecretFault,
	fingerprint,
	LIMITS,
	type EndpointSecrets,
} from '../../src/endpoint';
import { callerWith, CIRCUMSTANCES, NO_SECRETS, NOW } from './secrets';

const SECRETS: EndpointSecrets = {
	...NO_SECRETS,
	authentication: ['basic'],
	user: '1ab7c243-5de5-4530-8c14-1234a26373ab',
	password: 'correct: hörse battery!',
	secondPassword: 'the one before it',
};

async function statusOf(authorizations: readonly string[], secrets = SECRETS): Promise<string> {
	const caller = callerWith(...authorizations.map((value) => ['Authorization', value] as const));
	return (await authenticate(caller, secrets, CIRCUMSTANCES)).status;
}

const encode = (text: string) => Buffer.from(text).toString('base64');
const basic = (user: string, password: string) => `Basic ${encode(`${user}:${password}`)}`;
const right = basic(SECRETS.user, SECRETS.password);
const pair = encode(`${SECRETS.user}:${SECRETS.password}`);

test('the pair used here needs padding, so that its absence can be tried', () => {
	expect(pair).toMatch(/=$/);
});

describe('who comes in', () => {
	test.each([
		['row 31: password with a colon and an umlaut', [right]],
		[
			'B14, row 30: the second password during a rotation',
			[basic(SECRETS.user, 'the one before it')],
		],
		['the scheme in any case', [`bAsIc ${pair}`]],
		['two blanks after the scheme', [`Basic  ${pair}`]],
	])('%s', async (_name, authorizations) => {
		expect(await statusOf(authorizations)).toBe('accepted');
	});
});

describe('who does not', () => {
	test.each<[string, string[]]>([
		['row 29: no header', []],
		['B5: empty header', ['']],
		['B5: scheme only', ['Basic']],
		['B5: scheme and blank', ['Basic ']],
		['B5: no colon', [`Basic ${encode(SECRETS.user + SECRETS.password)}`]],
		['B5: empty user', [basic('', SECRETS.password)]],
		['B5: empty password', [basic(SECRETS.user, '')]],
		['B5: only a colon', [basic('', '')]],
		['B5: not base64', ['Basic ####']],
		['B5: base64 of a URL', [`Basic ${pair.replace(/[+/=]/g, '_')}_`]],
		['B5: padding missing', [right.replace(/=+$/, '')]],
		['B5: padding doubled', [`${right}==`]],
		['B5: a line end behind it', [`${right}\n`]],
		['B5: a blank behind it', [`${right} `]],
		['B5: two pairs in one value', [`${right}, ${right}`]],
		[
			'B5: latin-1 instead of UTF-8',
			[`Basic ${Buffer.from(`${SECRETS.user}:${SECRETS.password}`, 'latin1').toString('base64')}`],
		],
		['B5: a byte order mark', [`Basic ${encode(`\uFEFF${SECRETS.user}:${SECRETS.password}`)}`]],
		['B5: 100 kB', [`Basic ${encode(`${SECRETS.user}:${'x'.repeat(100_000)}`)}`]],
		['B5: control character', [basic(SECRETS.user, `${SECRETS.password}\u0000`)]],
		['B6: the right header twice', [right, right]],
		['B6: the right header and a wrong one', [right, basic('x', 'y')]],
		['B6: Basic and Bearer in one value', [`Bearer x, ${right}`]],
		['row 32: bearer, which is not offered', [`Bearer ${pair}`]],
		['digest', [`Digest ${pair}`]],
		['row 30: wrong password', [basic(SECRETS.user, 'wrong')]],
		['right password, other user', [basic('somebody', SECRETS.password)]],
		['user in other case', [basic(SECRETS.user.toUpperCase(), SECRETS.password)]],
		['password in other case', [basic(SECRETS.user, SECRETS.password.toUpperCase())]],
		['umlaut decomposed', [basic(SECRETS.user, SECRETS.password.normalize('NFD'))]],
		['user and password swapped', [basic(SECRETS.password, SECRETS.user)]],
		['second password as user', [basic(SECRETS.secondPassword, SECRETS.secondPassword)]],
	])('%s', async (_name, authorizations) => {
		expect(await statusOf(authorizations)).toBe('refused');
	});

	test('B5: a header one character above the cap, with the right pair', async () => {
		const room = LIMITS.authorizationLength - 'Basic '.length;
		const password = 'p'.repeat(Math.floor(room / 4) * 3 - 'u:'.length);
		const secrets = { ...SECRETS, user: 'u', password };
		const header = basic('u', password);
		expect(header.length).toBeLessThanOrEqual(LIMITS.authorizationLength);
		expect(await statusOf([header], secrets)).toBe('accepted');
		const blanks = ' '.repeat(LIMITS.authorizationLength - header.length + 1);
		expect(await statusOf([header.replace(' ', ` ${blanks}`)], secrets)).toBe('refused');
	});
});

describe('B3: a secret that is missing lets nobody in', () => {
	test.each<[string, Partial<EndpointSecrets>]>([
		['no user', { user: '' }],
		['blank user', { user: '  ' }],
		['no password', { password: '' }],
		['blank password', { password: ' \t' }],
		['neither', { user: '', password: '', secondPassword: '' }],
		['only the second password', { password: '' }],
		['no way to authenticate', { authentication: [] }],
		['another way only, without its secrets', { authentication: ['certificate'] }],
	])('%s', async (_name, missing) => {
		const secrets = { ...SECRETS, ...missing };
		const presented = [
			basic(secrets.user, secrets.password),
			basic(secrets.user, secrets.secondPassword),
			basic('', ''),
		];
		for (const header of presented) {
			expect(await statusOf([header], secrets)).toBe('unconfigured');
		}
		expect(findSecretFault(secrets, NOW)).toEqual(expect.any(String));
	});

	test.each(['', '   '])(
		'an unused second password (%p) is no password',
		async (secondPassword) => {
			const secrets = { ...SECRETS, secondPassword };
			expect(await statusOf([basic(SECRETS.user, secondPassword)], secrets)).toBe('refused');
		},
	);
});

describe('laws', () => {
	const secret = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
	const user = secret.filter((text) => !text.includes(':'));

	test('L20: the right pair is accepted, whatever it is made of', async () => {
		await fc.assert(
			fc.asyncProperty(user, secret, async (name, password) => {
				const secrets = { ...SECRETS, user: name, password };
				expect(await statusOf([basic(name, password)], secrets)).toBe('accepted');
			}),
		);
	});

	test('L20: no mutation of user or password is accepted', async () => {
		const mutation = fc.record({ at: fc.nat(40), with: fc.string({ maxLength: 3 }) });
		const mutate = (text: string, { at, with: other }: { at: number; with: string }) =>
			text.slice(0, at) + other + text.slice(at + 1);
		await fc.assert(
			fc.asyncProperty(
				user,
				secret,
				mutation,
				fc.boolean(),
				async (name, password, change, ofUser) => {
					const secrets = { ...SECRETS, user: name, password };
					const presentedUser = ofUser ? mutate(name, change) : name;
					const presented = ofUser ? password : mutate(password, change);
					fc.pre(`${presentedUser}:${presented}` !== `${name}:${password}`);
					fc.pre(presented !== SECRETS.secondPassword);
					expect(await statusOf([basic(presentedUser, presented)], secrets)).toBe('refused');
				},
			),
		);
	});

	test('L20: no other header value is accepted', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(right.length), fc.string({ maxLength: 2 }), async (at, other) => {
				const header = right.slice(0, at) + other + right.slice(at + 1);
				fc.pre(header.toLowerCase() !== right.toLowerCase());
				// Blanks between scheme and pair are free (RFC 9110, section 11.4).
				fc.pre(header.replace(/^Basic +/i, 'Basic ') !== right);
				expect(await statusOf([header])).toBe('refused');
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('what a secret must be like', () => {
	test('a good one has no fault', () => {
		expect(findSecretFault(SECRETS, NOW)).toBeUndefined();
		expect(findSecretFault({ ...SECRETS, secondPassword: '' }, NOW)).toBeUndefined();
	});

	test.each<[string, Partial<EndpointSecrets>, RegExp]>([
		['short password', { password: '11 of these' }, /at least 12/],
		['short second password', { secondPassword: 'short' }, /at least 12/],
		['blank second password', { secondPassword: ' ' }, /at least 12/],
		['colon in the user', { user: 'a:b' }, /colon/],
		['line end in the password', { password: 'correct horse\nbattery' }, /line breaks/],
		['password equal to the user', { password: SECRETS.user }, /differ from the user/],
		['both passwords equal', { secondPassword: SECRETS.password }, /differ from the first/],
	])('%s', (_name, change, sentence) => {
		expect(findSecretFault({ ...SECRETS, ...change }, NOW)).toMatch(sentence);
	});
});

test('an address has one fingerprint in this process, and it does not show the address', () => {
	expect(fingerprint('10.0.0.1')).toBe(fingerprint('10.0.0.1'));
	expect(fingerprint('10.0.0.1')).not.toBe(fingerprint('10.0.0.2'));
	expect(fingerprint('10.0.0.1')).toMatch(/^[0-9a-f]{12}$/);
});
