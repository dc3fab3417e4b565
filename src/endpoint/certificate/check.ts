import { headerValues, type Caller } from '../caller';
import type { Cause, Finding } from '../finding';
import type { EndpointSecrets } from '../secrets';
import { readCertificateHeader } from './header';
import { isWithin, readNetworks } from './networks';
import { fingerprintOf, readPins } from './pins';

/** nginx and Azure; HAProxy; Cloudflare. Whatever else a proxy says is no success. */
const SUCCESS = ['SUCCESS', '0', 'true'];

type Presented = Uint8Array | Cause;

/** Exactly one value: what a proxy joins or leaves standing beside its own is somebody else's. */
function onlyValue(caller: Caller, name: string): string | undefined {
	const [value, ...more] = headerValues(caller, name);
	return more.length === 0 ? value : undefined;
}

function presentedByProxy(caller: Caller, secrets: EndpointSecrets): Presented {
	const { certificateHeader, verifyHeader, trustedProxies } = secrets;
	if (certificateHeader === '') return 'certificateMissing';
	const isTrusted = isWithin(readNetworks(trustedProxies) ?? [], caller.remoteAddress);
	if (!isTrusted) return 'certificateProxy';
	const values = headerValues(caller, certificateHeader);
	if (values.length > 1) return 'certificateDoubled';
	const [value = ''] = values;
	if (value === '') return 'certificateMissing';
	// A caller can make a proxy drop a header: only a word that is there counts.
	if (verifyHeader !== '' && !SUCCESS.includes(onlyValue(caller, verifyHeader) ?? '')) {
		return 'certificateVerify';
	}
	return readCertificateHeader(value) ?? 'certificateMalformed';
}

/**
 * A client certificate is let in if it is one of the stored ones, byte for byte, and in date. Nothing in
 * it is believed, so nothing in it is read. Whoever holds the TLS connection has made sure that the
 * caller owns its key: Node itself, or else a proxy that is trusted by its address.
 */
export function checkCertificate(
	caller: Caller,
	secrets: EndpointSecrets,
	{ now }: { readonly now: number },
): Finding {
	const pins = readPins(secrets.certificates) ?? [];
	if (pins.length === 0) return 'unconfigured';
	const presented = caller.peerCertificate ?? presentedByProxy(caller, secrets);
	if (typeof presented === 'string') return presented;
	const fingerprint = fingerprintOf(presented);
	const pin = pins.find((one) => one.fingerprint === fingerprint);
	if (pin === undefined) return 'certificateUnknown';
	if (now < pin.from) return 'certificateNotYetValid';
	return now <= pin.until ? 'accepted' : 'certificateExpired';
}
