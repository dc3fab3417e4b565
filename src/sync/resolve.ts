import type { EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { Work } from './work';

/**
 * Answers `resolveEntityIds` from the target as it is now: an account belongs to a source id when it
 * carries it as externalId. Each id is looked up once, before the transformation runs.
 */
export async function resolveIds(
	work: Work,
	entity: JsonObject,
	variables: JsonObject,
): Promise<(id: string, entityType: EntityType) => string | undefined> {
	const { write, target, notice } = work;
	const wanted = write?.idsToResolve(notice.entityType, entity, { variables }) ?? [];
	const known = new Map<string, string>();
	for (const { id, entityType } of wanted) {
		const key = `${entityType} ${id}`;
		if (known.has(key)) continue;
		const hits = await target.find(entityType, { externalId: id });
		const [hit] = hits;
		if (hit && hits.length === 1) known.set(key, hit.id);
	}
	return (id, entityType) => known.get(`${entityType} ${id}`);
}
