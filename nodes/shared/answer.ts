import { ProvisioningError } from '../../src/model/errors';
import { isObject } from '../../src/model/json';
import type { HttpResponse } from '../../src/model/ports';

/** Bytes, after decompression. */
export const MAX_ANSWER = 10 * 1024 * 1024;

interface Stream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

/**
 * What n8n's request helper returns for `returnFullResponse`, read to its end.
 *
 * @throws ProvisioningError `answer.unexpected` when it is longer than {@link MAX_ANSWER}
 */
export async function readAnswer(answer: unknown, stop: AbortSignal): Promise<HttpResponse> {
	if (!isObject(answer)) return { status: 0, headers: {}, body: '' };
	return {
		status: Number(answer['statusCode']),
		headers: lowerCase(answer['headers']),
		body: await readBody(answer['body'], stop),
	};
}

async function readBody(body: unknown, stop: AbortSignal): Promise<string> {
	if (typeof body === 'string') return body;
	if (!isStream(body)) return body === undefined ? '' : JSON.stringify(body);
	try {
		return await Promise.race([collect(body), rejectOn(stop)]);
	} finally {
		// Closes the connection of an answer that was not read to its end.
		body.destroy();
	}
}

async function collect(body: Stream): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > MAX_ANSWER) throw tooLong();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** Never resolves; rejects when the signal is aborted. */
export function rejectOn(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		const abort = () => reject(signal.reason);
		if (signal.aborted) abort();
		else signal.addEventListener('abort', abort, { once: true });
	});
}

function isStream(value: unknown): value is Stream {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function tooLong(): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `The answer is longer than ${MAX_ANSWER / 1024 / 1024} MiB and was not read`,
		hint: 'Check that the address in the credential is that of the interface for users and groups.',
	});
}

function lowerCase(headers: unknown): Record<string, string> {
	if (!isObject(headers)) return {};
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
