import { isObject, type Json, type JsonObject } from '../src/model/json';
import { sameJson } from '../test/support/sameJson';
import type { Execution } from './host';
import { reasonOf, waitOf, type Seen, type Step } from './step';
import { TARGET_NODE } from './workflow';

const RESULTS: Record<string, string> = { alreadyProvisioned: 'already provisioned' };

/** A part of each item that the target node put out. */
export function partsOf(executions: readonly Execution[], name: string): JsonObject[] {
	return executions
		.flatMap(({ items }) => items[TARGET_NODE] ?? [])
		.map((item): Json | undefined => item[name])
		.filter(isObject);
}

/** `disabled 3, held 37`, whatever their order was. */
export function endsOf({ outcomes }: Seen): string {
	const counts = new Map<string, number>();
	for (const { state } of outcomes) {
		counts.set(String(state), (counts.get(String(state)) ?? 0) + 1);
	}
	return describeEnds([...counts]);
}

function describeEnds(counts: readonly (readonly [string, number])[]): string {
	if (counts.length === 1 && counts[0]?.[1] === 1) return RESULTS[counts[0][0]] ?? counts[0][0];
	return counts
		.map(([state, count]) => `${state} ${count}`)
		.sort()
		.join(', ');
}

function writesOf({ calls }: Seen): string[] {
	return calls
		.filter(({ method }) => method !== 'GET')
		.map(({ method, status }) => `${method} ${status ?? 'unanswered'}`);
}

function accountFaults(step: Step, { account }: Seen): string[] {
	const wanted = step.account?.();
	if (wanted === undefined) return account === undefined ? [] : ['there is an account'];
	if (account === undefined) return ['there is no account'];
	return Object.entries(wanted)
		.filter(([name, value]) => !sameJson(account[name], value))
		.map(
			([name, value]) =>
				`${name} is ${JSON.stringify(account[name])}, not ${JSON.stringify(value)}`,
		);
}

/** Whatever is on an item is stored by n8n and shown to everybody who may see the workflow. */
function leaks({ answers, executions }: Seen, secrets: readonly string[]): string[] {
	const text = JSON.stringify([answers, executions]);
	return secrets.some((secret) => text.includes(secret)) ? ['a secret is on an item'] : [];
}

/** `202 x 40`, or each different word once. */
function summary(words: readonly unknown[]): string {
	const different = [...new Set(words.map(String))];
	const times = words.length > 1 ? ` x ${words.length}` : '';
	return words.length === 0 ? 'none' : `${different.join(', ')}${times}`;
}

/** What is not as the step wants it; empty when all is well. */
export function faultsOf(step: Step, seen: Seen, secrets: readonly string[]): string[] {
	const { answers, executions, outcomes, calls } = seen;
	const ends = Object.entries(step.ends ?? {});
	const count = ends.reduce((sum, [, times]) => sum + times, 0);
	const pairs: [string, string | number, string | number][] = [
		[
			'answer',
			summary(answers.map(({ status }) => status)),
			summary(Array.from({ length: Math.max(1, count) }, () => step.answer)),
		],
		[
			'executions',
			summary(executions.map(({ status }) => status)),
			summary(Array.from({ length: count }, () => 'success')),
		],
		['state', endsOf(seen), describeEnds(ends)],
		['repeatable', String(outcomes[0]?.['repeatable'] ?? false), String(step.repeatable ?? false)],
		['writes', writesOf(seen).join() || 'none', step.writes.join() || 'none'],
		['requests', calls.length, step.requests ?? calls.length],
	];
	const wrong = pairs
		.filter(([, got, wanted]) => got !== wanted)
		.map(([what, got, wanted]) => `${what} ${got}, not ${wanted}`);
	const unlike = answers.find(({ status }) => status !== step.answer);
	if (unlike) wrong.push(`it said ${unlike.body.slice(0, 200) || 'nothing'}`);
	const early = waitOf(calls) < (step.waits ?? 0) ? ['it did not wait'] : [];
	const reason = wrong.length > 0 && outcomes.length > 0 ? [reasonOf(seen)] : [];
	return [...wrong, ...early, ...accountFaults(step, seen), ...leaks(seen, secrets), ...reason];
}
