import { LIMITS, Refused } from '../../../src/endpoint';

/** As much of a request as reading it needs. */
export interface BodySource {
	readonly headers: { readonly 'content-length'?: string };
	/** There when n8n has read the body itself. */
	readonly rawBody?: Uint8Array;
	iterator(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array>;
}

/** Stops at the cap, not at the end: the caller decides how long the body is. */
async function collect(request: BodySource): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop must not destroy the connection: the refusal still has to go through it.
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		size += chunk.byteLength;
		if (size > LIMITS.bodyBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
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
export async function readBody(request: BodySource, deadline: AbortSignal): Promise<Uint8Array> {
	const announced = Number(request.headers['content-length'] ?? 0);
	if (announced > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	const body = request.rawBody ?? (await Promise.race([collect(request), onAbort(deadline)]));
	if (body === 'late') throw new Refused('bodyTooSlow');
	if (body === undefined || body.byteLength > LIMITS.bodyBytes) throw new Refused('bodyTooLarge');
	return body;
}
