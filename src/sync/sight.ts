import type { Entity } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { MapResult } from '../transformation';
import { keepsOwner } from '../systems/traits';
import { correlate, matchesFor } from './correlate';
import { namesOwnedBy } from './ownership';
import type { Present, Wanted } from './planning';
import { awaitAbsence, awaitPresence, readEntity } from './reading';
import { isOwnerGone } from './formerOwner';
import { resolveIds } from './resolve';
import type { Work } from './work';

/** What one round sees: the source now, the target now, and what the target must come to. */
export interface Sight {
	/** The source's own view; absent in item mode, and when the entity is gone. */
	readonly raw?: Entity;
	readonly wanted?: Wanted;
	readonly current?: Entity;
	/** The account carries the id of an entity that the source certainly has no more. */
	readonly ownerIsGone?: boolean;
	/** False when somebody whom the entity names is not at the target yet. */
	readonly isComplete?: boolean;
	/** Set instead of `wanted` when the round ends here. */
	readonly end?: { state: 'skipped' | 'notProvisioned'; because: string; repeatable: boolean };
}

/**
 * @param apart look up each attribute by a request of its own
 * @throws ProvisioningError when source or target cannot be read, or the transformation fails
 */
export async function see(work: Work, apart: boolean): Promise<Sight> {
	const { source, item, notice } = work;
	if (!source) {
		if (!item?.entity && notice.kind !== 'deleted') throw nothingToGoBy();
		return notice.kind === 'deleted' || !item?.entity
			? seeGone(work, apart)
			: seePresent(work, item.entity, item.variables, apart);
	}
	const raw =
		notice.kind === 'deleted' ? await awaitAbsence(work, source) : await readEntity(work, source);
	if (!raw) return seeGone(work, apart);
	if (notice.kind === 'deleted') work.warn('deletion not confirmed: the source still shows it');
	return seeRaw(work, raw, apart);
}

async function seeRaw(work: Work, raw: Entity, apart: boolean): Promise<Sight> {
	const start = { entityIdSourceSystem: raw.id };
	const mapped = work.read?.map(raw.type, raw.attributes);
	if (!mapped) {
		return { raw, ...partly(work, raw, await seePresent(work, raw.attributes, start, apart)) };
	}
	if (mapped.status === 'failed') throw mapped.error;
	if (mapped.status === 'skipped')
		return { raw, ...(await seeSkipped(work, mapped, raw.id, apart)) };
	const variables = { ...start, ...mapped.variables };
	return { raw, ...partly(work, raw, await seePresent(work, mapped.entity, variables, apart)) };
}

/** Of a list that the source has cut nobody can be missing. */
function partly(work: Work, raw: Entity, seen: Sight): Sight {
	if (raw.incomplete === undefined || !seen.wanted?.present) return seen;
	work.warn(`the source gave only a part of ${raw.incomplete.join(', ')}: nobody was taken out`);
	return { ...seen, wanted: { ...seen.wanted, additionsOnly: true } };
}

async function seePresent(
	work: Work,
	entity: JsonObject,
	variables: JsonObject,
	apart: boolean,
): Promise<Sight> {
	const type = work.notice.entityType;
	const sourceId = String(variables['entityIdSourceSystem'] ?? work.notice.entityId);
	const { resolve, isComplete } = await resolveIds(work, entity, variables);
	const map = (operation: 'create' | 'update', targetId?: string): MapResult =>
		work.write?.map(type, entity, {
			operation,
			resolve,
			variables: { ...variables, ...(targetId && { entityIdTargetSystem: targetId }) },
		}) ?? { status: 'mapped', entity, variables };

	const created = map('create');
	if (created.status === 'failed') throw created.error;
	if (created.status === 'skipped' && created.code !== 'operation') {
		return seeSkipped(work, created, sourceId, apart);
	}
	const toFind = created.status === 'mapped' ? created.entity : entity;
	const current = await correlate(work, matchesFor(work.policy.matchBy, toFind, sourceId), apart);
	const result = current ? map('update', current.id) : created;
	if (result.status === 'failed') throw result.error;
	if (result.status === 'skipped') return { current, end: skipped(result.reason) };
	reportWarnings(work, result.warnings);
	const wanted = { present: true, ...ownPart(work, sourceId, result.entity) } as const;
	const ownerIsGone = current && (await isOwnerGone(work, current, wanted.attributes));
	return { current, wanted, isComplete, ownerIsGone };
}

/** What of the result is ours to write: of groups that are only filled, nothing but the members. */
function ownPart(
	work: Work,
	sourceId: string,
	entity: JsonObject,
): Pick<Present, 'attributes' | 'owned'> {
	const { traits, notice } = work;
	const owned = namesOwnedBy(work, notice.entityType);
	if (notice.entityType === 'group' && traits.membersOnly) {
		const { members } = entity;
		const attributes: JsonObject = members === undefined ? {} : { members };
		return { attributes, owned: owned.filter(([name]) => name === 'members') };
	}
	const attributes = keepsOwner(traits, notice.entityType)
		? { externalId: sourceId, ...entity }
		: entity;
	return { attributes, owned };
}

/** An account whose entity left the scope of a transformation is treated like one whose entity is gone. */
async function seeSkipped(
	work: Work,
	{ reason, code }: Extract<MapResult, { status: 'skipped' }>,
	sourceId: string,
	apart: boolean,
): Promise<Sight> {
	if (code !== 'condition') return { end: skipped(reason) };
	const current = await correlate(
		work,
		matchesFor(work.policy.matchBy, undefined, sourceId),
		apart,
	);
	return current ? seeAbsent(work, current, sourceId, reason) : { end: skipped(reason) };
}

async function seeGone(work: Work, apart: boolean): Promise<Sight> {
	const { source, notice } = work;
	const sourceId = String(work.item?.variables['entityIdSourceSystem'] ?? notice.entityId);
	const current = await correlate(
		work,
		matchesFor(work.policy.matchBy, undefined, sourceId),
		apart,
	);
	if (!source) return seeAbsent(work, current, sourceId, 'reported as gone, the source not asked');
	if (notice.kind === 'deleted') {
		return seeAbsent(work, current, sourceId, 'deleted in the source');
	}
	const raw = await awaitPresence(work, source, current !== undefined);
	if (raw) return seeRaw(work, raw, apart);
	if (current) return seeAbsent(work, current, sourceId, 'no longer in the source');
	return {
		end: {
			state: 'notProvisioned',
			because: 'the source does not show it (yet), and there is no account of it',
			repeatable: true,
		},
	};
}

/** Mappings with scope `deleteEntity` say what a deprovisioned account looks like; else it is not active. */
function seeAbsent(
	work: Work,
	current: Entity | undefined,
	sourceId: string,
	because: string,
): Sight {
	const type = work.notice.entityType;
	const wanted = { present: false, sourceId, because } as const;
	const inactive = { current, wanted: { ...wanted, attributes: { active: false } } };
	// Without an account there is nothing that a mapping could be about.
	if (!current || !work.write) return inactive;
	const variables = { entityIdSourceSystem: sourceId, entityIdTargetSystem: current.id };
	const result = work.write.map(type, {}, { operation: 'delete', variables });
	if (result.status === 'skipped') return { current, end: skipped(result.reason) };
	if (!work.write.deletesByUpdate(type)) return inactive;
	if (result.status === 'failed') throw result.error;
	return { current, wanted: { ...wanted, attributes: result.entity } };
}

function skipped(because: string) {
	return { state: 'skipped', because, repeatable: false } as const;
}

function reportWarnings(work: Work, warnings: readonly string[] | undefined): void {
	for (const warning of warnings ?? []) work.warn(warning);
}

/** Who neither names a source nor brings an entity must not look like somebody who is gone. */
function nothingToGoBy(): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: 'There is neither a source to read nor an entity to write',
		hint: 'Hand over a source, or the entity itself.',
	});
}
