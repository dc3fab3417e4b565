import { createDeletionGuard, type DeletionGuard } from '../../src/sync/guard';

export type { DeletionGuard };

const KEPT = 1_000;
const guards = new Map<string, DeletionGuard>();

/** The one count of deletions for a connection, whatever workflow or execution they come from. */
export function guardFor(baseUrl: string, system: string): DeletionGuard {
	const key = JSON.stringify([baseUrl, system]);
	const guard = guards.get(key) ?? createDeletionGuard();
	guards.delete(key);
	guards.set(key, guard);
	const [oldest] = guards.keys();
	if (guards.size > KEPT && oldest !== undefined) guards.delete(oldest);
	return guard;
}
