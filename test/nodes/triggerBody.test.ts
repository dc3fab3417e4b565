/* eslint-disable @n8n/community-nodes/no-restricted-imports -- streams, in the place of a request */
import { PassThrough } from 'node:stream';
import { readBody } from '../../nodes/shared/trigger/body';
import { codeOf, LIMITS } from '../../src/endpoint';

function request(parts: { rawBody?: Buffer; headers?: Record<string, string> } = {}) {
	const stream = new PassThrough();
	return Object.assign(stream, { headers: {}, ...parts });
}
const read = (source: ReturnType<typeof request>, deadline = new AbortController().signal) =>
	readBody(source, deadline);
const code = (reading: Promise<unknown>) => reading.then(() => 'read', codeOf);

test('A4: a body that does not end in time is refused', async () => {
	const deadline = new AbortController();
	const slow = request();
	const reading = code(read(slow, deadline.signal));
	slow.write('{"id"');
	deadline.abort();
	expect(await reading).toBe('bodyTooSlow');
	expect(await code(read(request(), AbortSignal.abort()))).toBe('bodyTooSlow');
});

test('A1: the cap is a border, whoever has read the body', async () => {
	for (const [size, expected] of [
		[LIMITS.bodyBytes, 'read'],
		[LIMITS.bodyBytes + 1, 'bodyTooLarge'],
	] as const) {
		const own = request();
		own.end(Buffer.alloc(size));
		expect(await code(read(own))).toBe(expected);
		expect(await code(read(request({ rawBody: Buffer.alloc(size) })))).toBe(expected);
	}
});

test('A1: reading stops at the cap, not at the end', async () => {
	const endless = request();
	const reading = code(read(endless));
	const chunk = Buffer.alloc(64 * 1024);
	for (let sent = 0; sent <= LIMITS.bodyBytes; sent += chunk.length) endless.write(chunk);
	expect(await reading).toBe('bodyTooLarge');
	expect(endless.destroyed).toBe(false);
});

test('A1: a length that is announced is believed when it is too much', async () => {
	const headers = { 'content-length': String(LIMITS.bodyBytes + 1) };
	expect(await code(read(request({ headers })))).toBe('bodyTooLarge');
});

test('A5: a caller that goes away is an error, not half a body', async () => {
	const broken = request();
	const reading = code(read(broken));
	broken.write('{"id"');
	broken.destroy(new Error('aborted'));
	expect(await reading).toBe('fault');
});
