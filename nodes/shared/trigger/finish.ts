import {
	finishedAnswer,
	LIMITS,
	Refused,
	refusalAnswer,
	runningAnswer,
	type Answer,
	type FinishedRun,
	type Translate,
} from '../../../src/endpoint';
import { isObject, member, type Json } from '../../../src/model/json';
import { sendAnswer, type AnswerTarget } from './answer';

let openAnswers = 0;

/** As much of Express as n8n uses at the end of a run. */
export interface WaitingResponse extends AnswerTarget {
	json(body: unknown): unknown;
	setHeader(name: string, value: string): unknown;
	once(event: 'close', listener: () => void): unknown;
}

interface Waiting extends Omit<FinishedRun, 'items'> {
	readonly translate?: Translate;
}

const asItIs: Translate = (answer) => answer;

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
	const { translate = asItIs, ...run } = waiting;
	if (openAnswers >= LIMITS.openAnswers) throw new Refused('overload');
	openAnswers += 1;
	response.once('close', () => {
		openAnswers -= 1;
	});

	response.json = (body: unknown) => {
		const items = itemsOf(body);
		sendAnswer(response, translate(finishedAnswer({ ...run, ...(items && { items }) })));
		return response;
	};
	limit.addEventListener('abort', () => {
		sendAnswer(response, translate(runningAnswer(run.call)));
		// n8n will still set headers when the run ends; on an answer that has been sent that throws.
		response.setHeader = () => response;
	});
}

/**
 * The same for a caller that does not wait: n8n sends `webhookResponse` once the execution is stored.
 * Anything else that it sends is its word for an execution that could not be.
 */
export function answerWhenReceived(
	response: Pick<WaitingResponse, keyof AnswerTarget | 'json'>,
	accepted: Answer,
	translate: Translate,
): void {
	response.json = (body: unknown) => {
		const isStored = isObject(body) && member(body, 'status') === member(accepted.body, 'status');
		sendAnswer(response, translate(isStored ? accepted : refusalAnswer('fault')));
		return response;
	};
}
