import type { IWebhookFunctions } from 'n8n-workflow';
import type { Http } from '../../../src/model/ports';
import { readAnswer, rejectOn } from '../answer';

const TIMEOUT = 5_000;

/** The Http port for what everybody may read: n8n's request helper, without any credential. */
export function publicHttp(context: IWebhookFunctions, origin: string): Http {
	return {
		baseUrl: origin,
		async send({ method, path, headers, timeout = TIMEOUT }) {
			const stop = AbortSignal.timeout(timeout);
			const answer: unknown = await Promise.race([
				context.helpers.httpRequest({
					method,
					url: `${origin}${path}`,
					headers: { ...headers },
					timeout,
					abortSignal: stop,
					// A stream can be cut off before it is in memory as a whole.
					encoding: 'stream',
					returnFullResponse: true,
					disableFollowRedirect: true,
					ignoreHttpStatusErrors: true,
				}),
				rejectOn(stop),
			]);
			return await readAnswer(answer, stop);
		},
	};
}
