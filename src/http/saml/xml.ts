import { ProvisioningError } from '../../model/errors';

/**
 * Elements in canonical form from the start (Exclusive XML Canonicalization 1.0): attributes in order, no
 * empty-element tags, no white space of ours. So what is written here is what is signed.
 *
 * @param attributes namespaces first, then by name
 */
export function element(
	name: string,
	attributes: readonly (readonly [name: string, value: string])[],
	...content: readonly string[]
): string {
	const written = attributes.map(([attribute, value]) => ` ${attribute}="${inAttribute(value)}"`);
	return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

export function text(value: string): string {
	return allowed(value)
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/\r/g, '&#xD;');
}

function inAttribute(value: string): string {
	return allowed(value)
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/"/g, '&quot;')
		.replace(/\t/g, '&#x9;')
		.replace(/\n/g, '&#xA;')
		.replace(/\r/g, '&#xD;');
}

/** Characters that XML 1.0 cannot hold in any form (section 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function allowed(value: string): string {
	if (!FORBIDDEN.test(value)) return value;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: 'A SAML assertion cannot hold control characters',
		hint: 'Enter user, client ID and company ID in the credential again, by hand.',
	});
}
