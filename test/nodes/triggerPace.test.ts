import { systemClock } from '../../src/http/clock';
import { send, serveTrigger } from './trigger';

// Hundreds of calls, on machines that do other things too.
jest.setTimeout(30_000);

// The calls of one trigger are counted over all tests: so each has its own hour.
const start = Date.now();
let hours = 0;

/** Statuses of so many calls, and how long they were held back. */
async function callTimes(times: number, options: object) {
	const sleep = jest.spyOn(systemClock, 'sleep').mockResolvedValue();
	hours += 1;
	const now = jest.spyOn(Date, 'now').mockReturnValue(start + hours * 3_600_000);
	const server = await serveTrigger({ parameters: { options: { ...options } } });
	const answers = [];
	for (let call = 0; call < times; call += 1) {
		answers.push(await send(`${server.entities}/user`, { body: `"u${call}"` }));
	}
	const slept = sleep.mock.calls.map(([ms]) => ms);
	sleep.mockRestore();
	now.mockRestore();
	await server.close();
	return { answers, slept, statuses: answers.map(({ status }) => status), started: server.started };
}

test('row 45: further calls are slowed, then rejected, and start nothing', async () => {
	const limits = { slowAfterPerMinute: 2, rejectAfterPerMinute: 4 };
	const { answers, slept, statuses, started } = await callTimes(6, limits);
	expect(statuses).toEqual([202, 202, 202, 202, 429, 429]);
	expect(slept).toEqual([1_000, 1_000]);
	expect(started).toHaveLength(4);
	const last = answers.at(-1);
	expect(last?.headers.get('retry-after')).toBe('60');
	expect(last?.json).toMatchObject({ status: '429', detail: 'Rate limit exceeded.' });
});

/** How many calls, all at once, got which status; calls that only look count too. */
async function lookTimes(times: number, options: object) {
	const sleep = jest.spyOn(systemClock, 'sleep').mockResolvedValue();
	hours += 1;
	const now = jest.spyOn(Date, 'now').mockReturnValue(start + hours * 3_600_000);
	const server = await serveTrigger({ parameters: { options: { ...options } } });
	const look = () => send(`${server.entities}/user`, { method: 'HEAD' });
	const answers = await Promise.all(Array.from({ length: times }, look));
	const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
	const result = { passed: count(200), rejected: count(429), slowed: sleep.mock.calls.length };
	sleep.mockRestore();
	now.mockRestore();
	await server.close();
	return result;
}

test('row 46: with both limits at 0 all pass', async () => {
	const limits = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0 };
	expect(await lookTimes(210, limits)).toEqual({ passed: 210, rejected: 0, slowed: 0 });
});

test.each([
	['none', {}],
	['nonsense', { slowAfterPerMinute: 'x', rejectAfterPerMinute: -1 }],
])('row 45: with %s in the node it is 150 and 200', async (_name, options) => {
	expect(await lookTimes(201, options)).toEqual({ passed: 200, rejected: 1, slowed: 50 });
});

test.each<[string, object, number | undefined]>([
	['none', {}, 2_000],
	['another one', { settleSeconds: 5 }, 5_000],
	['0', { settleSeconds: 0 }, undefined],
	['nonsense', { settleSeconds: 'x' }, 2_000],
	['more than 30 seconds', { settleSeconds: 31 }, 2_000],
])('D3: the source gets time to show the change; with %s in the node', async (...row) => {
	const [, options, settling] = row;
	const { started } = await callTimes(1, options);
	const at = start + hours * 3_600_000;
	expect(started[0]?.[0]).toMatchObject({ notice: { receivedAt: new Date(at).toISOString() } });
	const readAfter = settling === undefined ? undefined : new Date(at + settling).toISOString();
	expect(Object(started[0]?.[0]?.['notice'])['readAfter']).toBe(readAfter);
});
