import type { Clock, Http } from '../model/ports';

/** For a system that wants to be called one request at a time, `gap` milliseconds apart. */
export function spaced(http: Http, clock: Clock, gap: number): Http {
	let last: Promise<unknown> = Promise.resolve();
	let free = 0;
	return {
		baseUrl: http.baseUrl,
		send(request) {
			const turn = last.then(async () => {
				const wait = free - clock.now();
				if (wait > 0) await clock.sleep(wait, request.signal);
				try {
					return await http.send(request);
				} finally {
					free = clock.now() + gap;
				}
			});
			// One that fails must not stop those behind it.
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}
