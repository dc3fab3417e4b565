/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- loopback servers and canaries; not shipped */
import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { MAX_ANSWER } from '../../../nodes/shared/answer';
import { ProvisioningError } from '../../../src/model/errors';
import type { HttpRequest } from '../../../src/model/ports';
import { sendFromNode, startRecorder, type Recorder } from './probe';

const SECRET = 'canary-7f3a';
const get: HttpRequest = { method: 'GET', path: '/Users?count=1' };

let server: Recorder | undefined;
afterEach(() => server?.close());

async function against(answer: RequestListener, credential: IDataObject = {}, request = get) {
	server = await startRecorder(answer);
	const [result] = await sendFromNode(
		{ baseUrl: server.origin, authentication: 'bearer', token: SECRET, ...credential },
		[request],
	);
	return { result, calls: server.calls, origin: server.origin };
}

test.each(['', '/', '/scim/v2', '/scim/v2/'])(
	'joins the path to a base URL ending in %j',
	async (end) => {
		server = await startRecorder((_, response) => response.end());
		await sendFromNode({ baseUrl: server.origin + end, authentication: 'bearer', token: 't' }, [
			get,
		]);
		expect(server.calls.map(({ path }) => path)).toEqual([
			`${end.replace(/\/$/, '')}/Users?count=1`,
		]);
	},
);

test('sends body and headers as they are, and no others of our making', async () => {
	const body = '{ "userName":"ÿ\\u00e9" , "n": 1.0 }';
	const headers = { 'content-type': 'application/scim+json', 'if-match': 'W/"1"' };
	const { calls } = await against(
		(_, response) => response.end(),
		{},
		{
			method: 'PATCH',
			path: '/Users/1',
			headers,
			body,
		},
	);
	expect(calls[0]?.body).toBe(body);
	expect(calls[0]?.headers).toMatchObject({ ...headers, authorization: `Bearer ${SECRET}` });
	expect(Object.keys(calls[0]?.headers ?? {}).sort()).toEqual([
		'accept',
		'accept-encoding',
		'authorization',
		'connection',
		'content-length',
		'content-type',
		'host',
		'if-match',
		'user-agent',
	]);
});

test.each([200, 201, 204, 302, 400, 401, 404, 409, 429, 500, 503])(
	'takes status %d as an answer, from one request',
	async (status) => {
		const { result, calls } = await against((_, response) => {
			response.writeHead(status, { location: '/elsewhere', 'X-Custom': 'yes' });
			response.end(status === 204 ? undefined : '{"detail":"Grüße"}');
		});
		expect(result).toMatchObject({ status, headers: { 'x-custom': 'yes' } });
		expect(result).toHaveProperty('body', status === 204 ? '' : '{"detail":"Grüße"}');
		expect(calls).toHaveLength(1);
	},
);

describe('a token that expired', () => {
	const credential = (origin: string): IDataObject => ({
		baseUrl: origin,
		authentication: 'oAuth2ClientCredentials',
		tokenUrl: `${origin}/token`,
		clientId: 'client',
		clientSecret: SECRET,
		accessToken: 'expired',
	});

	function answerFor(valid: string): RequestListener {
		return (request, response) => {
			if (request.url === '/token') {
				response.end(JSON.stringify({ access_token: 'fresh', token_type: 'Bearer' }));
				return;
			}
			response.statusCode = request.headers.authorization === `Bearer ${valid}` ? 200 : 401;
			response.end('{"detail":"Token expired"}');
		};
	}

	test('is fetched again once, and serves the calls after it', async () => {
		server = await startRecorder(answerFor('fresh'));
		const results = await sendFromNode(credential(server.origin), [get, get]);
		expect(results).toMatchObject([{ status: 200 }, { status: 200 }]);
		expect(server.calls.map(({ path }) => path)).toEqual([get.path, '/token', get.path, get.path]);
	});

	test.each([
		['no token yet', ''],
		['a token that has just ended', 'expired'],
	])('%s: one is fetched for ten requests at once', async (_, accessToken) => {
		server = await startRecorder(answerFor('fresh'));
		const { origin } = server;
		const requests = new Array(10).fill(get);
		const results = await sendFromNode({ ...credential(origin), accessToken }, requests, 'atOnce');
		expect(results.map((result) => result.status)).toEqual(new Array(10).fill(200));
		expect(server.calls.filter(({ path }) => path === '/token')).toHaveLength(1);
	});

	test('a token endpoint that is down for the first request is asked again by the second', async () => {
		let asked = 0;
		const answer = answerFor('fresh');
		server = await startRecorder((request, response) => {
			if (request.url !== '/token' || ++asked > 1) return answer(request, response);
			response.writeHead(503).end();
		});
		const empty = { ...credential(server.origin), accessToken: '' };
		const results = await sendFromNode(empty, [get, get, get], 'atOnce');
		expect(results).toMatchObject([
			{ code: 'server.unavailable' },
			{ status: 200 },
			{ status: 200 },
		]);
		expect(asked).toBe(2);
	});

	test('stays an answer when the fresh one is refused too', async () => {
		server = await startRecorder(answerFor('none'));
		const [result] = await sendFromNode(credential(server.origin), [get]);
		expect(result).toMatchObject({ status: 401, body: '{"detail":"Token expired"}' });
		expect(server.calls).toHaveLength(3);
	});
});

describe('without an answer', () => {
	const broken: Array<[string, string, RequestListener, Partial<HttpRequest>]> = [
		['stalls', 'connection.timeout', () => {}, { timeout: 500 }],
		['stalls in the middle', 'connection.timeout', (_, to) => void to.write('{'), { timeout: 500 }],
		['hangs up', 'connection.broken', (request) => request.socket.destroy(), {}],
		[
			'hangs up in the middle',
			'connection.broken',
			(_, response) => {
				response.writeHead(200, { 'content-length': 100 });
				response.write('{', () => response.destroy());
			},
			{},
		],
		[
			'never ends (E21)',
			'answer.unexpected',
			(_, response) => void response.end(Buffer.alloc(MAX_ANSWER + 1, 32)),
			{},
		],
	];

	test.each(broken)('a server that %s is %s', async (_, code, answer, request) => {
		const { result, calls, origin } = await against(answer, {}, { ...get, ...request });
		expect(result).toBeInstanceOf(ProvisioningError);
		expect(result).toMatchObject({ code });
		expect(calls).toHaveLength(1);
		expect(inspect(result, { depth: 9, showHidden: true })).not.toContain(SECRET);
		if (code !== 'answer.unexpected') {
			expect(result).toHaveProperty('message', expect.stringContaining(new URL(origin).host));
		}
	});

	test('a closed port is connection.refused', async () => {
		server = await startRecorder(() => {});
		await server.close();
		const [result] = await sendFromNode(
			{ baseUrl: server.origin, authentication: 'basic', user: 'u', password: SECRET },
			[get],
		);
		expect(result).toMatchObject({ code: 'connection.refused', retryable: true });
		expect(inspect(result, { depth: 9, showHidden: true })).not.toContain(SECRET);
		server = undefined;
	});

	test('a call that is cancelled is connection.cancelled', async () => {
		const abort = new AbortController();
		const { result } = await against(() => abort.abort(), {}, { ...get, signal: abort.signal });
		expect(result).toMatchObject({ code: 'connection.cancelled' });
	});
});

test('the credential is read once, however many requests follow', async () => {
	server = await startRecorder((_, response) => response.end());
	const { origin } = server;
	let reads = 0;
	const results = await sendFromNode(async () => {
		reads++;
		return { baseUrl: origin, authentication: 'bearer', token: SECRET };
	}, [get, get, get]);
	expect(results).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }]);
	expect(reads).toBe(1);
});

test('a secret is not sent to an address without encryption', async () => {
	const credential = {
		baseUrl: 'http://scim.example.com',
		authentication: 'bearer',
		token: SECRET,
	};
	await expect(sendFromNode(credential, [get])).rejects.toThrow('would send secrets unencrypted');
});

test.each([
	['password', { authentication: 'basic', user: 'u', password: '' }],
	['token', { authentication: 'bearer', token: '' }],
	['kind', { authentication: 'none' }],
])('an empty %s lets nobody in', async (_, credential) => {
	const { result, calls } = await against((_request, response) => response.end(), credential);
	expect(result).toMatchObject({ code: 'configuration.invalid' });
	expect(calls).toHaveLength(0);
});
