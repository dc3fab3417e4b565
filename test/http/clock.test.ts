import { systemClock } from '../../src/http/clock';

test('sleeps at least as long as asked', async () => {
	const before = systemClock.now();
	await systemClock.sleep(20);
	expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
});

test('an aborted signal ends the sleep at once', async () => {
	const abort = new AbortController();
	const sleep = systemClock.sleep(60_000, abort.signal);
	abort.abort(new Error('stop'));
	await expect(sleep).rejects.toThrow('stop');
	await expect(systemClock.sleep(60_000, abort.signal)).rejects.toThrow('stop');
});
