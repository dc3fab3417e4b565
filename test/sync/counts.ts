/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads how much a test run is to prove; not shipped */

/**
 * How much of a proof runs: little with every change, all of it with `PROOFS=full` (scripts/proofs.mjs).
 * The seeds are the same, so what the full run finds is found again by its number.
 */
export const isFull = process.env['PROOFS'] === 'full';

export function count(usual: number, full: number): number {
	return isFull ? full : usual;
}

export function seeds(number: number): number[] {
	return Array.from({ length: number }, (_, seed) => seed + 1);
}
