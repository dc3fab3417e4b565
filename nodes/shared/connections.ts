import { createGate, type Gate } from '../../src/http/gate';
import { createGuard, type Guard } from '../../src/sync/guard';

// What one process remembers about a connection, whatever workflow or execution uses it.
const KEPT = 1_000;
const guards = new Map<string, Guard>();
const gates = new Map<string, Gate>();

/** Counts deletions and changes at a target, whoever makes them. */
export function guardOf(baseUrl: string, system: string): Guard {
	return remembered(guards, [baseUrl, system], createGuard);
}

/** Knows whether the system is down or refuses this credential, and how often it was called with it. */
export function gateOf(baseUrl: string, system: string, credentialId: string): Gate {
	return remembered(gates, [baseUrl, system, credentialId], createGate);
}

function remembered<Kept>(
	all: Map<string, Kept>,
	parts: readonly string[],
	create: () => Kept,
): Kept {
	const key = JSON.stringify(parts);
	const found = all.get(key) ?? create();
	all.delete(key);
	all.set(key, found);
	const [oldest] = all.keys();
	if (all.size > KEPT && oldest !== undefined) all.delete(oldest);
	return found;
}
