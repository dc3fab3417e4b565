import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	acceptedAnswer,
	acceptedBody,
	codeOf,
	createMinuteCounter,
	describeCall,
	describeRefusal,
	fingerprint,
	LIMITS,
	refusalAnswer,
	Refused,
	testAnswer,
	withChallenge,
	type ParsedNotice,
	type Translate,
} from '../../../src/endpoint';
import { admit } from './admission';
import { sendAnswer } from './answer';
import { lookAround, parseCall, refusalOf, translateRefusal, translationFor } from './call';
import { addressOf } from './caller';
import { answerWhenFinished, answerWhenReceived } from './finish';
import { toItem, type Circumstances } from './item';
import { readParameters, type TriggerParameters } from './parameters';
import { readBack } from './readBack';
import { readAfterOf } from './settling';
import type { TriggerSource } from './source';
import { answerTokenCall } from './token';
import { TOKEN_WEBHOOK } from './webhooks';

const countLine = createMinuteCounter(LIMITS.addresses);

interface Talk {
	/** Known once the caller has proved who it is; before that all refusals look the same. */
	translate?: Translate;
}

async function itemsOf(
	context: IWebhookFunctions,
	notices: readonly ParsedNotice[],
	{ readBack: how, testUsers }: TriggerParameters,
	when: Pick<Circumstances, 'receivedAt' | 'readAfter'>,
) {
	const found = how === undefined ? [] : await readBack(context, notices, how);
	const items = notices.map((notice, at) =>
		toItem(notice, { ...when, testUsers, read: found[at] }),
	);
	const isUnread = found.some(({ status }) => status === 'unread' || status === 'failed');
	return { items, isUnread };
}

async function receive(
	context: IWebhookFunctions,
	source: TriggerSource,
	talk: Talk,
): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const now = Date.now();
	await admit(context, now);
	talk.translate = translateRefusal(request, source);

	const parameters = readParameters(context, source);
	const look = lookAround(request, parameters, source);
	const parsed = look === undefined ? await parseCall(request, source) : undefined;
	if (parsed === undefined || parsed.status === 'test') {
		sendAnswer(response, look ?? testAnswer());
		return { noWebhookResponse: true };
	}

	const notices = parsed.notices.filter((notice) => refusalOf(notice, parameters) === undefined);
	if (notices.length === 0) {
		const [first] = parsed.notices;
		throw new Refused((first && refusalOf(first, parameters)) ?? 'kindOff');
	}
	const call = describeCall({ ...parsed, notices });
	const receivedAt = new Date(now).toISOString();
	const when = { receivedAt, readAfter: readAfterOf(context, source, now) };
	const { items, isUnread } = await itemsOf(context, notices, parameters, when);
	const translate = translationFor(context, { parsed, notices, parameters, receivedAt });
	const { method } = request;
	if (parameters.respond === 'finished') {
		const { isLenient } = parameters;
		answerWhenFinished(response, { method, call, isLenient, isUnread, translate });
	} else if (translate !== undefined) {
		answerWhenReceived(response, acceptedAnswer(call), translate);
	}
	return { webhookResponse: acceptedBody(call), workflowData: [items] };
}

function log(context: IWebhookFunctions, code: string): void {
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
	const talk: Talk = {};
	try {
		if (context.getWebhookName() === TOKEN_WEBHOOK) return await answerTokenCall(context);
		return await receive(context, source, talk);
	} catch (error) {
		const code = codeOf(error);
		log(context, describeRefusal(code, error));
		const answer = withChallenge(refusalAnswer(code), error);
		sendAnswer(context.getResponseObject(), talk.translate?.(answer) ?? answer);
		return { noWebhookResponse: true };
	}
}
