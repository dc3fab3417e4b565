/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a scheduler for tests; not shipped */

/** Every call is a switching point: who goes on next is drawn by lot. */
export function createSwitchboard(random: () => number) {
	let waiting: (() => void)[] = [];
	const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
	return {
		pause: () => new Promise<void>((resolve) => waiting.push(resolve)),
		async play(tasks: Promise<unknown>[]): Promise<void> {
			let isOver = false;
			const end = Promise.all(tasks).finally(() => (isOver = true));
			while (!isOver) {
				const chosen = Math.floor(random() * waiting.length);
				const go = waiting[chosen];
				waiting = waiting.filter((_, place) => place !== chosen);
				go?.();
				await turn();
			}
			await end;
		},
	};
}
