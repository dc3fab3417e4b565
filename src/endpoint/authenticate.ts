import { checkBasic } from './basic';
import type { Caller } from './caller';
import { checkCertificate } from './certificate/check';
import type { Cause, Finding } from './finding';
import { checkToken } from './oauth/check';
import type { Keys } from './oauth/keys';
import type { EndpointSecrets } from './secrets';

/** Where and when a call is looked at. */
export interface Circumstances {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Of the trigger; a token of ours is good for this one only. */
	readonly systemId: string;
	/** Public keys of tenants. */
	readonly keys: Keys;
}

export type Verdict =
	| { readonly status: 'accepted' }
	| { readonly status: 'refused'; readonly causes: readonly Cause[] }
	| { readonly status: 'unconfigured' | 'keysUnreadable' };

type Way = (
	caller: Caller,
	secrets: EndpointSecrets,
	circumstances: Circumstances,
) => Finding | Promise<Finding>;

const WAYS: Readonly<Record<string, Way>> = {
	basic: checkBasic,
	oAuth2: checkToken,
	certificate: checkCertificate,
};

// A way for client certificates is not registered; the name is that of draft-thomson-http2-client-certs.
const CHALLENGES: Readonly<Record<string, string>> = {
	basic: 'Basic realm="ipsproxy", charset="UTF-8"',
	oAuth2: 'Bearer realm="ipsproxy"',
	certificate: 'ClientCertificate realm="ipsproxy"',
};

/**
 * Value of `WWW-Authenticate` (RFC 9110, section 11.6.1): depends on what a caller may use, never on what
 * this one has tried.
 */
export function challenge({ authentication }: EndpointSecrets): string {
	return Object.entries(CHALLENGES)
		.filter(([way]) => authentication.includes(way))
		.map(([, text]) => text)
		.join(', ');
}

/**
 * Lets a caller in who can prove itself in one of the ways that are switched on. Fails closed: a way
 * without its secrets lets nobody in. Looks at nothing but the connection and the headers; never throws.
 */
export async function authenticate(
	caller: Caller,
	secrets: EndpointSecrets,
	circumstances: Circumstances,
): Promise<Verdict> {
	const causes: Cause[] = [];
	let isUnreadable = false;
	for (const [name, check] of Object.entries(WAYS)) {
		if (!secrets.authentication.includes(name)) continue;
		const finding = await check(caller, secrets, circumstances);
		if (finding === 'accepted') return { status: 'accepted' };
		if (finding === 'keysUnreadable') isUnreadable = true;
		else if (finding !== 'unconfigured') causes.push(finding);
	}
	if (isUnreadable) return { status: 'keysUnreadable' };
	return causes.length === 0 ? { status: 'unconfigured' } : { status: 'refused', causes };
}
