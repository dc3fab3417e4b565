import type { EndpointSecrets } from '../secrets';
import { audiencesOf } from './tenantToken';

/** A token shows a hash made with the secret, so it can be guessed at leisure: it has to be long. */
const SHORTEST_SECRET = 32;

function findClientFault(secrets: EndpointSecrets): string | undefined {
	const { clientId, clientSecret, secondClientSecret } = secrets;
	if (clientId.trim() === '') return 'Enter a client ID.';
	if (clientId.includes(':')) return 'The client ID must not contain a colon.';
	if (/\p{Cc}/u.test(clientId + clientSecret + secondClientSecret)) {
		return 'Client ID and secrets must not contain control characters or line breaks.';
	}
	const used = secondClientSecret === '' ? [clientSecret] : [clientSecret, secondClientSecret];
	if (used.some((secret) => secret.trim().length < SHORTEST_SECRET)) {
		return `A client secret needs at least ${SHORTEST_SECRET} characters.`;
	}
	if (used.includes(clientId)) return 'The client secret must differ from the client ID.';
	if (clientSecret === secondClientSecret) {
		return 'The second client secret must differ from the first.';
	}
	return undefined;
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function findAddressFault(jwksUrl: string): string | undefined {
	if (!URL.canParse(jwksUrl)) return 'Enter the complete JWKS URL of the tenant.';
	const { protocol, hostname, username, password } = new URL(jwksUrl);
	if (username !== '' || password !== '') return 'The JWKS URL must not hold a user or password.';
	if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
	return 'The JWKS URL must start with https://.';
}

function findTenantFault(secrets: EndpointSecrets): string | undefined {
	if (secrets.issuer.trim() === '') return 'Enter the issuer of the tenant.';
	if (audiencesOf(secrets).length === 0) return 'Enter the audience that tokens must be meant for.';
	return findAddressFault(secrets.jwksUrl);
}

export function findOAuthFault(secrets: EndpointSecrets): string | undefined {
	const { clientId, clientSecret, secondClientSecret, issuer, audience, jwksUrl } = secrets;
	const hasClient = clientId + clientSecret + secondClientSecret !== '';
	const hasTenant = issuer + audience + jwksUrl !== '';
	if (!hasClient && !hasTenant) {
		return 'Enter a client ID and secret, or issuer, audience and JWKS URL of a tenant.';
	}
	const clientFault = hasClient ? findClientFault(secrets) : undefined;
	return clientFault ?? (hasTenant ? findTenantFault(secrets) : undefined);
}
