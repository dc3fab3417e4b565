import { findCertificateFault } from './certificate/fault';
import { findOAuthFault } from './oauth/fault';
import type { EndpointSecrets } from './secrets';

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
