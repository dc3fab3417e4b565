import type { Entity, EntityType } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import type { IdKind } from '../model/notice';
import type { ReadableVersion } from '../systems/system';
import type { Match } from './directory';

interface Ways {
	/**
	 * `'foreign'`, only where that may be, when the answer may just say that the id is none of the API's own.
	 */
	byId(mayBeForeign: boolean): Promise<Entity | 'foreign' | undefined>;
	find(match: Match): Promise<Entity[]>;
}

/**
 * An entity by an id of any kind: by search where the definition knows that the API has another id,
 * and by one more search where the API does not take the id for one of its own.
 */
export async function lookUp(
	version: ReadableVersion,
	type: EntityType,
	{ id, idKind }: { readonly id: string; readonly idKind?: IdKind },
	ways: Ways,
): Promise<Entity | undefined> {
	const searchBy = idKind && version.reading.searchBy[type]?.[idKind];
	if (searchBy !== undefined) return onlyOne(await ways.find({ [searchBy]: id }), type);
	const otherwise = version.reading.otherwiseBy[type];
	const found = await ways.byId(otherwise !== undefined);
	if (found !== 'foreign') return found;
	return otherwise === undefined ? undefined : onlyOne(await ways.find({ [otherwise]: id }), type);
}

function onlyOne(hits: readonly Entity[], type: EntityType): Entity | undefined {
	const ids = new Set(hits.map(({ id }) => id));
	if (ids.size < 2) return hits[0];
	throw new ProvisioningError({
		code: 'match.ambiguous',
		message: `The source has ${ids.size} ${type}s with the id of the notice`,
		hint: 'Let the source application send an id that is unique there.',
	});
}
