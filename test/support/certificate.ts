// Certificates for tests, with any dates: as little of RFC 5280 as OpenSSL takes.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export interface MadeCertificate {
	readonly der: Buffer;
	readonly pem: string;
	/** PKCS #8, PEM. */
	readonly key: string;
}

export interface CertificateOptions {
	readonly name?: string;
	/** Milliseconds since 1970; whole seconds. */
	readonly from?: number;
	readonly until?: number;
	/** Signs it; itself unless told. */
	readonly issuer?: { readonly name: string; readonly key: KeyObject };
}

const YEAR = 365 * 86_400_000;
const ECDSA_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const ORGANIZATION = '060355040a';

function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(contents);
	const { length } = body;
	const size = length < 128 ? [length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...contents: readonly Uint8Array[]) => element(0x30, ...contents);
const hex = (text: string) => Buffer.from(text, 'hex');
const integer = (value: number) => element(0x02, Buffer.from([value]));

function attribute(type: string, value: string): Buffer {
	return element(0x31, sequence(hex(type), element(0x0c, Buffer.from(value))));
}

function nameOf(commonName: string): Buffer {
	return sequence(attribute(ORGANIZATION, 'Acme'), attribute(COMMON_NAME, commonName));
}

/** GeneralizedTime. */
function time(at: number): Buffer {
	const text = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '');
	return element(0x18, Buffer.from(text));
}

export function toPem(label: string, der: Uint8Array): string {
	const lines =
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

export function makeCertificate(options: CertificateOptions = {}): MadeCertificate {
	const { name = 'caller', from = Date.UTC(2026, 0, 1), until = from + 2 * YEAR } = options;
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const issuer = options.issuer ?? { name, key: privateKey };
	const algorithm = sequence(hex(ECDSA_SHA256));
	const toBeSigned = sequence(
		element(0xa0, integer(2)),
		integer(1),
		algorithm,
		nameOf(issuer.name),
		sequence(time(from), time(until)),
		nameOf(name),
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = sign('sha256', toBeSigned, issuer.key);
	const signatureBits = element(0x03, Buffer.concat([Buffer.from([0]), signature]));
	const der = sequence(toBeSigned, algorithm, signatureBits);
	return {
		der,
		pem: toPem('CERTIFICATE', der),
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}
