/** One character of a pattern as a state; the edges lead to the characters that can follow it. */
export interface Position {
	/** One bit per ASCII character; bit 128 = anything beyond. */
	readonly mask: bigint;
	/** Outermost repetition around it; 0 = none. */
	readonly loop: number;
	/** Within that repetition; one that is there twice is two ways. */
	readonly inside: number[];
	/** Out of it. */
	readonly outside: number[];
}

/** Pairs of edges that are looked at before a pattern counts as too complicated. */
const MAX_WORK = 300_000;

/**
 * Whether one text can lead through repetition `loop` in exponentially many ways: two ways for the same
 * characters part at a state and meet again. All states of a repetition reach each other, so whatever
 * meets can part again.
 */
export function isExplosive(positions: readonly Position[], loop: number): boolean {
	const known = new Set<number>();
	const open: [number, number][] = [];
	let work = 0;

	for (const position of positions) {
		if (position.loop === loop && partFrom(position.inside)) return true;
	}
	for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
		if (meetFrom(...pair)) return true;
	}
	return false;

	function partFrom(edges: readonly number[]): boolean {
		return edges.some((one, index) =>
			edges.slice(index + 1).some((other) => one === other || follow(one, other, false)),
		);
	}

	function meetFrom(one: number, other: number): boolean {
		const ways = positions[other]?.inside ?? [];
		return (positions[one]?.inside ?? []).some((a) => ways.some((b) => follow(a, b, true)));
	}

	/** Both ways go on with one character; `true` = they meet, or this takes too long to find out. */
	function follow(a: number, b: number, parted: boolean): boolean {
		work += 1;
		if (a === b) return parted;
		if (work > MAX_WORK) return true;
		const key = Math.min(a, b) * positions.length + Math.max(a, b);
		if (known.has(key) || !overlap(positions[a], positions[b])) return false;
		known.add(key);
		open.push([a, b]);
		return false;
	}
}

/** Whether the next character does not always tell which of the edges to take. */
export function isUncertain(positions: readonly Position[], edges: readonly number[]): boolean {
	let union = 0n;
	for (const edge of edges) {
		const mask = positions[edge]?.mask ?? 0n;
		if ((union & mask) !== 0n) return true;
		union |= mask;
	}
	return false;
}

export function overlaps(
	positions: readonly Position[],
	some: readonly number[],
	others: readonly number[],
): boolean {
	return (unionOf(positions, some) & unionOf(positions, others)) !== 0n;
}

function unionOf(positions: readonly Position[], edges: readonly number[]): bigint {
	return edges.reduce((union, edge) => union | (positions[edge]?.mask ?? 0n), 0n);
}

function overlap(one: Position | undefined, other: Position | undefined): boolean {
	return ((one?.mask ?? 0n) & (other?.mask ?? 0n)) !== 0n;
}
