import { findCertificateFault } from './certificate/fault';
import { findOAuthFault } from './oauth/fault';

/** What a source application has to present. An empty text means that it is not set. */
export interface EndpointSecrets {
	/** Ways that are allowed (`basic`, `oAuth2`, `certificate`); none of them = nobody comes in. */
	readonly authentication: readonly string[];

	readonly user: string;
	readonly password: string;
	/** Valid beside the first while the source application is being switched over; may be empty. */
	readonly secondPassword: string;

	/** Of a client of our own token endpoint. */
	readonly clientId: string;
	readonly clientSecret: string;
	/** Valid beside the first, as are the tokens that were given for it. */
	readonly secondClientSecret: string;

	/** Of the tokens of a tenant: claim `iss`. */
	readonly issuer: string;
	/** One or more values of the claim `aud`, with commas between them. */
	readonly audience: string;
	/** Where the tenant publishes its keys. */
	readonly jwksUrl: string;

	/** One or more in PEM, valid beside each other. */
	readonly certificates: string;
	/** Name of the header in which a proxy hands on the certificate. */
	readonly certificateHeader: string;
	/** Name of the header in which the proxy says that the certificate was verified. */
	readonly verifyHeader: string;
	/** Addresses and networks, with commas between them, that may set these headers. */
	readonly trustedProxies: string;
}

const SHORTEST_PASSWORD = 12;

function findBasicFault(secrets: EndpointSecrets): string | undefined {
	const { user, password, secondPassword } = secrets;
	if (user.trim() === '') return 'Enter a user.';
	if (user.includes(':')) return 'The user must not contain a colon.';
	if (password.trim() === '') return 'Enter a password.';
	if (/\p{Cc}/u.test(user + password + secondPassword)) {
		return 'User and passwords must not contain control characters or line breaks.';
	}
	const used = secondPassword === '' ? [password] : [password, secondPassword];
	if (used.some((secret) => secret.trim().length < SHORTEST_PASSWORD)) {
		return `A password needs at least ${SHORTEST_PASSWORD} characters.`;
	}
	if (used.includes(user)) return 'The password must differ from the user.';
	if (password === secondPassword) return 'The second password must differ from the first.';
	return undefined;
}

type FindFault = (secrets: EndpointSecrets, now: number) => string | undefined;

const FINDERS: Readonly<Record<string, FindFault>> = {
	basic: findBasicFault,
	oAuth2: findOAuthFault,
	certificate: findCertificateFault,
};

/** The first thing that makes these secrets unfit to protect an endpoint, as a sentence. */
export function findSecretFault(secrets: EndpointSecrets, now: number): string | undefined {
	const chosen = Object.entries(FINDERS).filter(([way]) => secrets.authentication.includes(way));
	if (chosen.length === 0) return 'Choose how callers authenticate.';
	for (const [, find] of chosen) {
		const fault = find(secrets, now);
		if (fault !== undefined) return fault;
	}
	return undefined;
}
