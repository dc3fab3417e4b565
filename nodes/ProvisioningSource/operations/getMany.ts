import { listEntities, readWanted, type Wanted } from '../../shared/lists';
import type { Call, Finding } from '../operation';

export async function* getMany(call: Call): AsyncGenerator<Finding> {
	for await (const entity of listed(call, {})) yield { entity, kind: 'unknown' };
}

export function listed(call: Call, more: Pick<Wanted, 'changedSince'>) {
	const { directory, entityType, parameter, chosen, tell } = call;
	const wanted = { ...readWanted(parameter), properties: chosen.properties, ...more };
	return listEntities(directory, entityType, wanted, tell);
}
