import { LIMITS } from '../limits';
import { readDer } from './der';

const STRUCTURED = /^:([^:]*):$/;

/** Parts of the text between separators that do not stand in quotes; none if a quote is left open. */
function split(text: string, separator: ',' | ';'): readonly string[] {
	const parts = [''];
	let isQuoted = false;
	let isEscaped = false;
	for (const character of text) {
		if (character === separator && !isQuoted) {
			parts.push('');
			continue;
		}
		if (character === '"' && !isEscaped) isQuoted = !isQuoted;
		isEscaped = character === '\\' && isQuoted && !isEscaped;
		parts[parts.length - 1] += character;
	}
	return isQuoted ? [] : parts;
}

/** `Hash=...;Cert="...";Subject="..."` of Envoy: `undefined` unless one hop tells of one certificate. */
function certificateOfEnvoy(value: string): string | undefined {
	const [hop = '', ...more] = split(value, ',');
	if (more.length > 0) return undefined;
	const certificates = split(hop, ';').flatMap((pair) => {
		const [, text] = /^\s*Cert=(.*)$/i.exec(pair) ?? [];
		return text === undefined ? [] : [text.trim()];
	});
	const [only, ...others] = certificates;
	if (only === undefined || others.length > 0) return undefined;
	return /^"([^"]*)"$/.exec(only)?.[1] ?? only;
}

function decodeUrl(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/**
 * The certificate in a header value, as DER, in any form that a proxy gives it:
 * - PEM, URL-encoded (nginx, Azure Application Gateway, AWS) or not
 * - base64 of DER, which is also PEM without its first and last line (HAProxy, Traefik, Cloud Foundry,
 *   Azure App Service, Cloudflare)
 * - the same between colons (RFC 9440, section 2)
 * - a list of pairs with `Cert=` (Envoy, Istio)
 *
 * `undefined` unless there is exactly one certificate and nothing beside it.
 */
export function readCertificateHeader(value: string): Uint8Array | undefined {
	if (value.length > LIMITS.certificateLength || /\p{Cc}/u.test(value)) return undefined;
	const isEnvoy = /(?:^|[;,])\s*(?:By|Hash|Cert|Chain|Subject|URI|DNS)=/i.test(value);
	const carried = isEnvoy ? certificateOfEnvoy(value) : (STRUCTURED.exec(value)?.[1] ?? value);
	if (carried === undefined) return undefined;
	// Once, and `+` is a plus: it is part of base64.
	const text = carried.includes('%') ? decodeUrl(carried) : carried;
	if (text === undefined) return undefined;
	const [only, ...others] = readDer(text) ?? [];
	return others.length === 0 ? only : undefined;
}
