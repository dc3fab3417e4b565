// CPU time of another process, for comparing what two ways of doing the same cost it.
import { readFileSync } from 'node:fs';

/** `getconf CLK_TCK` is 100 on every Linux that n8n runs on. */
const msPerTick = 10;

/** User and system time of a process so far, in milliseconds (proc(5), fields 14 and 15). */
export function cpuOf(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
	return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const round = (value) => Math.round(value * 100) / 100;
