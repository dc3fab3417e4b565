// Requests byte by byte: a well-behaved client would mend or refuse what the hostile calls need.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `{ prefix, unit, times, suffix }` stands for a text too long to be written down. */
export function textOf(value) {
	if (typeof value !== 'object' || value === null) return value ?? '';
	const { prefix, unit, times, suffix = '' } = value;
	return prefix + unit.repeat(times) + suffix;
}

function bodyOf({ body, bytes }) {
	if (Buffer.isBuffer(body)) return body;
	if (bytes !== undefined) return Buffer.from(bytes.replaceAll(' ', ''), 'hex');
	return Buffer.from(textOf(body), 'utf8');
}

/** Asked for by `Expect`; the answer itself comes behind it. */
const interim = /^HTTP\/1\.1 100 Continue\r\n\r\n/;

/** Every call may come from an address of its own: all of 127.0.0.0/8 is this machine (on Linux). */
export function addressFor(number) {
	return `127.${1 + (number >> 16)}.${(number >> 8) & 255}.${1 + (number % 250)}`;
}

/**
 * Piece by piece, until the other side has answered: writing to a connection that it has closed would
 * destroy the answer. Whoever refuses a long body does so before it comes, so that one waits a second; and for
 * the refusal of what is above n8n's own limit as long as a busy machine may need.
 */
async function writeBody(socket, body, answered) {
	const size = 64 * 1024;
	const isLong = body.length >= 16 * size;
	const wait = body.length > 256 * size ? 10_000 : 1_000;
	if (isLong) await Promise.race([answered, sleep(wait, undefined, { ref: false })]);
	for (let at = 0; at < body.length && socket.bytesRead === 0 && socket.writable; at += size) {
		await new Promise((written) => socket.write(body.subarray(at, at + size), written));
	}
}

/**
 * Sends bytes and reads what comes back until the connection ends.
 * @param {{ from?: string, patience?: number, resets?: boolean }} options address to call from, how long an
 *   answer may take (ms), and whether the connection is reset then
 * @returns {Promise<{ status?: number, headers: string, body: string }>} without a status when there was
 *   no answer at all
 */
export function sendBytes(origin, head, body, { from, patience = 30_000, resets = false } = {}) {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve) => {
		const socket = connect({ port: Number(port), host: hostname, localAddress: from });
		const chunks = [];
		const finish = () => {
			const text = Buffer.concat(chunks).toString('utf8').replace(interim, '');
			const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
			if (status === undefined) return resolve({ headers: '', body: text });
			const gap = text.indexOf('\r\n\r\n');
			resolve({ status: Number(status), headers: text.slice(0, gap), body: text.slice(gap + 4) });
		};
		socket.setTimeout(patience, () => (resets ? socket.resetAndDestroy() : socket.destroy()));
		socket.on('data', (chunk) => chunks.push(chunk));
		// A server that refuses a long body closes while we still write: its answer counts, not the reset.
		socket.on('error', finish);
		socket.on('close', finish);
		socket.write(head);
		writeBody(socket, body, new Promise((answer) => socket.once('data', answer)));
	});
}

/** Of a request: everything up to its body. A header that is `null` is left out. */
export function headOf(origin, { method = 'POST', path, headers = {} }, length) {
	const all = { host: new URL(origin).host, connection: 'close', ...length, ...headers };
	const lines = Object.entries(all)
		.filter(([, value]) => value !== null)
		.flatMap(([name, value]) =>
			(Array.isArray(value) ? value : [textOf(value)]).map((one) => `${name}: ${one}`),
		);
	return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}

function chunksOf(body) {
	const size = `${body.length.toString(16)}\r\n`;
	return Buffer.concat([Buffer.from(size), body, Buffer.from('\r\n0\r\n\r\n')]);
}

/**
 * @param {string} origin `http://127.0.0.1:<port>`
 * @param {{ method?: string, path: string, headers?: Record<string, unknown>, body?: unknown, bytes?: string, chunked?: boolean, from?: string, patience?: number }} call
 *   a header with a list as value is sent once for each entry
 */
export async function send(origin, { from, patience, chunked = false, ...call }) {
	const body = bodyOf(call);
	const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': body.length };
	const head = headOf(origin, call, length);
	const options = { from, patience };
	const answer = await sendBytes(origin, head, chunked ? chunksOf(body) : body, options);
	if (answer.status !== undefined) return answer;
	throw new Error(`No answer to ${head}${body.toString('latin1').slice(0, 300)}`);
}
