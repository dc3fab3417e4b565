/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server; not shipped */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { IDataObject } from 'n8n-workflow';
import { isAuthorized } from '../support/authentication';
import { createCertificates } from '../support/certificates';
import { headersOf, listenOnLoopback, readText, writeAnswer } from '../support/loopback';
import type { Answer, Call } from '../support/loopback';
import { readJson } from './values';

export type Proof = 'basic' | 'oAuth2ClientCredentials' | 'certificate';

/** What a tenant of SAP Identity Provisioning has been told. */
export interface Told {
	readonly method: string;
	readonly type: string;
	readonly id: unknown;
}

export interface Tenant {
	readonly told: Told[];
	readonly credential: IDataObject;
	/** PEM of who vouches for the server. */
	readonly authority: string;
	/** Answers the next calls, one after the other. */
	answer(...answers: readonly Answer[]): void;
	close(): Promise<void>;
}

const SYSTEM = '/ipsproxy/service/api/v1/systems/3f9c2d1e-prod';
const USER = { kind: 'basic', user: 'rt-client', password: 'rt-secret-canary' } as const;
const TOKEN = { kind: 'bearer', token: 'rt-token-canary' } as const;

/** The real-time endpoint of one source system, which wants one proof. */
export async function startTenant(proof: Proof): Promise<Tenant> {
	const { authority, server, client } = createCertificates();
	const told: Told[] = [];
	const scripted: Answer[] = [];

	function isKnown({ headers }: Call, request: IncomingMessage): boolean {
		if (proof === 'basic') return isAuthorized(headers['authorization'], USER);
		if (proof === 'oAuth2ClientCredentials') return isAuthorized(headers['authorization'], TOKEN);
		return request.socket instanceof TLSSocket && request.socket.authorized;
	}

	function answerTo(call: Call, request: IncomingMessage): Answer {
		if (call.path === '/oauth2/token') {
			if (!isAuthorized(call.headers['authorization'], USER)) return { status: 401 };
			const body = JSON.stringify({ access_token: TOKEN.token, token_type: 'bearer' });
			return { status: 200, headers: { 'content-type': 'application/json' }, body };
		}
		if (!isKnown(call, request)) return { status: 401 };
		const [, type = ''] = new RegExp(`^${SYSTEM}/entities/(user|group)$`).exec(call.path) ?? [];
		if (type === '') return { status: 404 };
		const answer = scripted.shift() ?? { status: 202 };
		if (answer.status < 300) {
			told.push({ method: call.method, type, id: readJson(call.body)['id'] });
		}
		return answer;
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = '', url: path = '' } = request;
		const call = { method, path, headers: headersOf(request), body: await readText(request) };
		writeAnswer(response, answerTo(call, request));
	}

	const listener = (request: IncomingMessage, response: ServerResponse) =>
		void serve(request, response);
	const tls = { ca: authority, cert: server.certificate, key: server.key };
	const isSecure = proof === 'certificate';
	const loopback = await listenOnLoopback(
		isSecure
			? createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: true }, listener)
			: createServer(listener),
	);
	const origin = isSecure ? loopback.origin.replace('http:', 'https:') : loopback.origin;
	const fields: Readonly<Record<Proof, IDataObject>> = {
		basic: { user: USER.user, password: USER.password },
		oAuth2ClientCredentials: {
			tokenUrl: `${origin}/oauth2/token`,
			clientId: USER.user,
			clientSecret: USER.password,
		},
		certificate: { clientCertificate: client.certificate, privateKey: client.key },
	};
	return {
		told,
		authority,
		credential: { baseUrl: `${origin}${SYSTEM}`, authentication: proof, ...fields[proof] },
		answer: (...answers) => void scripted.push(...answers),
		close: () => loopback.close(),
	};
}
