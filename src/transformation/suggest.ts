/** The candidate that was probably meant; `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const wanted = word.slice(0, 64).toLowerCase();
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** `x is not ...; did you mean y?` */
export function unknownWord(word: string, what: string, candidates: Iterable<string>): string {
	const meant = nearest(word, candidates);
	const shown = word.length > 64 ? `${word.slice(0, 64)}...` : word;
	return `\`${shown}\` is not ${what}${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
}

function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		previous = row;
	}
	return previous[b.length] ?? 0;
}
