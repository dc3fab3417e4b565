/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { request as send } from 'node:http';
import type { Fault, WireFault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import { headersOf, readText, type Answer, type Call } from './loopback';

export interface FaultyProxy extends FaultyServer<WireFault> {
	/** Takes the place of the base URL of the server behind it. */
	readonly url: string;
}

/** The connection to the caller is not the one to the server behind. */
const HOP_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

function withoutHopHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !HOP_HEADERS.includes(name)),
	);
}

function forward(origin: string, call: Call): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const headers = {
			...withoutHopHeaders(call.headers),
			'content-length': String(Buffer.byteLength(call.body)),
		};
		const outgoing = send(
			new URL(call.path, origin),
			{ method: call.method, headers, agent: false },
			(response) => {
				readText(response).then(
					(body) =>
						resolve({
							status: response.statusCode ?? 502,
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

/** Stands before a real server and adds the faults that this server cannot have by itself. */
export async function startFaultyProxy(options: {
	/** Base URL of the server behind. */
	target: string;
	faults?: readonly Fault<WireFault>[];
}): Promise<FaultyProxy> {
	const { origin, pathname } = new URL(options.target);
	const server = await startFaultyServer({
		faults: options.faults,
		apply: (call) => forward(origin, call),
	});
	return { ...server, url: `${server.origin}${pathname.replace(/\/$/, '')}` };
}
