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
	/** Told as one although the words may differ; absent: equal words only. */
	readonly cause?: string;
	readonly type: NodeExecutionHint['type'];
}

/** What the author should notice in the output pane, equal ones counted: "12 users skipped: ...". */
export function outcomeHints(outcomes: readonly Outcome[]): NodeExecutionHint[] {
	return countedHints(outcomes.flatMap(tellOutcome));
}

/** Nothing for what went as it should. */
export function tellOutcome(outcome: Outcome): Told[] {
	const { entityType: noun, state, reason, repeatable, error, warnings = [] } = outcome;
	const word = WORDS[state];
	const how = `${word}${repeatable ? ' for now' : ''}`;
	const cause = error && `${how} ${error.code} ${error.status}`;
	const type = state === 'skipped' ? 'info' : 'warning';
	return [
		...(word ? [{ noun, what: `${how}: ${reason}`, cause, type } as const] : []),
		...warnings.map((warning) => ({
			noun,
			what: `with a warning: ${warning}`,
			type: 'warning' as const,
		})),
	];
}

/** The most frequent first; what comes after {@link MAX_HINTS} is in the items too. */
export function countedHints(told: readonly Told[]): NodeExecutionHint[] {
	const groups = new Map<string, Group>();
	for (const one of told) {
		const key = `${one.noun} ${one.cause ?? one.what}`;
		const { first, count, alike } = groups.get(key) ?? { first: one, count: 0, alike: true };
		groups.set(key, { first, count: count + 1, alike: alike && first.what === one.what });
	}
	const sorted = [...groups.values()].sort((one, other) => other.count - one.count);
	return sorted.slice(0, MAX_HINTS).map((group) => ({
		message: messageOf(group),
		type: group.first.type,
		location: 'outputPane',
	}));
}

interface Group {
	readonly first: Told;
	readonly count: number;
	/** In the same words. */
	readonly alike: boolean;
}

function messageOf({ first: { noun, what }, count, alike }: Group): string {
	const others = alike ? '' : ' (the others similarly)';
	if (noun === undefined) return `${what}${others}`;
	return `${count} ${noun}${count === 1 ? '' : 's'} ${what}${others}`;
}
