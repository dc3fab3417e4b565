import type { Request } from 'express';
import { LIMITS, Refused } from '../../../src/endpoint';

/** Stops at the cap, not at the end: the caller decides how long the body is. */
async function collect(request: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.byteLength;
		if (size > LIMITS.bodyBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Its type says that it is always there; it is not. */
function bodyReadByN8n({ rawBody }: { readonly rawBody?: Uint8Array }): Uint8Array | undefined {
	return rawBody;
}

function onAbort(deadline: AbortSignal): Promise<'late'> {
	return new Promise((resolve) => {
		if (deadline.aborted) resolve('late');
		else deadline.addEventListener('abort', () => resolve('late'), { once: true });
	});
}

/**
 * The body as it was sent. n8n has read it already for the types that it parses; the others are read
 * here, because n8n's own reader inflates and takes 16 MiB.
 * @throws Refused `bodyTooLarge`, `bodyTooSlow`
 */
export async function readBody(request: Request, deadline: AbortSignal): Promise<Uint8Array> {
	const announced = Number(request.headers['content-length'] ?? 0);
	if (announced > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	const body =
		bodyReadByN8n(request) ?? (await Promise.race([collect(unclosed(request)), onAbort(deadline)]));
	if (body === 'late') throw new Refused('bodyTooSlow');
	if (body === undefined || body.byteLength > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	return body;
}

/** Leaving the loop must not destroy the connection: the refusal still has to go through it. */
function unclosed(request: Request): AsyncIterable<Uint8Array> {
	return request.iterator({ destroyOnReturn: false });
}
