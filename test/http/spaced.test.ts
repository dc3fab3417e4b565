import { spaced } from '../../src/http';
import type { Http } from '../../src/model/ports';
import { createFakeClock } from '../support/clock';

const request = { method: 'GET', path: '/' } as const;

test('calls go out in their order, one at a time, the gap counted from the answer', async () => {
	const clock = createFakeClock();
	const sent: number[] = [];
	const slow: Http = {
		async send() {
			sent.push(clock.now());
			await clock.sleep(200);
			return { status: 200, headers: {}, body: '' };
		},
	};
	const start = clock.now();
	const http = spaced(slow, clock, 500);
	await Promise.all([http.send(request), http.send(request), http.send(request)]);
	expect(sent.map((time) => time - start)).toEqual([0, 700, 1400]);
});

test('a call that fails does not hold up the next, and its error is its own', async () => {
	const clock = createFakeClock();
	let calls = 0;
	const http = spaced(
		{
			async send() {
				if (++calls === 1) throw new Error('broken');
				return { status: 200, headers: {}, body: '' };
			},
		},
		clock,
		500,
	);
	const [first, second] = await Promise.allSettled([http.send(request), http.send(request)]);
	expect(first.status).toBe('rejected');
	expect(second.status).toBe('fulfilled');
});

test('who is cancelled while waiting for its turn does not wait', async () => {
	const clock = createFakeClock({ manual: true });
	const http = spaced({ send: async () => ({ status: 200, headers: {}, body: '' }) }, clock, 500);
	await http.send(request);
	const stop = new AbortController();
	const waiting = http.send({ ...request, signal: stop.signal });
	await clock.advance(0);
	stop.abort(new Error('cancelled'));
	await expect(waiting).rejects.toThrow('cancelled');
});
