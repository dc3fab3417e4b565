import { createGuard, type Guard } from '../../src/sync/guard';

export type { Guard };

const KEPT = 1_000;
const guards = new Map<string, Guard>();

/** The one count of deletions and changes for a connection, whatever workflow or execution they come from. */
export function guardFor(baseUrl: string, system: string): Guard {
	const key = JSON.stringify([baseUrl, system]);
	const guard = guards.get(key) ?? createGuard();
	guards.delete(key);
	guards.set(key, guard);
	const [oldest] = guards.keys();
	if (guards.size > KEPT && oldest !== undefined) guards.delete(oldest);
	return guard;
}
