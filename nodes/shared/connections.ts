import { createGate, type Gate } from '../../src/http/gate';
import { createGuard, type Guard } from '../../src/sync/guard';

/** What one process remembers about a connection, whatever workflow or execution uses it. */
export interface Remembered {
	/** Counts deletions and changes. */
	readonly guard: Guard;
	/** Knows whether the system is down, and how often it was called. */
	readonly gate: Gate;
}

const KEPT = 1_000;
const connections = new Map<string, Remembered>();

export function rememberedOf(baseUrl: string, system: string): Remembered {
	const key = JSON.stringify([baseUrl, system]);
	const remembered = connections.get(key) ?? { guard: createGuard(), gate: createGate() };
	connections.delete(key);
	connections.set(key, remembered);
	const [oldest] = connections.keys();
	if (connections.size > KEPT && oldest !== undefined) connections.delete(oldest);
	return remembered;
}
