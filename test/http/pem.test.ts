import { generateKeyPairSync, createPrivateKey } from 'node:crypto';
import { normalizePem } from '../../src/http';

const { privateKey } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	publicKeyEncoding: { type: 'spki', format: 'pem' },
});

test.each([
	['as it is', privateKey],
	['on one line', privateKey.replaceAll('\n', ' ')],
	['without any break', privateKey.replaceAll('\n', '')],
	['with \\n in letters', privateKey.replaceAll('\n', '\\n')],
	['with Windows breaks', privateKey.replaceAll('\n', '\r\n')],
	['indented, with words around', `Key:\n\t${privateKey.replaceAll('\n', '\n\t')}bye`],
])('a key %s is read', (_, pasted) => {
	expect(normalizePem(pasted)).toBe(privateKey);
	expect(createPrivateKey(normalizePem(pasted)).type).toBe('private');
});

test('several certificates stay several', () => {
	const one = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
	expect(normalizePem(`${one} ${one}`.replaceAll('\n', ' '))).toBe(one + one);
});

test.each(['', 'secret', '-----BEGIN A-----AAAA-----END B-----'])('%p holds no PEM', (text) => {
	expect(normalizePem(text)).toBe('');
});
