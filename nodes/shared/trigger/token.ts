import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerTokenRequest, headerValues, LIMITS, Refused } from '../../../src/endpoint';
import { readSecretsOrRefuse, unauthorized } from './admission';
import { sendAnswer } from './answer';
import { readBody } from './body';
import { callerOf } from './caller';

/**
 * Takes one call of the token endpoint of a trigger; no execution starts.
 * @throws Refused
 */
export async function answerTokenCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const now = Date.now();
	const secrets = await readSecretsOrRefuse(context, now);
	const [, query = ''] = request.originalUrl.split('?');
	const answer = await answerTokenRequest(
		{
			authorizations: headerValues(callerOf(request), 'authorization'),
			query,
			contentType: request.headers['content-type'] ?? '',
			body: await readBody(request, AbortSignal.timeout(LIMITS.readingMs)),
		},
		secrets,
		{ now, systemId: String(context.getNodeParameter('systemId', '')) },
	);
	if (answer === undefined) throw new Refused('unknownPath');
	if (answer.status === 401) {
		const refusal = unauthorized(context, secrets, ['client'], now);
		if (refusal.code === 'guessing') throw refusal;
	}
	sendAnswer(context.getResponseObject(), answer);
	return { noWebhookResponse: true };
}
