import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';

/** @throws ProvisioningError `configuration.invalid` when the field is empty: nobody is let in by an empty secret */
export function requireText(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	displayName: string,
): string {
	const value = credentials[name];
	if (typeof value === 'string' && value !== '') return value;
	throw missing(displayName);
}

export function missing(displayName: string): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${displayName}' in the credential is empty`,
		hint: `Fill '${displayName}' in the credential.`,
	});
}
