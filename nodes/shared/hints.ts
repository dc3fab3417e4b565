import type { NodeExecutionHint } from 'n8n-workflow';
import type { Outcome, OutcomeState } from '../../src/model/outcome';

const WORDS: Partial<Record<OutcomeState, string>> = {
	skipped: 'skipped',
	notProvisioned: 'not provisioned',
	held: 'held',
	failed: 'failed',
};

const MAX_HINTS = 5;

/** One thing to tell; equal ones are told once, with their number. */
export interface Told {
	/** What is counted, in the singular; absent when it is not about entities. */
	readonly noun?: string;
	readonly what: string;
	readonly type: NodeExecutionHint['type'];
}

/** What the author should notice in the output pane, equal ones counted: "12 users skipped: ...". */
export function outcomeHints(outcomes: readonly Outcome[]): NodeExecutionHint[] {
	return countedHints(outcomes.flatMap(tellOutcome));
}

/** Nothing for what went as it should. */
export function tellOutcome({ entityType: noun, state, reason, warnings = [] }: Outcome): Told[] {
	const word = WORDS[state];
	const type = state === 'skipped' ? 'info' : 'warning';
	return [
		...(word ? [{ noun, what: `${word}: ${reason}`, type } as const] : []),
		...warnings.map((warning) => ({
			noun,
			what: `with a warning: ${warning}`,
			type: 'warning' as const,
		})),
	];
}

/** The most frequent first; what comes after {@link MAX_HINTS} is in the items too. */
export function countedHints(told: readonly Told[]): NodeExecutionHint[] {
	const counts = new Map<string, { count: number; one: Told }>();
	for (const one of told) {
		const key = `${one.noun} ${one.what}`;
		counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, one });
	}
	const sorted = [...counts.values()].sort((first, second) => second.count - first.count);
	return sorted.slice(0, MAX_HINTS).map(({ count, one: { noun, what, type } }) => ({
		message: noun === undefined ? what : `${count} ${noun}${count === 1 ? '' : 's'} ${what}`,
		type,
		location: 'outputPane',
	}));
}
