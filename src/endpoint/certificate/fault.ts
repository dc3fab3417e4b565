import { LIMITS } from '../limits';
import type { EndpointSecrets } from '../secrets';
import { readNetworks } from './networks';
import { readPins, type Pin } from './pins';

const TOKEN = /^[A-Za-z0-9-]+$/;
const DAY = 86_400_000;
const WARNING_DAYS = 30;

function findPinFault(certificates: string, now: number): string | undefined {
	if (certificates.trim() === '') return 'Enter at least one certificate.';
	if (/PRIVATE KEY/.test(certificates)) {
		return 'Enter certificates only: a private key must never leave the source application.';
	}
	const pins = readPins(certificates);
	if (pins === undefined) return 'One of the certificates cannot be read. Enter them in PEM form.';
	if (pins.length > LIMITS.pins) return `Enter at most ${LIMITS.pins} certificates.`;
	if (pins.every(({ until }) => until < now)) return 'All certificates have expired.';
	return undefined;
}

function findProxyFault(secrets: EndpointSecrets): string | undefined {
	const { certificateHeader, verifyHeader, trustedProxies } = secrets;
	if (certificateHeader === '' && verifyHeader === '') return undefined;
	if (certificateHeader === '') return 'Enter the name of the certificate header too.';
	// Some servers read `_` in the name of a header as `-`: it could be set past the proxy.
	if (!TOKEN.test(certificateHeader) || (verifyHeader !== '' && !TOKEN.test(verifyHeader))) {
		return 'The name of a header consists of letters, digits and hyphens.';
	}
	const networks = readNetworks(trustedProxies);
	if (networks === undefined) {
		return 'The trusted proxies must be addresses or networks such as 10.0.0.5 or 10.1.0.0/16.';
	}
	if (networks.length === 0) {
		return 'Enter the addresses of the proxies that may set the certificate header.';
	}
	return undefined;
}

export function findCertificateFault(secrets: EndpointSecrets, now: number): string | undefined {
	return findPinFault(secrets.certificates, now) ?? findProxyFault(secrets);
}

function warn({ subject, until }: Pin, now: number): string[] {
	if (until >= now + WARNING_DAYS * DAY) return [];
	const day = new Date(until).toISOString().slice(0, 10);
	return [`The certificate ${subject} ${until < now ? 'has expired' : 'expires'} on ${day}.`];
}

/** Sentences about certificates that have expired or will within 30 days. */
export function findCertificateWarnings(secrets: EndpointSecrets, now: number): string[] {
	if (!secrets.authentication.includes('certificate')) return [];
	return (readPins(secrets.certificates) ?? []).flatMap((pin) => warn(pin, now));
}
