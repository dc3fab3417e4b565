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
	if (bytes !== undefined) return Buffer.from(bytes.replaceAll(' ', ''), 'hex');
	return Buffer.from(textOf(body), 'utf8');
}

/**
 * Piece by piece, until the other side has answered: writing to a connection that it has closed would
 * destroy the answer. Whoever refuses a long body does so before it comes, so that one waits a second.
 */
async function writeBody(socket, body, answered) {
	const size = 64 * 1024;
	const isLong = body.length >= 16 * size;
	if (isLong) await Promise.race([answered, sleep(1_000, undefined, { ref: false })]);
	for (let at = 0; at < body.length && socket.bytesRead === 0 && socket.writable; at += size) {
		await new Promise((written) => socket.write(body.subarray(at, at + size), written));
	}
}

/**
 * @param {string} origin `http://127.0.0.1:<port>`
 * @param {{ method?: string, path: string, headers?: Record<string, unknown>, body?: unknown, bytes?: string }} call
 *   a header with a list as value is sent once for each entry
 * @returns {Promise<{ status: number, headers: string, body: string }>}
 */
export function send(origin, { method = 'POST', path, headers = {}, ...rest }) {
	const body = bodyOf(rest);
	const { hostname, port } = new URL(origin);
	const all = {
		host: `${hostname}:${port}`,
		connection: 'close',
		'content-length': body.length,
		...headers,
	};
	const lines = Object.entries(all).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [textOf(value)]).map((one) => `${name}: ${one}`),
	);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), hostname);
		const chunks = [];
		const finish = (error) => {
			const text = Buffer.concat(chunks).toString('utf8');
			const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
			if (status === undefined) return reject(error ?? new Error(`No answer to ${method} ${path}`));
			const gap = text.indexOf('\r\n\r\n');
			resolve({ status: Number(status), headers: text.slice(0, gap), body: text.slice(gap + 4) });
		};
		socket.setTimeout(30_000, () => socket.destroy(new Error('No answer within 30 s')));
		socket.on('data', (chunk) => chunks.push(chunk));
		// A server that refuses a long body closes while we still write: its answer counts, not the reset.
		socket.on('error', finish);
		socket.on('close', () => finish());
		socket.write(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
		writeBody(socket, body, new Promise((answer) => socket.once('data', answer)));
	});
}
