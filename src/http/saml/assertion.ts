import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { ProvisioningError } from '../../model/errors';
import { normalizePem } from '../pem';
import { element, text } from './xml';

export interface SamlAssertionOptions {
	/** PEM, not encrypted; the line breaks may be missing. */
	readonly privateKey: string;
	/** Free text for SAP SuccessFactors. */
	readonly issuer: string;
	/** The user that the token stands for. */
	readonly user: string;
	/** `user` is a user name, else a user id. */
	readonly useUserName: boolean;
	/** API key of the client: its id at the token endpoint. */
	readonly clientId: string;
	/** Address of the token endpoint. */
	readonly recipient: string;
	readonly audience: string;
	/** Unique, a name in XML: a letter or `_` comes first. */
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly issuedAt: number;
	/** Default: 600. */
	readonly lifetimeSeconds?: number;
}

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const CANONICAL = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
const PASSWORD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';

/** Clocks differ a little; the assertion is valid from that many seconds ago. */
const CLOCK_SKEW = 60;

/**
 * A SAML 2.0 assertion for the bearer grant (RFC 7522), with an enveloped RSA-SHA256 signature
 * (XML Signature, section 6.6.4). The same options give the same text.
 *
 * @throws ProvisioningError `configuration.invalid` for a key that cannot be read or is no RSA key
 */
export function buildSamlAssertion(options: SamlAssertionOptions): string {
	const key = readKey(options.privateKey);
	const unsigned = assertion(options, '');
	const digest = createHash('sha256').update(unsigned).digest('base64');
	return assertion(options, signature(key, options.id, digest));
}

/** The signature stands behind the issuer, as the schema wants it. */
function assertion(options: SamlAssertionOptions, signed: string): string {
	const { issuedAt, lifetimeSeconds = 600 } = options;
	const issued = instant(issuedAt);
	const until = instant(issuedAt + lifetimeSeconds * 1000);
	const attributes = [
		['xmlns:saml2', ASSERTION],
		['ID', options.id],
		['IssueInstant', issued],
		['Version', '2.0'],
	] as const;
	return element(
		'saml2:Assertion',
		attributes,
		element('saml2:Issuer', [], text(options.issuer)),
		signed,
		subject(options, until),
		conditions(options, until),
		element(
			'saml2:AuthnStatement',
			[
				['AuthnInstant', issued],
				['SessionIndex', options.id],
			],
			element('saml2:AuthnContext', [], element('saml2:AuthnContextClassRef', [], PASSWORD)),
		),
		element(
			'saml2:AttributeStatement',
			[],
			attribute('api_key', options.clientId),
			attribute('use_username', String(options.useUserName)),
		),
	);
}

function subject({ user, recipient }: SamlAssertionOptions, until: string): string {
	const confirmation = [
		['NotOnOrAfter', until],
		['Recipient', recipient],
	] as const;
	return element(
		'saml2:Subject',
		[],
		element('saml2:NameID', [['Format', UNSPECIFIED]], text(user)),
		element(
			'saml2:SubjectConfirmation',
			[['Method', BEARER]],
			element('saml2:SubjectConfirmationData', confirmation),
		),
	);
}

function conditions({ audience, issuedAt }: SamlAssertionOptions, until: string): string {
	return element(
		'saml2:Conditions',
		[
			['NotBefore', instant(issuedAt - CLOCK_SKEW * 1000)],
			['NotOnOrAfter', until],
		],
		element('saml2:AudienceRestriction', [], element('saml2:Audience', [], text(audience))),
	);
}

function attribute(name: string, value: string): string {
	const content = element('saml2:AttributeValue', [], text(value));
	return element('saml2:Attribute', [['Name', name]], content);
}

function signature(key: KeyObject, id: string, digest: string): string {
	const algorithm = (name: string, uri: string) => element(name, [['Algorithm', uri]]);
	const content = [
		algorithm('ds:CanonicalizationMethod', CANONICAL),
		algorithm('ds:SignatureMethod', RSA_SHA256),
		element(
			'ds:Reference',
			[['URI', `#${id}`]],
			element(
				'ds:Transforms',
				[],
				algorithm('ds:Transform', `${SIGNATURE}enveloped-signature`),
				algorithm('ds:Transform', CANONICAL),
			),
			algorithm('ds:DigestMethod', SHA256),
			element('ds:DigestValue', [], digest),
		),
	];
	// Signed as it looks when it stands alone; inside of the signature the namespace is inherited.
	const alone = element('ds:SignedInfo', [['xmlns:ds', SIGNATURE]], ...content);
	const value = sign('sha256', Buffer.from(alone), key).toString('base64');
	return element(
		'ds:Signature',
		[['xmlns:ds', SIGNATURE]],
		element('ds:SignedInfo', [], ...content),
		element('ds:SignatureValue', [], value),
	);
}

function instant(time: number): string {
	return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

function readKey(pem: string): KeyObject {
	const key = parseKey(normalizePem(pem));
	if (key?.asymmetricKeyType === 'rsa') return key;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: key ? 'The private key is no RSA key' : 'The private key cannot be read',
		hint: 'Paste the whole PEM block, with its BEGIN and END lines, of an RSA key without passphrase.',
	});
}

/** The error of OpenSSL says nothing to anybody, and might hold a part of the key. */
function parseKey(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		return undefined;
	}
}
