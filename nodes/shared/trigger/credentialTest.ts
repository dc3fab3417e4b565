import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { findSecretFault } from '../../../src/endpoint';
import { toSecrets } from './credential';

/** Nobody can be asked whether these secrets are right: they are ours. So they are looked at. */
export async function testRealTimeEndpoint(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const fault = findSecretFault(toSecrets(credential.data ?? {}));
	if (fault !== undefined) return { status: 'Error', message: fault };
	return { status: 'OK', message: 'User and password are fit to protect a trigger' };
}
