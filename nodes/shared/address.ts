import { ProvisioningError } from '../../src/model/errors';

/**
 * An address that credentials may be sent to.
 *
 * @param field display name of the field that it was typed into
 * @throws ProvisioningError `configuration.invalid`; never shows the address, which may hold a password
 */
export function parseAddress(text: unknown, field: string): URL {
	const trimmed = typeof text === 'string' ? text.trim() : '';
	if (!URL.canParse(trimmed)) {
		throw invalid(field, 'is not a complete address', 'such as https://example.com');
	}
	const url = new URL(trimmed);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw invalid(field, 'has another scheme than https', 'that starts with https://');
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw invalid(field, 'would send secrets unencrypted', 'that starts with https://');
	}
	if (url.username !== '' || url.password !== '') {
		throw invalid(field, 'holds a user or a password', 'without them: they have their own fields');
	}
	return url;
}

/**
 * The base URL of a connection without trailing slash, so that a path that starts with `/` can follow.
 *
 * @throws ProvisioningError `configuration.invalid`
 */
export function parseBaseUrl(text: unknown): string {
	const url = parseAddress(text, 'Base URL');
	if (url.search !== '' || url.hash !== '') {
		throw invalid('Base URL', 'has a query or a fragment', 'that ends with its path');
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function invalid(field: string, what: string, instead: string): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${field}' in the credential ${what}`,
		hint: `Enter an address ${instead} in '${field}' of the credential.`,
	});
}
