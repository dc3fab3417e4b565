/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a benchmark measures and prints */
// What hostile documents and entities cost: no input may take more than 100 ms, and no expression of our
// own more than 20 ms for 100,000 characters. `HOSTILE_SEED` and `HOSTILE_PATTERNS` widen the hunt.
import type { Case } from './_hostile';
import { isTakenOrRefused } from './_hostile';
import { cases } from './_hostileCases';
import { patternCases } from './_hostilePatterns';

const RUNS = 3;
const SHOWN = 5;
const { HOSTILE_SEED = '1', HOSTILE_PATTERNS = '300' } = process.env;

interface Measured extends Case {
	readonly milliseconds: number;
}

/** Processor time of the fastest of a few runs: the first one also compiles, any one may meet a neighbour. */
function measure(each: Case): Measured {
	let milliseconds = Infinity;
	for (let run = 0; run < RUNS && milliseconds > each.goal / 10; run++) {
		const start = process.cpuUsage();
		if (!isTakenOrRefused(each)) throw new Error(`${each.name}: neither taken nor refused`);
		const { user, system } = process.cpuUsage(start);
		milliseconds = Math.min(milliseconds, (user + system) / 1_000);
	}
	return { ...each, milliseconds };
}

/** Compared by how much of their goal they use up. */
function slowestFirst(a: Measured, b: Measured): number {
	return b.milliseconds / b.goal - a.milliseconds / a.goal;
}

function shown({ name, goal, milliseconds }: Measured): object {
	return { name, milliseconds: Math.round(milliseconds * 10) / 10, goal };
}

const all = [...cases, ...patternCases(Number(HOSTILE_PATTERNS), Number(HOSTILE_SEED))];
const measured = all.map(measure).sort(slowestFirst);
const missed = measured.filter(({ milliseconds, goal }) => milliseconds > goal);
console.log(
	JSON.stringify({
		benchmark: 'hostile',
		inputs: measured.length,
		missed: missed.length,
		slowest: measured.slice(0, SHOWN).map(shown),
	}),
);
if (missed.length > 0 || Object.hasOwn(Object.prototype, 'x')) process.exitCode = 1;
