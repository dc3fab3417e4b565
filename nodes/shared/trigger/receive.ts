import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	acceptedBody,
	authenticate,
	codeOf,
	createMinuteCounter,
	describeCall,
	fingerprint,
	LIMITS,
	lookAnswer,
	parseNotices,
	readAddress,
	readEntityType,
	readMediaType,
	refusalAnswer,
	refuseEncoding,
	Refused,
	testAnswer,
	type Answer,
	type RefusalCode,
} from '../../../src/endpoint';
import { sendAnswer } from './answer';
import { readBody } from './body';
import { readSecrets } from './credential';
import { answerWhenFinished } from './finish';
import { toItem } from './item';
import { readParameters, type TriggerParameters } from './parameters';
import type { TriggerSource } from './source';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

const countFailure = createMinuteCounter(LIMITS.addresses);
const countLine = createMinuteCounter(LIMITS.addresses);

/** Node keeps the first of two headers with this name; here both count. */
function authorizationsOf(request: Request): string[] {
	const { rawHeaders } = request;
	return rawHeaders.filter(
		(_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization',
	);
}

async function readSecretsOrRefuse(context: IWebhookFunctions, now: number) {
	const secrets = await readSecrets(context, now).catch(() => {
		throw new Refused('credentialUnreadable');
	});
	if (secrets === undefined) throw new Refused('unconfigured');
	return secrets;
}

/** @throws Refused unless the caller has proved who it is */
async function letIn(context: IWebhookFunctions, request: Request, now: number): Promise<void> {
	const secrets = await readSecretsOrRefuse(context, now);
	const verdict = authenticate(authorizationsOf(request), secrets);
	if (verdict === 'accepted') return;
	if (verdict === 'unconfigured') throw new Refused('unconfigured');
	const failures = countFailure(addressOf(request), now);
	throw new Refused(failures > LIMITS.failuresPerMinute ? 'guessing' : 'unauthorized');
}

/** n8n's own setting decides whether a proxy is believed here. */
function addressOf(request: Request): string {
	return request.ip ?? request.socket.remoteAddress ?? '';
}

/** What the caller gets to hear without a run; `undefined` when the call has to be read. */
function lookAround(request: Request, parameters: TriggerParameters): Answer | undefined {
	const address = readAddress(request.originalUrl);
	if (address.systemId !== parameters.systemId) throw new Refused('unknownPath');
	const entityType = readEntityType(address.entityWord);
	if (!parameters.entityTypes.includes(entityType)) throw new Refused('entityTypeOff');
	const isLook = request.method === 'GET' || request.method === 'HEAD';
	return isLook ? lookAnswer(entityType, address.entityId) : undefined;
}

async function parseCall(request: Request, source: TriggerSource) {
	const contentType = request.headers['content-type'];
	readMediaType(contentType);
	refuseEncoding(request.headers['content-encoding']);
	const body = await readBody(request, AbortSignal.timeout(LIMITS.readingMs));
	return parseNotices(source.system.id, {
		method: request.method,
		path: request.originalUrl,
		body,
		...(contentType !== undefined && { contentType }),
	});
}

async function receive(
	context: IWebhookFunctions,
	source: TriggerSource,
): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const now = Date.now();
	await letIn(context, request, now);

	const parameters = readParameters(context);
	const look = lookAround(request, parameters);
	const parsed = look === undefined ? await parseCall(request, source) : undefined;
	if (parsed === undefined || parsed.status === 'test') {
		sendAnswer(response, look ?? testAnswer());
		return { noWebhookResponse: true };
	}
	if (parsed.status === 'refused') throw new Refused(parsed.code);

	const notices = parsed.notices.filter(({ kind }) => parameters.kinds.includes(kind));
	if (notices.length === 0) throw new Refused('kindOff');
	const call = describeCall({ ...parsed, notices });
	const receivedAt = new Date(now).toISOString();
	const workflowData = [notices.map((notice) => toItem(notice, receivedAt))];
	if (parameters.respond === 'finished') {
		const { isLenient } = parameters;
		answerWhenFinished(response, { method: request.method, call, isLenient });
	}
	return { webhookResponse: acceptedBody(call), workflowData };
}

function log(context: IWebhookFunctions, code: RefusalCode): void {
	const lines = countLine(code, Date.now());
	if (lines > LIMITS.logLinesPerMinute) return;
	const more = lines === LIMITS.logLinesPerMinute ? '; more of this minute are not logged' : '';
	const from = fingerprint(addressOf(context.getRequestObject()));
	context.logger.warn(`Call refused (${code}) from ${from}${more}`, {
		nodeName: context.getNode().name,
		workflowId: context.getWorkflow().id,
	});
}

/**
 * Takes one call of a source application. Never throws and fails closed: whatever goes wrong is an
 * answer to the caller, and no execution starts.
 */
export async function receiveCall(
	context: IWebhookFunctions,
	source: TriggerSource,
): Promise<IWebhookResponseData> {
	try {
		return await receive(context, source);
	} catch (error) {
		const code = codeOf(error);
		log(context, code);
		sendAnswer(context.getResponseObject(), refusalAnswer(code));
		return { noWebhookResponse: true };
	}
}
