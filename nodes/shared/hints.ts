import type { NodeExecutionHint } from 'n8n-workflow';
import type { Outcome, OutcomeState } from '../../src/model/outcome';

const WORDS: Partial<Record<OutcomeState, string>> = {
	skipped: 'skipped',
	notProvisioned: 'not provisioned',
	held: 'held',
	failed: 'failed',
};

const MAX_HINTS = 5;

/** What the author should notice in the output pane, equal ones counted: "12 users skipped: ...". */
export function outcomeHints(outcomes: readonly Outcome[]): NodeExecutionHint[] {
	const told = outcomes.flatMap((outcome) => {
		const word = WORDS[outcome.state];
		return [
			...(word ? [{ outcome, what: `${word}: ${outcome.reason}` }] : []),
			...(outcome.warnings ?? []).map((warning) => ({
				outcome,
				what: `with a warning: ${warning}`,
			})),
		];
	});
	const counts = new Map<string, { count: number; noun: string; what: string }>();
	for (const { outcome, what } of told) {
		const key = `${outcome.entityType} ${what}`;
		const count = (counts.get(key)?.count ?? 0) + 1;
		counts.set(key, { count, noun: outcome.entityType, what });
	}
	const sorted = [...counts.values()].sort((one, other) => other.count - one.count);
	return sorted.slice(0, MAX_HINTS).map(({ count, noun, what }) => ({
		message: `${count} ${noun}${count === 1 ? '' : 's'} ${what}`,
		type: what.startsWith('skipped') ? 'info' : 'warning',
		location: 'outputPane',
	}));
}
