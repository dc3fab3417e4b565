import type { Fault } from '../../support/faults';

/** Share of calls to the target, and what becomes of them. */
const SHARES: readonly (readonly [number, Fault['do']])[] = [
	[0.1, '429(1)'],
	[0.03, '500'],
	[0.01, '502html'],
	[0.01, '503(1)'],
	[0.03, 'resetBefore'],
	[0.03, 'resetAfter'],
	[0.01, 'half'],
	[0.01, 'halfAfter'],
	[0.01, 'stall'],
	[0.01, 'stallAfter'],
	[0.01, '200html'],
];

/** A rule is asked only about the calls that no rule before it took: its share grows by as much. */
export function targetFaults(seed: number): Fault[] {
	let left = 1;
	return SHARES.map(([share, action], position) => {
		const fault = { share: share / left, seed: seed + position, do: action };
		left -= share;
		return fault;
	});
}
