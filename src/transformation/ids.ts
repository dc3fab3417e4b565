import type { EntityType } from '../model/entity';
import { applyMappings } from './apply';
import type { Block } from './block';
import type { Mapping } from './mapping';
import type { Resolve, Run } from './run';
import { whySkipped } from './skip';

/** One look-up that a run would make. */
export interface IdToResolve {
	readonly id: string;
	readonly entityType: EntityType;
	readonly systemName?: string;
}

const RESOLVER = 'resolveEntityIds';

/** Runs the mappings with a resolver that only listens: each id stands for itself meanwhile. */
export function idsOf(block: Block, start: (resolve: Resolve) => Run): IdToResolve[] {
	if (!block.mappings.some(({ steps }) => steps.some(({ name }) => name === RESOLVER))) return [];
	const asked = new Map<string, IdToResolve>();
	const run = start((id, entityType, systemName) => {
		const question = { id, entityType, ...(systemName === undefined ? {} : { systemName }) };
		asked.set(JSON.stringify(question), question);
		return id;
	});
	if (whySkipped(block, run) !== undefined) return [];
	for (const mapping of block.active[run.operation]) listen(mapping, run);
	return [...asked.values()];
}

function listen(mapping: Mapping, run: Run): void {
	try {
		applyMappings([mapping], run);
	} catch {
		// It fails in `map` too; the ids of the other mappings are still worth looking up.
	}
}
