/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- checks signatures for tests; not shipped */
import { createRequire } from 'node:module';
import type { Clock } from '../../src/model/ports';
import { realClock } from './clock';
import type { Fault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import type { Answer, Call } from './loopback';

interface SignedXml {
	readonly signatureAlgorithm?: string;
	loadSignature(signature: string): void;
	checkSignature(xml: string): boolean;
	/** Canonical text of what is signed. */
	getSignedReferences(): string[];
}

// Its own types would bring those of the browser into the whole project.
const { SignedXml }: { SignedXml: new (options: { publicCert: string }) => SignedXml } =
	createRequire(__filename)('xml-crypto');

/** What the signature covers, by local names; only that may be believed. */
export interface SignedAssertion {
	valueOf(element: string): string;
	attributeOf(element: string, name: string): string;
	/** Of a SAML attribute. */
	claim(name: string): string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Canonical XML knows these entities and hexadecimal numbers only. */
function decoded(text = ''): string {
	return text.replace(/&(?:#x([0-9A-F]+)|(\w+));/g, (_, hex?: string, name?: string) =>
		hex ? String.fromCodePoint(parseInt(hex, 16)) : (ENTITIES[name ?? ''] ?? ''),
	);
}

/** @throws Error when the document is not signed as a whole, with RSA-SHA256, by the owner of the key */
export function verifyAssertion(xml: string, publicKey: string): SignedAssertion {
	const [signature, ...others] = xml.match(/<ds:Signature [\s\S]*?<\/ds:Signature>/g) ?? [];
	if (signature === undefined || others.length > 0) throw new Error('not one signature');
	const verifier = new SignedXml({ publicCert: publicKey });
	verifier.loadSignature(signature);
	if (!verifier.checkSignature(xml)) throw new Error('the signature does not fit');
	if (!verifier.signatureAlgorithm?.endsWith('rsa-sha256')) throw new Error('another algorithm');
	const [signed = ''] = verifier.getSignedReferences();
	if (!signed.startsWith('<saml2:Assertion ')) throw new Error('no assertion is signed');
	const opening = (name: string) => new RegExp(`<saml2:${name}(?: [^>]*)?>([^<]*)`).exec(signed);
	return {
		valueOf: (name) => decoded(opening(name)?.[1]),
		attributeOf: (name, attribute) =>
			decoded(new RegExp(` ${attribute}="([^"]*)"`).exec(opening(name)?.[0] ?? '')?.[1]),
		claim(name) {
			const claims = signed.split('<saml2:Attribute ').slice(1);
			const claim = claims.find((one) => one.startsWith(`Name="${name}"`));
			return decoded(/<saml2:AttributeValue>([^<]*)/.exec(claim ?? '')?.[1]);
		},
	};
}

export interface SamlTokenEndpoint extends FaultyServer<Fault['do']> {
	/** How many tokens were given. */
	given(): number;
	/** Tokens that were given before are refused from now on. */
	revoke(): void;
	isValid(authorization: string | undefined): boolean;
}

function refused(detail: string): Answer {
	return {
		status: 400,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ error: 'invalid_grant', error_description: detail }),
	};
}

/** The token endpoint of SAP SuccessFactors, and behind it an API that wants its tokens. */
export async function startSamlTokenEndpoint(options: {
	publicKey: string;
	clientId: string;
	companyId: string;
	recipient: string;
	faults?: readonly Fault[];
	clock?: Clock;
}): Promise<SamlTokenEndpoint> {
	const { clock = realClock, faults } = options;
	let given = 0;
	let revoked = 0;
	const isValid = (authorization = '') => {
		const [, number] = /^Bearer token-(\d+)$/.exec(authorization) ?? [];
		return Number(number ?? 0) > revoked;
	};

	function check(call: Call): string | undefined {
		const form = new URLSearchParams(call.body);
		if (form.get('company_id') !== options.companyId) return 'unknown company';
		if (form.get('client_id') !== options.clientId) return 'unknown client';
		if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:saml2-bearer') return 'grant';
		const xml = Buffer.from(form.get('assertion') ?? '', 'base64').toString('utf8');
		const assertion = verifyAssertion(xml, options.publicKey);
		if (assertion.claim('api_key') !== options.clientId) return 'api_key';
		if (assertion.valueOf('Audience') !== 'www.successfactors.com') return 'audience';
		const recipient = assertion.attributeOf('SubjectConfirmationData', 'Recipient');
		if (recipient !== options.recipient) return 'recipient';
		const from = Date.parse(assertion.attributeOf('Conditions', 'NotBefore'));
		const until = Date.parse(assertion.attributeOf('Conditions', 'NotOnOrAfter'));
		return from <= clock.now() && clock.now() < until ? undefined : 'not valid now';
	}

	function token(call: Call): Answer {
		let fault: string | undefined;
		try {
			fault = check(call);
		} catch (error) {
			fault = error instanceof Error ? error.message : 'unreadable';
		}
		if (fault !== undefined) return refused(fault);
		const body = { access_token: `token-${++given}`, token_type: 'Bearer', expires_in: 86_399 };
		return {
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		};
	}

	const server = await startFaultyServer({
		faults,
		clock,
		apply(call) {
			if (call.path.startsWith('/oauth/token')) return token(call);
			const status = isValid(call.headers['authorization']) ? 200 : 401;
			return { status, headers: { 'content-type': 'application/json' }, body: '{}' };
		},
	});
	return {
		...server,
		isValid,
		given: () => given,
		revoke: () => {
			revoked = given;
		},
	};
}
