import type { Answer } from './respond';
import { Refused, type RefusalCode } from './refusal';

/** A caller that has not proved who it is. */
export class Unauthorized extends Refused {
	constructor(
		code: Extract<RefusalCode, 'unauthorized' | 'guessing'>,
		/** For the log only. */
		readonly causes: readonly string[],
		/** Value of `WWW-Authenticate`. */
		readonly challenge: string,
	) {
		super(code);
	}
}

/** Says how a caller may prove itself here: the same, whatever was wrong. */
export function withChallenge(answer: Answer, error: unknown): Answer {
	if (answer.status !== 401 || !(error instanceof Unauthorized)) return answer;
	return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': error.challenge } };
}

/** The code of a refusal, and what is behind it. */
export function describeRefusal(code: RefusalCode, error: unknown): string {
	return error instanceof Unauthorized ? `${code}: ${error.causes.join(', ')}` : code;
}
