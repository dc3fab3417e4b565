/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Json } from '../../src/model/json';

/** One request as it came in. */
export interface Call {
	readonly method: string;
	/** With the query, as it was sent. */
	readonly path: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

export interface Loopback {
	/** `http://127.0.0.1:<port>` */
	readonly origin: string;
	/** From now on nothing listens on the port. */
	refuse(): Promise<void>;
	/** Listens again, on the same port. */
	resume(): Promise<void>;
	close(): Promise<void>;
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server is not open.');
	return address.port;
}

async function open(server: Server, port: number): Promise<void> {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
}

async function shut(server: Server): Promise<void> {
	if (!server.listening) return;
	const closed = once(server, 'close');
	server.close();
	// Stalled and kept-alive connections would hold the server open for ever.
	server.closeAllConnections();
	await closed;
}

export async function listenOnLoopback(server: Server): Promise<Loopback> {
	await open(server, 0);
	const port = portOf(server);
	return {
		origin: `http://127.0.0.1:${port}`,
		refuse: () => shut(server),
		resume: () => open(server, port),
		close: () => shut(server),
	};
}

export function headersOf(message: IncomingMessage): Record<string, string> {
	return Object.fromEntries(
		Object.entries(message.headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}

export async function readText(message: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
}

export function writeAnswer(response: ServerResponse, answer: Answer): void {
	const body = answer.body ?? '';
	const length = answer.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
	response.writeHead(answer.status, { ...answer.headers, ...length });
	response.end(answer.status === 204 ? undefined : body);
}

export function scimAnswer(status: number, body: Json, headers = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/scim+json', ...headers },
		body: JSON.stringify(body),
	};
}
