import { authenticate, findCertificateWarnings, findSecretFault } from '../../src/endpoint';
import { isWithin, readNetworks } from '../../src/endpoint/certificate/networks';
import { makeCertificate } from '../support/certificate';
import { CIRCUMSTANCES, NO_SECRETS, NOW } from './secrets';

const SECOND = 1_000;
const DAY = 86_400_000;
const from = Date.UTC(2026, 5, 1);
const until = Date.UTC(2027, 5, 1);
const certificate = makeCertificate({ from, until });
const SECRETS = {
	...NO_SECRETS,
	authentication: ['certificate'],
	certificates: certificate.pem,
};

describe('B13, row 37: the borders of its dates, on a TLS connection of our own', () => {
	const caller = { rawHeaders: [], remoteAddress: '203.0.113.7', peerCertificate: certificate.der };

	test.each<[string, number, object]>([
		['a second before', from - SECOND, { causes: ['certificateNotYetValid'] }],
		['the first moment', from, { status: 'accepted' }],
		['the last moment', until, { status: 'accepted' }],
		['a second after', until + SECOND, { causes: ['certificateExpired'] }],
	])('%s', async (_name, now, verdict) => {
		expect(await authenticate(caller, SECRETS, { ...CIRCUMSTANCES, now })).toMatchObject(verdict);
	});
});

test('the certificate of the connection beats any header', async () => {
	const secrets = { ...SECRETS, certificateHeader: 'X-Client-Cert', trustedProxies: '10.1.2.3' };
	const caller = {
		rawHeaders: ['X-Client-Cert', certificate.der.toString('base64')],
		remoteAddress: '10.1.2.3',
	};
	expect((await authenticate(caller, secrets, CIRCUMSTANCES)).status).toBe('accepted');
	const peerCertificate = makeCertificate().der;
	const connected = { ...caller, peerCertificate };
	expect((await authenticate(connected, secrets, CIRCUMSTANCES)).status).toBe('refused');
});

describe('addresses of proxies', () => {
	test.each<[string, string, boolean]>([
		['10.0.0.5', '10.0.0.5', true],
		['10.0.0.5', '::ffff:10.0.0.5', true],
		['10.0.0.5', '::ffff:a00:5', true],
		['10.0.0.5', '10.0.0.6', false],
		['10.0.0.5', '', false],
		['10.0.0.5', 'localhost', false],
		['10.1.0.0/16', '10.1.255.255', true],
		['10.1.0.0/16', '10.2.0.0', false],
		['10.1.2.3/16', '10.1.9.9', true],
		['192.168.0.4/31', '192.168.0.5', true],
		['192.168.0.4/31', '192.168.0.6', false],
		['192.168.0.4/32', '192.168.0.4', true],
		[' 10.0.0.5 ,, 10.0.0.6 ', '10.0.0.6', true],
		['::1', '::1', true],
		['::1', '0:0:0:0:0:0:0:1', true],
		['::1', '127.0.0.1', false],
		['fd00:1::/32', 'fd00:1:ffff::9', true],
		['fd00:1::/32', 'fd00:2::9', false],
		['fe80::1', 'fe80::1%eth0', true],
		['2001:DB8::a', '2001:db8:0:0:0:0:0:a', true],
	])('%s and %s: %p', (list, address, expected) => {
		expect(isWithin(readNetworks(list) ?? [], address)).toBe(expected);
	});

	test.each([
		'proxy.example.com',
		'10.0.0',
		'10.0.0.5.',
		'10.0.0.256',
		'010.0.0.5',
		'0x0a000005',
		'10.0.0.5/33',
		'10.0.0.5/',
		'10.0.0.5/8/8',
		'10.0.0.5/-1',
		'0.0.0.0/0',
		'10.0.0.0/7',
		'::/0',
		'fd00::/15',
		'fd00::1::2',
		'[::1]',
		'*',
		'10.0.0.5; 10.0.0.6',
	])('%s is none', (list) => {
		expect(readNetworks(list)).toBeUndefined();
	});
});

describe('what certificates must be like', () => {
	const expired = makeCertificate({ from: NOW - 2 * DAY, until: NOW - DAY });

	test('a good one has no fault, with a header or without', () => {
		expect(findSecretFault(SECRETS, NOW)).toBeUndefined();
		const behind = {
			certificateHeader: 'X-Client-Cert',
			verifyHeader: 'X-V',
			trustedProxies: '::1',
		};
		expect(findSecretFault({ ...SECRETS, ...behind }, NOW)).toBeUndefined();
	});

	const header = { certificateHeader: 'X-Client-Cert', trustedProxies: '10.0.0.5' };
	test.each<[string, Partial<typeof SECRETS>, RegExp]>([
		['none', { certificates: ' ' }, /at least one certificate/],
		['no PEM', { certificates: 'certificate' }, /cannot be read/],
		['broken PEM', { certificates: certificate.pem.replace('MII', 'MIX') }, /cannot be read/],
		['cut PEM', { certificates: certificate.pem.slice(0, 200) }, /cannot be read/],
		['one good, one broken', { certificates: `${certificate.pem}x` }, /cannot be read/],
		['private key', { certificates: certificate.pem + certificate.key }, /private key/],
		['too many', { certificates: certificate.pem.repeat(21) }, /at most 20/],
		['expired', { certificates: expired.pem }, /expired/],
		['header without proxies', { ...header, trustedProxies: ' ' }, /addresses of the proxies/],
		['proxies that are names', { ...header, trustedProxies: 'nginx' }, /10\.1\.0\.0\/16/],
		['proxies everywhere', { ...header, trustedProxies: '0.0.0.0/0' }, /10\.1\.0\.0\/16/],
		['underscore in a header', { ...header, certificateHeader: 'X_Cert' }, /hyphens/],
		['blank in a verify header', { ...header, verifyHeader: 'X V' }, /hyphens/],
		['verify header alone', { verifyHeader: 'X-V' }, /certificate header too/],
	])('%s', (_name, change, sentence) => {
		expect(findSecretFault({ ...SECRETS, ...change }, NOW)).toMatch(sentence);
	});

	test('one that has expired beside a good one is no fault, but is told', () => {
		const secrets = { ...SECRETS, certificates: expired.pem + certificate.pem };
		expect(findSecretFault(secrets, NOW)).toBeUndefined();
		expect(findCertificateWarnings(secrets, NOW)).toEqual([
			'The certificate O=Acme, CN=caller has expired on 2026-11-24.',
		]);
	});

	test('30 days before its end it is told', () => {
		expect(findCertificateWarnings(SECRETS, until - 30 * DAY)).toEqual([]);
		expect(findCertificateWarnings(SECRETS, until - 30 * DAY + SECOND)).toEqual([
			'The certificate O=Acme, CN=caller expires on 2027-06-01.',
		]);
		const unused = { ...SECRETS, authentication: ['basic'] };
		expect(findCertificateWarnings(unused, until)).toEqual([]);
	});
});
