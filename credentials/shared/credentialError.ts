import { UserError } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';

/**
 * What a credential throws: n8n's credential test shows the `code` of an error in place of its message where
 * there is one, so the error that carries it is handed on as the cause.
 */
export function credentialError(error: unknown): UserError {
	if (error instanceof ProvisioningError) {
		return new UserError(`${error.message}. ${error.hint}`, { cause: error });
	}
	return new UserError(error instanceof Error ? error.message : 'The credential cannot be used');
}
