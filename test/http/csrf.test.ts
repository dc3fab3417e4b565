import { withCsrf } from '../../src/http';
import type { Http, HttpRequest, HttpResponse } from '../../src/model/ports';

const TOKEN_PATH = '/Users?count=1';
const write = { method: 'PUT', path: '/Users/1', body: '{}' } as const;

/** Takes writes with the newest token and the cookies that came with it, and nothing else. */
function strictServer(options: { cookies?: string } = {}) {
	const { cookies = 'sid=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, lb=eu; HttpOnly' } =
		options;
	const sent: HttpRequest[] = [];
	let token = 0;
	const http: Http = {
		baseUrl: 'https://sac.example',
		async send(request): Promise<HttpResponse> {
			sent.push(request);
			await Promise.resolve();
			if (request.headers?.['x-csrf-token'] === 'Fetch') {
				const headers = { 'x-csrf-token': `t-${++token}`, 'set-cookie': cookies };
				return { status: 200, headers, body: '{}' };
			}
			const isGood =
				request.headers?.['x-csrf-token'] === `t-${token}` &&
				request.headers['cookie'] === 'sid=1; lb=eu';
			if (request.method === 'GET' || isGood) return { status: 200, headers: {}, body: '' };
			return { status: 403, headers: { 'x-csrf-token': 'Required' }, body: '' };
		},
	};
	return { http: withCsrf(http, TOKEN_PATH), sent, expire: () => (token += 1) };
}

const fetches = (sent: readonly HttpRequest[]) =>
	sent.filter(({ headers }) => headers?.['x-csrf-token'] === 'Fetch');

test('reading needs no token', async () => {
	const { http, sent } = strictServer();
	await http.send({ method: 'GET', path: '/Users' });
	expect(sent).toHaveLength(1);
	expect(sent[0]?.headers).toBeUndefined();
});

test('a write carries the token and the cookies that came with it; the token serves all', async () => {
	const { http, sent } = strictServer();
	const answers = await Promise.all([1, 2, 3].map(() => http.send(write)));
	answers.push(await http.send(write));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	expect(fetches(sent)).toMatchObject([{ method: 'GET', path: TOKEN_PATH }]);
	expect(fetches(sent)[0]?.body).toBeUndefined();
});

test('a token that is no longer good is fetched anew, once for all', async () => {
	const { http, sent, expire } = strictServer();
	await http.send(write);
	expire();
	const answers = await Promise.all([http.send(write), http.send(write)]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	expect(fetches(sent)).toHaveLength(2);
});

test('a server that asks for a token again and again is believed after one renewal', async () => {
	const { http, sent } = strictServer({ cookies: 'other=1' });
	expect((await http.send(write)).status).toBe(403);
	expect(fetches(sent)).toHaveLength(2);
});

test.each([
	['a 403 for another reason', { status: 403, headers: {}, body: '' }],
	['any other refusal', { status: 409, headers: { 'x-csrf-token': 'Required' }, body: '' }],
])('%s is the answer', async (_, answer) => {
	let calls = 0;
	const http = withCsrf(
		{ send: async () => (++calls === 1 ? { ...answer, status: 200 } : answer) },
		TOKEN_PATH,
	);
	expect(await http.send(write)).toEqual(answer);
	expect(calls).toBe(2);
});

test('who gives no token refuses the write, and is asked again for the next one', async () => {
	let down = true;
	const sent: string[] = [];
	const http = withCsrf(
		{
			async send({ method }) {
				sent.push(method);
				return { status: down ? 503 : 200, headers: {}, body: '' };
			},
		},
		TOKEN_PATH,
	);
	expect((await http.send(write)).status).toBe(503);
	down = false;
	expect((await http.send(write)).status).toBe(200);
	expect(sent).toEqual(['GET', 'GET', 'PUT']);
});
