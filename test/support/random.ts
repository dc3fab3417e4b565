/** Numbers from 0 (included) to 1 (excluded), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/** A version 4 UUID whose bits come from `random`. */
export function randomUuid(random: () => number): string {
	const hex = Array.from({ length: 32 }, (_, position) => {
		const digit = Math.floor(random() * 16);
		if (position === 12) return '4';
		return (position === 16 ? (digit & 3) | 8 : digit).toString(16);
	}).join('');
	return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
}
