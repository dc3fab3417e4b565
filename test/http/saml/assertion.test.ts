import { generateKeyPairSync } from 'node:crypto';
import { buildSamlAssertion, type SamlAssertionOptions } from '../../../src/http';
import { verifyAssertion } from '../../support/samlTokenEndpoint';

const pair = (modulusLength = 2048) =>
	generateKeyPairSync('rsa', {
		modulusLength,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
const { privateKey, publicKey } = pair();

const options: SamlAssertionOptions = {
	privateKey,
	issuer: 'www.successfactors.com',
	user: 'apiuser',
	useUserName: true,
	clientId: 'YjQ3',
	recipient: 'https://api.sf.example.com/oauth/token',
	audience: 'www.successfactors.com',
	id: '_6f0a2f6e5b1e4f0a9d7e2f0c1b3a4d55',
	issuedAt: Date.UTC(2026, 10, 25, 8),
};

test('a verifier that is not ours accepts the signature, and it covers all that counts', () => {
	const signed = verifyAssertion(buildSamlAssertion(options), publicKey);
	expect(signed.valueOf('Issuer')).toBe('www.successfactors.com');
	expect(signed.valueOf('NameID')).toBe('apiuser');
	expect(signed.valueOf('Audience')).toBe('www.successfactors.com');
	expect(signed.attributeOf('SubjectConfirmationData', 'Recipient')).toBe(options.recipient);
	expect(signed.attributeOf('SubjectConfirmation', 'Method')).toMatch(/:cm:bearer$/);
	expect(signed.claim('api_key')).toBe('YjQ3');
	expect(signed.claim('use_username')).toBe('true');
	expect(signed.attributeOf('Conditions', 'NotBefore')).toBe('2026-11-25T07:59:00Z');
	expect(signed.attributeOf('Conditions', 'NotOnOrAfter')).toBe('2026-11-25T08:10:00Z');
});

test('the signature stands where the schema wants it: behind the issuer', () => {
	expect(buildSamlAssertion(options)).toMatch(/<\/saml2:Issuer><ds:Signature /);
});

test('the same options give the same text', () => {
	expect(buildSamlAssertion(options)).toBe(buildSamlAssertion({ ...options }));
});

test.each([
	['quotes and brackets', `<a b="c" d='e'>&amp;</a>`],
	['an element', '</saml2:NameID><saml2:NameID>admin'],
	['a comment', 'admin<!-- -->'],
	['other alphabets', 'Östberg 丸山 🙂'],
	['white space', ' a\tb\nc\rd '],
	[']]>', ']]>'],
])('%s: the name that was given is the name that is signed', (_, user) => {
	const signed = verifyAssertion(
		buildSamlAssertion({ ...options, user, issuer: user, recipient: `https://x/?${user}` }),
		publicKey,
	);
	expect(signed.valueOf('NameID')).toBe(user);
	expect(signed.valueOf('Issuer')).toBe(user);
	expect(signed.attributeOf('SubjectConfirmationData', 'Recipient')).toBe(`https://x/?${user}`);
});

test.each(['NameID', 'Audience', 'AttributeValue', 'Issuer'])(
	'a changed %s breaks the signature',
	(name) => {
		const xml = buildSamlAssertion(options);
		const changed = xml.replace(new RegExp(`(<saml2:${name}[^>]*>)[^<]+`), '$1other');
		expect(changed).not.toBe(xml);
		expect(() => verifyAssertion(changed, publicKey)).toThrow();
	},
);

test('another key does not verify it', () => {
	expect(() => verifyAssertion(buildSamlAssertion(options), pair().publicKey)).toThrow();
});

test('a key that was pasted on one line works', () => {
	const pasted = privateKey.replaceAll('\n', ' ');
	expect(buildSamlAssertion({ ...options, privateKey: pasted })).toBe(buildSamlAssertion(options));
});

const ec = generateKeyPairSync('ec', {
	namedCurve: 'P-256',
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	publicKeyEncoding: { type: 'spki', format: 'pem' },
});

test.each([
	['empty', ''],
	['half of it', privateKey.slice(0, 200)],
	['the public key', publicKey],
	['no RSA key', ec.privateKey],
])('a key that cannot sign (%s) is refused without a word of it', (_, key) => {
	const build = () => buildSamlAssertion({ ...options, privateKey: key });
	expect(build).toThrow(expect.objectContaining({ code: 'configuration.invalid' }));
	expect(build).not.toThrow(/MII/);
});

test('what XML cannot hold is refused', () => {
	const build = () => buildSamlAssertion({ ...options, user: 'a\u0000b' });
	expect(build).toThrow(expect.objectContaining({ code: 'configuration.invalid' }));
});
