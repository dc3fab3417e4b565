/** One notice that the source sends, of the change `step`. */
export interface PlannedNotice {
	readonly step: number;
	/** Notices are sent in this order; the change `step` is made before the first that is due after it. */
	readonly due: number;
	readonly mode: Mode;
}

export type Mode = 'finished' | 'received';

const LOST = 0.05;
const DOUBLED = 0.2;
/** How many places a notice may be late. */
const WINDOW = 50;

/** Notices of so many changes: some are lost, some come twice, and they come in another order. */
export function planNotices(changes: number, random: () => number): PlannedNotice[] {
	const planned = Array.from({ length: changes }, (_, step): PlannedNotice[] => {
		if (random() < LOST) return [];
		const copies = random() < DOUBLED ? 2 : 1;
		return Array.from({ length: copies }, () => ({
			step,
			due: step + random() * WINDOW,
			mode: random() < 0.5 ? 'finished' : 'received',
		}));
	});
	return planned.flat().sort((a, b) => a.due - b.due);
}
