import type { Entity, EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { Match } from '../protocols/directory';
import { valuesAt } from '../protocols/scim2/attributes';
import { keepsOwner } from '../systems/traits';
import { matchesFor } from './correlate';
import type { Work } from './work';

/** Ids that one joined look-up asks for; a URL has its limits. */
const BATCH = 20;

export interface Resolved {
	/** For the transformation's `resolveEntityIds`. */
	resolve(id: string, entityType: EntityType): string | undefined;
	/** Somebody is not at the target yet: running the same again later is right. */
	readonly isComplete: boolean;
}

/**
 * Answers `resolveEntityIds` from the target as it is now, before the transformation runs: an account
 * belongs to a source id when it carries it as externalId, or when it has no owner and matches the person
 * as the source shows them. Who is not there yet is left out and reported.
 */
export async function resolveIds(
	work: Work,
	entity: JsonObject,
	variables: JsonObject,
): Promise<Resolved> {
	const { write, notice } = work;
	const wanted = write?.idsToResolve(notice.entityType, entity, { variables }) ?? [];
	const known = new Map<string, string>();
	for (const type of ['user', 'group'] as const) {
		const ids = new Set(wanted.filter((one) => one.entityType === type).map(({ id }) => id));
		for (const [id, targetId] of await resolveAll(work, type, [...ids])) {
			known.set(keyOf(id, type), targetId);
		}
	}
	return {
		resolve: (id, entityType) => known.get(keyOf(id, entityType)),
		isComplete: wanted.every(({ id, entityType }) => known.has(keyOf(id, entityType))),
	};
}

async function resolveAll(
	work: Work,
	type: EntityType,
	ids: readonly string[],
): Promise<Map<string, string>> {
	const known = new Map<string, string>();
	for (let start = 0; start < ids.length; start += BATCH) {
		const batch = ids.slice(start, start + BATCH);
		const owners = await findOwned(work, type, batch);
		for (const id of batch) {
			const hits = owners.filter(({ attributes }) => ownerOf(attributes) === id);
			const account = hits.length === 0 ? await findByPerson(work, type, id) : hits[0];
			if (account && hits.length < 2) known.set(id, account.id);
		}
	}
	return known;
}

async function findOwned(
	{ target, traits }: Work,
	type: EntityType,
	ids: readonly string[],
): Promise<Entity[]> {
	if (!keepsOwner(traits, type)) return [];
	const matches: Match[] = ids.map((externalId) => ({ externalId }));
	if (traits.orFilter) return target.findAny(type, matches);
	const found = await Promise.all(matches.map((match) => target.find(type, match)));
	return found.flat();
}

/** An account that was there before this workflow, and was never linked because its person never changed. */
async function findByPerson(work: Work, type: EntityType, id: string): Promise<Entity | undefined> {
	const { source, read, target } = work;
	if (!source || type === 'group') return undefined;
	const raw = await source.get(type, id);
	const mapped = raw && read?.map(type, raw.attributes);
	if (mapped?.status !== 'mapped') return undefined;
	const matches = matchesFor(work.traits.matchBy[type], mapped.entity, id).filter(
		(match) => !('externalId' in match),
	);
	for (const match of matches) {
		const [account, second] = await target.find(type, match);
		if (account && !second && ownerOf(account.attributes) === undefined) return account;
	}
	return undefined;
}

function ownerOf(attributes: JsonObject): string | undefined {
	return valuesAt(attributes, 'externalId')[0];
}

function keyOf(id: string, type: EntityType): string {
	return `${type} ${id}`;
}
