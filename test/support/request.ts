/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback client for tests; not shipped */
import { request } from 'node:http';
import { headersOf, readText, type Answer, type Call } from './loopback';

/** They belong to one connection, not to the message. */
const HOP_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

function withoutHopHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !HOP_HEADERS.includes(name)),
	);
}

/** One request over plain HTTP with nothing added to it, on a connection of its own. */
export function send(origin: string, call: Call): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const headers = {
			...withoutHopHeaders(call.headers),
			...(call.body === '' ? {} : { 'content-length': String(Buffer.byteLength(call.body)) }),
		};
		const outgoing = request(
			new URL(call.path, origin),
			{ method: call.method, headers, agent: false },
			(response) => {
				readText(response).then(
					(body) =>
						resolve({
							status: response.statusCode ?? 0,
							headers: withoutHopHeaders(headersOf(response)),
							body,
						}),
					reject,
				);
			},
		);
		outgoing.on('error', reject);
		outgoing.end(call.body);
	});
}
