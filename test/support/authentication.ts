export type Authentication =
	| { readonly kind: 'basic'; readonly user: string; readonly password: string }
	| { readonly kind: 'bearer'; readonly token: string };

/** The value of the `Authorization` header. */
export function authorization(authentication: Authentication): string {
	if (authentication.kind === 'bearer') return `Bearer ${authentication.token}`;
	const { user, password } = authentication;
	return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** A server that expects nothing lets everybody in. */
export function isAuthorized(header: string | undefined, expected?: Authentication): boolean {
	return expected === undefined || header === authorization(expected);
}
