/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- canaries, not secrets; not shipped */
import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isAuthorized } from '../support/authentication';
import { scimAnswer, type Answer, type Call } from '../support/loopback';
import { errorAnswer } from '../support/scimError';
import type { Description } from './description';

const CLIENT = { id: 'client-7', secret: 'client-secret-canary' } as const;
const USER = { kind: 'basic', user: 'technical', password: 'password-canary' } as const;

/** The ways in: tokens, technical users, and the token against forged requests. */
export interface Entry {
	/** The answer, unless the call may go on. */
	admit(call: Call): Answer | undefined;
	/** Adds what a GET hands out. */
	finish(call: Call, answer: Answer): Answer;
	/** What the administrator enters. */
	credential(origin: string): IDataObject;
}

export function createEntry({ token, csrf, path, entered = '' }: Description): Entry {
	const bearer = randomUUID();
	const forged = { token: randomUUID(), cookie: randomUUID() };

	function tokenFor(call: Call, client: 'basic' | 'form', answer: object): Answer {
		const form = new URLSearchParams(call.body);
		const inForm =
			form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret;
		const basic = { kind: 'basic', user: CLIENT.id, password: CLIENT.secret } as const;
		const isKnown = client === 'form' ? inForm : isAuthorized(call.headers['authorization'], basic);
		if (!isKnown || form.get('grant_type') !== 'client_credentials') {
			return scimAnswer(401, { error: 'invalid_client' });
		}
		return scimAnswer(200, { access_token: bearer, ...answer });
	}

	function isForged({ method, headers }: Call): boolean {
		if (csrf === undefined || method === 'GET') return false;
		const cookies = headers['cookie'] ?? '';
		return headers['x-csrf-token'] !== forged.token || !cookies.includes(forged.cookie);
	}

	return {
		admit(call) {
			if (token && call.path.startsWith(token.path)) {
				return tokenFor(call, token.client, token.answer);
			}
			const expected = token ? ({ kind: 'bearer', token: bearer } as const) : USER;
			if (!isAuthorized(call.headers['authorization'], expected)) {
				return errorAnswer(401, 'Authentication failed.');
			}
			if (!isForged(call)) return undefined;
			const answer = errorAnswer(403, 'CSRF token validation failed.');
			return { ...answer, headers: { ...answer.headers, 'x-csrf-token': 'Required' } };
		},
		finish(call, answer) {
			const wants = call.headers['x-csrf-token']?.toLowerCase() === 'fetch';
			if (!wants || !csrf?.startsWith(call.path.split('?')[0] ?? '')) return answer;
			const handed = {
				'x-csrf-token': forged.token,
				'set-cookie': `session=${forged.cookie}; Path=/`,
			};
			return { ...answer, headers: { ...answer.headers, ...handed } };
		},
		credential(origin) {
			const base = {
				baseUrl: `${origin}${entered}`,
				testPath: `${path.slice(entered.length)}/Users`,
			};
			if (!token) {
				return { ...base, authentication: 'basic', user: USER.user, password: USER.password };
			}
			return {
				...base,
				authentication: 'oAuth2ClientCredentials',
				tokenUrl: `${origin}${token.path}`,
				clientId: CLIENT.id,
				clientSecret: CLIENT.secret,
				clientAuthentication: token.client,
			};
		},
	};
}
