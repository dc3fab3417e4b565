/** What a source application has to present. */
export interface EndpointSecrets {
	/** Ways that are allowed; none of them = nobody comes in. */
	readonly authentication: readonly string[];
	readonly user: string;
	readonly password: string;
	/** Valid beside the first while the source application is being switched over; may be empty. */
	readonly secondPassword: string;
}

const SHORTEST_PASSWORD = 12;

/** The first thing that makes these secrets unfit to protect an endpoint, as a sentence. */
export function findSecretFault(secrets: EndpointSecrets): string | undefined {
	const { user, password, secondPassword } = secrets;
	if (!secrets.authentication.includes('basic')) return 'Choose how callers authenticate.';
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
