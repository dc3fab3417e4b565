import { createGate, send, startRun, type Connection } from '../../src/http';
import { ProvisioningError, type ErrorCode } from '../../src/model/errors';
import type { HttpResponse } from '../../src/model/ports';
import { createFakeClock } from '../support/clock';

const DAY = 86_400_000;
const request = { method: 'GET', path: '/Users' } as const;

type Behaviour = Partial<HttpResponse> | ErrorCode;

/** A system that behaves as told, behind one gate that all runs share. */
function createSystem(more: Partial<Connection> = {}) {
	const clock = createFakeClock();
	const gate = createGate();
	const calls: number[] = [];
	let behaviour: Behaviour = {};
	const http = {
		async send() {
			calls.push(clock.now());
			const now = behaviour;
			await clock.sleep(10);
			if (typeof now !== 'string') return { status: 200, headers: {}, body: '', ...now };
			throw new ProvisioningError({ code: now, message: 'x.example failed', hint: 'Look there.' });
		},
	};
	const connection: Connection = { http, clock, gate, random: () => 0.5, ...more };
	const start = clock.now();
	return {
		clock,
		start,
		calls,
		become: (next: Behaviour) => void (behaviour = next),
		call: (signal?: AbortSignal) => send(connection, request, startRun({ clock, signal })),
		/** What came of it: a status, or the code of the error. */
		async end(): Promise<number | string> {
			const run = startRun({ clock });
			try {
				return (await send(connection, request, run)).status;
			} catch (error) {
				return error instanceof ProvisioningError ? error.code : String(error);
			}
		},
		at: (ms: number) => clock.sleep(start + ms - clock.now()),
	};
}

describe.each<[string, Behaviour]>([
	['refuses connections', 'connection.refused'],
	['breaks them', 'connection.broken'],
	['is silent', 'connection.timeout'],
	['has an error of its own', { status: 503 }],
	['knows the credentials no more (E14)', { status: 401 }],
])('E34: a system that %s', (_, down) => {
	test('is spared, by a burst as by a day of notices, and found again', async () => {
		const system = createSystem();
		system.become(down);
		for (let burst = 0; burst < 300; burst++) expect(await system.end()).not.toBe(200);
		expect(system.calls.length).toBeLessThan(12);
		await expect(system.call()).rejects.toMatchObject({
			code: 'server.unavailable',
			retryable: true,
			retryAfter: expect.any(Number),
		});

		for (let notice = 1; notice <= 150; notice++) {
			await system.at((notice * DAY) / 150);
			expect(await system.end()).not.toBe(200);
		}
		expect(system.calls.length).toBeLessThan(1.3 * 150);

		system.become({});
		await system.at(DAY + 31_000);
		expect(await system.end()).toBe(200);
		expect(await system.end()).toBe(200);
	});
});

test('E34: all that are turned away are told the same, with the way out', async () => {
	const system = createSystem();
	system.become('connection.refused');
	while ((await system.end()) === 'connection.refused');
	const turnedAway = () => system.call().then(undefined, ({ message, hint }) => [message, hint]);
	const told = await turnedAway();
	expect(told).toEqual([
		expect.stringContaining('x.example failed'),
		expect.stringMatching(/retryAfter.* Look there\./),
	]);
	await system.clock.sleep(1_000);
	expect(await turnedAway()).toEqual(told);
});

test('E34: after a pause one call goes ahead, and the others wait for what it finds', async () => {
	const system = createSystem();
	system.become('connection.timeout');
	while ((await system.end()) !== 'server.unavailable');
	await system.clock.sleep(30_000);
	const before = system.calls.length;
	const ends = await Promise.all(Array.from({ length: 20 }, system.end));
	expect(system.calls.length - before).toBe(1);
	expect(ends.filter((end) => end === 'server.unavailable')).toHaveLength(20);
});

test('a restart of two seconds is waited out by all that are under way', async () => {
	const system = createSystem();
	system.become({ status: 503 });
	const ends = Array.from({ length: 20 }, system.end);
	void system.at(2_000).then(() => system.become({}));
	expect(await Promise.all(ends)).toEqual(ends.map(() => 200));
});

test.each<[string, Behaviour]>([
	['refuses what is sent', { status: 400 }],
	['misses a right', { status: 403 }],
	['does not know the account', { status: 404 }],
	['cannot do it', { status: 501 }],
	['shows another certificate', 'connection.untrusted'],
])('one that %s is up', async (_, behaviour) => {
	const system = createSystem();
	system.become(behaviour);
	for (let item = 0; item < 10; item++) await system.end();
	expect(system.calls).toHaveLength(10);
});

test('failures that are not in a row do not count', async () => {
	const system = createSystem();
	for (let item = 0; item < 10; item++) {
		system.become({ status: 500 });
		expect(await system.end()).toBe(500);
		system.become({});
		expect(await system.end()).toBe(200);
	}
});

test('C18: a clock that is turned back closes nothing for long', () => {
	const gate = createGate();
	const failure = new ProvisioningError({ code: 'connection.refused', message: '', hint: '' });
	for (let call = 0; call < 20; call++) gate.ended(DAY, DAY, failure);
	expect(() => gate.admit(DAY)).toThrow(ProvisioningError);
	expect(gate.admit(DAY - 3_600_000, 60)).toBe(0);
});

describe('E16: a pause that the system asks for', () => {
	const throttling = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });

	test('is made by all, and who cannot wait that long makes no call', async () => {
		const system = createSystem();
		system.become(throttling('300'));
		for (let item = 0; item < 50; item++) {
			await expect(system.call()).rejects.toMatchObject({
				code: 'server.unavailable',
				retryable: true,
				retryAfter: expect.closeTo(300, -1),
			});
		}
		expect(system.calls).toHaveLength(1);
		system.become({});
		await system.at(301_000);
		expect(await system.end()).toBe(200);
	});

	test('is asked for by who is busy, and by no other answer', async () => {
		const system = createSystem();
		system.become({ ...throttling('300'), status: 404 });
		expect([await system.end(), await system.end()]).toEqual([404, 404]);
	});

	test('is waited for where a run may wait so long, and nobody is early', async () => {
		const system = createSystem();
		system.become(throttling('20'));
		const first = system.end();
		await system.at(1_000);
		system.become({});
		expect(await Promise.all([first, ...Array.from({ length: 9 }, system.end)])).toEqual(
			new Array(10).fill(200),
		);
		const [, ...later] = system.calls.map((time) => time - system.start);
		expect(later).toHaveLength(10);
		expect(Math.min(...later)).toBeGreaterThanOrEqual(20_000);
	});

	test('of a second is left to the run that was told, and one of years is not believed', async () => {
		const system = createSystem();
		system.become(throttling('1'));
		const first = system.end();
		await system.at(100);
		system.become({});
		expect(await Promise.all([first, system.end()])).toEqual([200, 200]);
		expect(system.calls.map((time) => time - system.start)[1]).toBe(100);
		system.become(throttling('999999999'));
		await system.end();
		system.become({});
		await system.clock.sleep(3_600_000);
		expect(await system.end()).toBe(200);
	});
});

describe('a limit of our own', () => {
	test('is kept by all runs together, evenly spread', async () => {
		const system = createSystem({ requestsPerMinute: 60 });
		const ends = await Promise.all(Array.from({ length: 30 }, system.end));
		expect(ends).toEqual(ends.map(() => 200));
		expect(system.calls.map((time) => time - system.start)).toEqual(
			ends.map((_, index) => index * 1_000),
		);
	});

	test('C13: who would wait for longer than a run may leaves, with the time to come back', async () => {
		const system = createSystem({ requestsPerMinute: 1 });
		await system.call();
		await system.call();
		expect(system.calls.map((time) => time - system.start)).toEqual([0, 60_000]);
		const late = createSystem({ requestsPerMinute: 60 });
		const ends = await Promise.all(Array.from({ length: 100 }, late.end));
		expect(late.calls.length).toBe(61);
		expect(ends.filter((end) => end === 'server.unavailable')).toHaveLength(39);
	});

	test('C12: who is cancelled meanwhile makes no call', async () => {
		const system = createSystem({ requestsPerMinute: 1 });
		await system.call();
		const stop = new AbortController();
		const waiting = system.call(stop.signal);
		stop.abort();
		await expect(waiting).rejects.toMatchObject({ code: 'connection.cancelled' });
		expect(system.calls).toHaveLength(1);
	});
});
