import { createHash, X509Certificate } from 'node:crypto';
import { readDer } from './der';

/** A certificate that is let in. */
export interface Pin {
	/** SHA-256 of the DER, in hex. */
	readonly fingerprint: string;
	/** Milliseconds since 1970, both included. */
	readonly from: number;
	readonly until: number;
	/** Distinguished name on one line. */
	readonly subject: string;
}

export function fingerprintOf(der: Uint8Array): string {
	return createHash('sha256').update(der).digest('hex');
}

function readPin(der: Uint8Array): Pin {
	const certificate = new X509Certificate(der);
	// Bytes behind the certificate would be part of the fingerprint, but of no call.
	if (!certificate.raw.equals(der)) throw new RangeError('Not one whole certificate.');
	return {
		fingerprint: fingerprintOf(der),
		from: Date.parse(certificate.validFrom),
		until: Date.parse(certificate.validTo),
		subject: certificate.subject.split('\n').join(', '),
	};
}

/** `undefined` if something in the text is no certificate. */
export function readPins(certificates: string): readonly Pin[] | undefined {
	try {
		return readDer(certificates)?.map(readPin);
	} catch {
		return undefined;
	}
}
