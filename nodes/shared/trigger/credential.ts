import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { EndpointSecrets } from '../../../src/endpoint';

export const CREDENTIAL_TYPE = 'realTimeEndpointApi';

/** Said in the credential too: a changed password may take this long to be known. */
const KEPT_MS = 5_000;
const KEPT_CREDENTIALS = 100;

interface Kept {
	readonly until: number;
	readonly secrets: Promise<EndpointSecrets>;
}

// Decrypting costs more than everything else that a call needs (an isolate in n8n's default engine).
const kept = new Map<string, Kept>();

/** What is missing or of another type is empty, and empty lets nobody in. */
export function toSecrets(values: ICredentialDataDecryptedObject): EndpointSecrets {
	const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
	const { authentication } = values;
	return {
		authentication: Array.isArray(authentication) ? authentication.map(String) : [],
		user: text('user'),
		password: text('password'),
		secondPassword: text('secondPassword'),
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		secondClientSecret: text('secondClientSecret'),
		issuer: text('issuer').trim(),
		audience: text('audience'),
		jwksUrl: text('jwksUrl').trim(),
		certificates: text('certificates'),
		certificateHeader: text('certificateHeader').trim(),
		verifyHeader: text('verifyHeader').trim(),
		trustedProxies: text('trustedProxies'),
	};
}

async function read(context: IWebhookFunctions | IHookFunctions): Promise<EndpointSecrets> {
	return toSecrets(await context.getCredentials(CREDENTIAL_TYPE));
}

/**
 * The secrets of the credential that is chosen on the node, `undefined` when none is chosen.
 * @throws whatever n8n throws when it cannot read or decrypt it
 */
export async function readSecrets(
	context: IWebhookFunctions | IHookFunctions,
	now: number,
): Promise<EndpointSecrets | undefined> {
	const chosen = context.getNode().credentials?.[CREDENTIAL_TYPE];
	if (chosen === undefined) return undefined;
	const { id } = chosen;
	if (id === null || id === '') return await read(context);

	const known = kept.get(id);
	const remaining = known === undefined ? 0 : known.until - now;
	if (known !== undefined && remaining > 0 && remaining <= KEPT_MS) return await known.secrets;

	const secrets = read(context);
	kept.delete(id);
	kept.set(id, { until: now + KEPT_MS, secrets });
	// A failure is not remembered.
	secrets.catch(() => kept.delete(id));
	const [oldest] = kept.keys();
	if (kept.size > KEPT_CREDENTIALS && oldest !== undefined) kept.delete(oldest);
	return await secrets;
}
