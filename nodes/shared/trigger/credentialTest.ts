import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { findCertificateWarnings, findSecretFault } from '../../../src/endpoint';
import { toSecrets } from './credential';

/** Nobody can be asked whether these secrets are right: they are ours. So they are looked at. */
export async function testRealTimeEndpoint(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const secrets = toSecrets(credential.data ?? {});
	const now = Date.now();
	const fault = findSecretFault(secrets, now);
	if (fault !== undefined) return { status: 'Error', message: fault };
	const warnings = findCertificateWarnings(secrets, now);
	const message = ['These secrets are fit to protect a trigger.', ...warnings].join(' ');
	return { status: 'OK', message };
}
