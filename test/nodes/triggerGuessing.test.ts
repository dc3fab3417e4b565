import { LIMITS } from '../../src/endpoint';
import { PASSWORD, send, serveTrigger, triggerEngine, triggerNode, TRIGGER, USER } from './trigger';

// Failures of an address are counted over all tests of a file: so each has its own hour.
const start = Date.now();
let hours = 0;
beforeEach(() => {
	hours += 1;
	jest.spyOn(Date, 'now').mockReturnValue(start + hours * 3_600_000);
});
afterEach(() => jest.restoreAllMocks());

async function guessTimes(times: number, guess: () => ReturnType<typeof send>) {
	const statuses: number[] = [];
	for (let attempt = 0; attempt < times; attempt += 1) statuses.push((await guess()).status);
	return {
		allowed: new Set(statuses.slice(0, LIMITS.failuresPerMinute)),
		limited: statuses.slice(LIMITS.failuresPerMinute),
	};
}

test('B15: failures of an address are limited, callers that are right are not', async () => {
	const server = await serveTrigger();
	const url = `${server.entities}/user`;
	const guess = () => send(url, { method: 'GET', headers: { authorization: 'Basic eDp5' } });
	const { allowed, limited } = await guessTimes(LIMITS.failuresPerMinute + 5, guess);
	expect(allowed).toEqual(new Set([401]));
	expect(limited).toEqual([429, 429, 429, 429, 429]);

	const last = await guess();
	expect(last.headers.get('retry-after')).toBe('60');
	expect(last.json).toMatchObject({ status: '429' });
	expect((await send(url, { body: '"u1"' })).status).toBe(202);
	expect(server.started).toHaveLength(1);
	await server.close();
});

test('B15: guesses at the token endpoint are limited together with the others', async () => {
	const client = { clientId: 'client', clientSecret: 'a-secret-of-the-client-that-is-long' };
	const server = await serveTrigger({ secrets: { ...client, authentication: ['oAuth2'] } });
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = 'grant_type=client_credentials';
	const guess = () => send(`${server.system}/oauth2/token`, { body, headers });
	const { allowed, limited } = await guessTimes(LIMITS.failuresPerMinute + 2, guess);
	expect(allowed).toEqual(new Set([401]));
	expect(limited).toEqual([429, 429]);
	expect((await send(`${server.entities}/user`, { method: 'GET' })).status).toBe(429);
	await server.close();
});

test('a refusal is one line in the log, without any value; of one cause at most ten a minute', async () => {
	const engine = triggerEngine({});
	const webhook = { httpMethod: 'POST', node: TRIGGER, path: '', workflowId: 'w1' } as const;
	const description = { name: 'default', httpMethod: 'POST', path: '' } as const;
	const { logger } = engine.hookContext(engine.workflow([triggerNode({})]), TRIGGER, {
		...webhook,
		webhookDescription: description,
	});
	const warn = jest.spyOn(logger, 'warn').mockReturnValue();
	const server = await serveTrigger();
	const body = '{"id":"canary-id",}';
	for (let call = 0; call < 12; call += 1) await send(`${server.entities}/user`, { body });
	const lines = warn.mock.calls.map(([line]) => line);
	const line = /^Call refused \(notJson\) from [0-9a-f]{12}$/;
	expect(lines).toEqual([
		...Array.from({ length: LIMITS.logLinesPerMinute - 1 }, () => expect.stringMatching(line)),
		expect.stringMatching(/; more of this minute are not logged$/),
	]);
	expect(JSON.stringify(warn.mock.calls)).not.toMatch(new RegExp(`canary|${USER}|${PASSWORD}`));
	await server.close();
});
