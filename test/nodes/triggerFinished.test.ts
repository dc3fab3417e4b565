/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a stand-in for a response; not shipped */
import { EventEmitter } from 'node:events';
import { answerWhenFinished } from '../../nodes/shared/trigger/finish';
import { codeOf, LIMITS } from '../../src/endpoint';
import { outcomeTarget } from './outcomeTarget';
import { send, serveTrigger, type ServedTrigger } from './trigger';

describe('C15: the source waits for the end of the run', () => {
	let server: ServedTrigger;
	beforeAll(async () => {
		server = await serveTrigger({ parameters: { respond: 'finished' }, target: outcomeTarget() });
	});
	afterAll(() => server.close());

	test.each<[string, string, number, object]>([
		[
			'all well',
			'["updated","alreadyProvisioned"]',
			200,
			{ status: 'SUCCESS', ids: ['updated', 'alreadyProvisioned'] },
		],
		[
			'failed for good',
			'["updated","failed.request.rejected"]',
			422,
			{ status: '422', detail: 'The target scim-system did not take the change: request.' },
		],
		['failed, may be repeated', '"failed.later"', 503, { status: '503' }],
		[
			'held, on an output that nothing is connected to',
			'"held"',
			202,
			{ id: 'held', status: 'ACCEPTED' },
		],
		['the run failed', '"throws"', 503, { detail: 'The run failed.' }],
	])('row 48: %s', async (_name, body, status, json) => {
		const before = server.started.length;
		expect(await send(`${server.entities}/user`, { body })).toMatchObject({ status, json });
		expect(server.started).toHaveLength(before + 1);
	});

	test('DELETE is answered with 204 and no body', async () => {
		const answer = await send(`${server.entities}/user/disabled`, { method: 'DELETE' });
		expect(answer).toMatchObject({ status: 204, text: '' });
	});

	test('Retry-After is what the target asked for', async () => {
		const answer = await send(`${server.entities}/user`, { body: '"failed.later"' });
		expect(answer.headers.get('retry-after')).toBe('90');
		expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
	});

	test('refusals do not wait for anything', async () => {
		const before = server.started.length;
		expect((await send(`${server.entities}/user`, { body: '{' })).status).toBe(400);
		expect(server.started).toHaveLength(before);
	});
});

test('a lenient source hears of a failure with 200', async () => {
	const parameters = { respond: 'finished', options: { failureStatus: 200 } };
	const server = await serveTrigger({ parameters, target: outcomeTarget() });
	const answer = await send(`${server.entities}/user`, { body: '"failed.x"' });
	expect(answer).toMatchObject({ status: 200, json: { id: 'failed.x', status: 'ERROR' } });
	await server.close();
});

/** As much of Express as n8n touches at the end of a run. */
class FakeResponse extends EventEmitter {
	headersSent = false;
	destroyed = false;
	readonly written: Array<{ status: number; body: string }> = [];
	private status = 0;

	writeHead(status: number) {
		this.headersSent = true;
		this.status = status;
	}
	end(body: string) {
		this.written.push({ status: this.status, body });
		this.emit('close');
	}
	setHeader() {
		if (this.headersSent) throw new Error('ERR_HTTP_HEADERS_SENT');
	}
	json(body: unknown): unknown {
		void body;
		throw new Error('the answer was not taken over');
	}
}

function wait(limit: AbortSignal) {
	const fake = new FakeResponse();
	const waiting = { method: 'POST', call: { id: 'u1' }, isLenient: false };
	answerWhenFinished(fake, waiting, limit);
	return fake;
}

describe('the wait limit', () => {
	test('C3, row 24: after it the source hears that the run goes on, and n8n can still finish', () => {
		const limit = new AbortController();
		const fake = wait(limit.signal);
		limit.abort();
		expect(fake.written).toEqual([{ status: 202, body: '{"id":"u1","status":"RUNNING"}' }]);
		fake.setHeader();
		fake.json([]);
		expect(fake.written).toHaveLength(1);
	});

	test('an answer in time is the only one', () => {
		const limit = new AbortController();
		const fake = wait(limit.signal);
		fake.json([{ outcome: { state: 'created' } }]);
		limit.abort();
		expect(fake.written.map(({ status }) => status)).toEqual([200]);
	});

	test('a caller that has gone gets nothing, and nothing breaks', () => {
		const fake = wait(new AbortController().signal);
		fake.destroyed = true;
		fake.emit('close');
		fake.json([]);
		expect(fake.written).toEqual([]);
	});

	test('C14: beyond the cap of waiting callers the next is told to come back', () => {
		const waiting = Array.from({ length: LIMITS.openAnswers }, () =>
			wait(new AbortController().signal),
		);
		const attempt = () => wait(new AbortController().signal);
		expect(attempt).toThrow();
		const [first] = waiting;
		first?.json([]);
		expect(attempt).not.toThrow();
		try {
			attempt();
		} catch (error) {
			expect(codeOf(error)).toBe('overload');
		}
		for (const one of waiting) one.emit('close');
	});
});
