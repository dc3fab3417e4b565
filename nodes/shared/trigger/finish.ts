import {
	finishedAnswer,
	LIMITS,
	Refused,
	runningAnswer,
	type FinishedRun,
} from '../../../src/endpoint';
import { isObject, type Json } from '../../../src/model/json';
import { sendAnswer, type AnswerTarget } from './answer';

let openAnswers = 0;

/** As much of Express as n8n uses at the end of a run. */
export interface WaitingResponse extends AnswerTarget {
	json(body: unknown): unknown;
	setHeader(name: string, value: string): unknown;
	once(event: 'close', listener: () => void): unknown;
}

type Waiting = Omit<FinishedRun, 'items'>;

/** With `responseData: 'allEntries'` n8n hands over a list; anything else is its word for a failed run. */
function itemsOf(body: unknown): readonly Json[] | undefined {
	return Array.isArray(body) ? body.filter(isObject) : undefined;
}

/**
 * Turns what n8n is about to send at the end of the run into the answer that the source understands.
 * The one place that leans on n8n's inner working: in `lastNode` mode it ends every run, good or bad,
 * with `response.status(...).json(...)` on the response of this call, after setting headers on it.
 * @throws Refused `overload` when too many callers are waiting already
 */
export function answerWhenFinished(
	response: WaitingResponse,
	waiting: Waiting,
	limit: AbortSignal = AbortSignal.timeout(LIMITS.waitingMs),
): void {
	if (openAnswers >= LIMITS.openAnswers) throw new Refused('overload');
	openAnswers += 1;
	response.once('close', () => {
		openAnswers -= 1;
	});

	response.json = (body: unknown) => {
		const items = itemsOf(body);
		sendAnswer(response, finishedAnswer({ ...waiting, ...(items && { items }) }));
		return response;
	};
	limit.addEventListener('abort', () => {
		sendAnswer(response, runningAnswer(waiting.call));
		// n8n will still set headers when the run ends; on an answer that has been sent that throws.
		response.setHeader = () => response;
	});
}
