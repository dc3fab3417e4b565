import { createFakeClock } from './clock';

describe('fake clock', () => {
	it('moves to the end of each sleep and records it', async () => {
		const clock = createFakeClock({ start: 1000 });
		await clock.sleep(60_000);
		await clock.sleep(5);
		expect(clock.now()).toBe(61_005);
		expect(clock.sleeps).toEqual([60_000, 5]);
	});

	it('ends parallel sleeps in the order of their ends', async () => {
		const clock = createFakeClock({ start: 0 });
		const ends: string[] = [];
		const wait = async (ms: number) => {
			await clock.sleep(ms);
			ends.push(`${ms} at ${clock.now()}`);
		};
		await Promise.all([wait(300), wait(100), wait(200)]);
		expect(ends).toEqual(['100 at 100', '200 at 200', '300 at 300']);
	});

	it('waits for advance when it is manual', async () => {
		const clock = createFakeClock({ start: 0, manual: true });
		let isAwake = false;
		const sleep = clock.sleep(100).then(() => (isAwake = true));
		await clock.advance(99);
		expect(isAwake).toBe(false);
		await clock.advance(1);
		expect(isAwake).toBe(true);
		await sleep;
	});

	it('rejects an aborted sleep with the reason of the signal', async () => {
		const clock = createFakeClock({ manual: true });
		const controller = new AbortController();
		const sleep = clock.sleep(100, controller.signal);
		controller.abort(new Error('no longer wanted'));
		await expect(sleep).rejects.toThrow('no longer wanted');
		await expect(clock.sleep(100, controller.signal)).rejects.toThrow('no longer wanted');
	});
});
