import type { IWebhookFunctions } from 'n8n-workflow';
import {
	authenticate,
	challenge,
	createKeyStore,
	createMinuteCounter,
	createPacer,
	LIMITS,
	Refused,
	Unauthorized,
	type EndpointSecrets,
} from '../../../src/endpoint';
import { systemClock } from '../../../src/http/clock';
import { addressOf, callerOf } from './caller';
import { readSecrets } from './credential';
import { publicHttp } from './publicHttp';
import { readCallLimits } from './rateOptions';

const SLOWED_BY_MS = 1_000;

const keyStore = createKeyStore();
const countFailure = createMinuteCounter(LIMITS.addresses);
const pace = createPacer(LIMITS.countedTriggers);

/** @throws Refused `unconfigured`, `credentialUnreadable` */
export async function readSecretsOrRefuse(
	context: IWebhookFunctions,
	now: number,
): Promise<EndpointSecrets> {
	const secrets = await readSecrets(context, now).catch(() => {
		throw new Refused('credentialUnreadable');
	});
	if (secrets === undefined) throw new Refused('unconfigured');
	return secrets;
}

/** The refusal of a caller that has not proved who it is; counts as a guess. */
export function unauthorized(
	context: IWebhookFunctions,
	secrets: EndpointSecrets,
	causes: readonly string[],
	now: number,
): Unauthorized {
	const failures = countFailure(addressOf(context.getRequestObject()), now);
	const code = failures > LIMITS.failuresPerMinute ? 'guessing' : 'unauthorized';
	return new Unauthorized(code, causes, challenge(secrets));
}

/** @throws Refused unless the caller has proved who it is */
async function letIn(context: IWebhookFunctions, now: number): Promise<void> {
	const secrets = await readSecretsOrRefuse(context, now);
	const verdict = await authenticate(callerOf(context.getRequestObject()), secrets, {
		now,
		systemId: String(context.getNodeParameter('systemId', '')),
		keys: keyStore.through((origin) => publicHttp(context, origin)),
	});
	if (verdict.status === 'accepted') return;
	if (verdict.status === 'refused') throw unauthorized(context, secrets, verdict.causes, now);
	throw new Refused(verdict.status);
}

/** As many calls as the trigger takes in a minute; strangers do not count. @throws Refused */
async function keepPace(context: IWebhookFunctions, now: number): Promise<void> {
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const wanted = pace(trigger, now, readCallLimits(context));
	if (wanted === 'reject') throw new Refused('tooManyCalls');
	if (wanted === 'slow') await systemClock.sleep(SLOWED_BY_MS);
}

/**
 * Decides from connection and headers, before the body is read, whether a call is taken.
 * @throws Refused
 */
export async function admit(context: IWebhookFunctions, now: number): Promise<void> {
	await letIn(context, now);
	await keepPace(context, now);
}
