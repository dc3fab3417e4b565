import type { Answer } from '../../../src/endpoint';

/** As much of a response as an answer needs. */
export interface AnswerTarget {
	readonly headersSent: boolean;
	readonly destroyed: boolean;
	writeHead(status: number, headers: Record<string, string | number>): unknown;
	end(text: string): unknown;
}

/** Writes an answer of ours past n8n; a caller that has gone is no reason for an error. */
export function sendAnswer(
	response: AnswerTarget,
	{ status, headers, body, text: own }: Answer,
): void {
	if (response.headersSent || response.destroyed) return;
	const text = own ?? (body === undefined ? '' : JSON.stringify(body));
	const written: Record<string, string | number> = { ...headers };
	if (status !== 204) written['Content-Length'] = Buffer.byteLength(text);
	response.writeHead(status, written);
	response.end(text);
}
