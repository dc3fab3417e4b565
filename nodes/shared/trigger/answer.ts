import type { Response } from 'express';
import type { Answer } from '../../../src/endpoint';

/** Writes an answer of ours past n8n; a caller that has gone is no reason for an error. */
export function sendAnswer(response: Response, { status, headers, body }: Answer): void {
	if (response.headersSent || response.destroyed) return;
	const text = body === undefined ? '' : JSON.stringify(body);
	const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(text) };
	response.writeHead(status, { ...headers, ...length });
	response.end(text);
}
