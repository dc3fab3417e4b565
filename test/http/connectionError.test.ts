import { codeOf, connectionError } from '../../src/http';
import { ProvisioningError } from '../../src/model/errors';

test.each([
	['ECONNREFUSED', 'connection.refused', "'Base URL'"],
	['ENOTFOUND', 'connection.refused', "'Base URL'"],
	['CERT_HAS_EXPIRED', 'connection.untrusted', 'renewed'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'connection.untrusted', "'Base URL'"],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'connection.untrusted', 'NODE_EXTRA_CA_CERTS'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'connection.untrusted', 'NODE_EXTRA_CA_CERTS'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'connection.untrusted', 'NODE_EXTRA_CA_CERTS'],
	['EPROTO', 'connection.untrusted', "'Base URL'"],
	['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'access.unauthorized', "'Certificate'"],
	['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'access.unauthorized', "'Certificate'"],
	['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'access.unauthorized', "'Certificate'"],
	['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'access.unauthorized', "'Certificate'"],
	['ETIMEDOUT', 'connection.timeout', 'looked up first'],
	['ERR_CANCELED', 'connection.cancelled', 'again'],
	['ECONNRESET', 'connection.broken', 'looked up first'],
	['', 'connection.broken', 'looked up first'],
])('%s is %s, and the hint says %s', (code, expected, words) => {
	const error = connectionError(code, 'scim.example:443');
	expect(error).toMatchObject({ code: expected, retryable: true });
	expect(error.hint).toContain(words);
	expect(error.message).toMatch(/^scim\.example:443 /);
});

test('the hint names the setting that holds the address', () => {
	expect(connectionError('ENOTFOUND', 'x', 'Token URL').hint).toContain("'Token URL'");
});

test.each([
	['its own', Object.assign(new Error('x'), { code: 'EPIPE' }), 'EPIPE'],
	['that of what it wraps', new Error('x', { cause: { code: 'EPIPE' } }), 'EPIPE'],
	['the outermost', Object.assign(new Error('x', { cause: { code: 'B' } }), { code: 'A' }), 'A'],
	['none', new Error('x'), ''],
	['none of a text', 'x', ''],
])('an error has %s code', (_, error, code) => {
	expect(codeOf(error)).toBe(code);
});

test('an error that wraps itself has no code', () => {
	const error = new ProvisioningError({ code: 'connection.broken', message: '', hint: '' });
	const loop: { cause?: unknown } = {};
	loop.cause = loop;
	expect(codeOf(loop)).toBe('');
	expect(codeOf(error)).toBe('connection.broken');
});
