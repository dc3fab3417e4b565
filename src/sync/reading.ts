import type { Entity } from '../model/entity';
import { satisfies } from './same';
import type { Work } from './work';
import type { Directory } from '../protocols/directory';

/** Milliseconds between looks at a source that may be late; all together fit into the budget of a run. */
const LATE_SOURCE_WAITS = [1_000, 3_000, 9_000, 27_000];

/** Two readings at least ten seconds apart make an absence certain where nobody announced a deletion. */
const CERTAIN_WAITS = LATE_SOURCE_WAITS.slice(0, 3);

/** A clock that is wrong, here or at the trigger, must not stop a run. */
const SETTLING_AT_MOST = 30_000;

/** Who looks too early at a source sees what was true before the change that it has just reported. */
export async function awaitSettled({ notice, source, preview, clock, run }: Work): Promise<void> {
	if (!source || preview || notice.readAfter === undefined) return;
	const wait = Date.parse(notice.readAfter) - clock.now();
	if (wait > 0) await run.wait(Math.min(wait, SETTLING_AT_MOST));
}

/**
 * The entity as the source shows it now; `undefined` only when its absence is proven: the protocol's own
 * "not found", while the same connection can read others.
 *
 * @throws ProvisioningError when the source cannot be read: then nothing is known
 */
export async function readEntity(work: Work, source: Directory): Promise<Entity | undefined> {
	const { entityType, entityId, idKind } = work.notice;
	const entity = await source.get(entityType, entityId, idKind);
	if (!entity) await source.check(entityType);
	return entity;
}

/** Waits for a source that still shows what it already announced as deleted. */
export async function awaitAbsence(work: Work, source: Directory): Promise<Entity | undefined> {
	let entity = await readEntity(work, source);
	for (const wait of work.preview ? [] : LATE_SOURCE_WAITS) {
		if (!entity) return undefined;
		await work.run.wait(wait);
		entity = await readEntity(work, source);
	}
	return entity;
}

/** Looks again for an entity that the source does not show although nobody announced its deletion. */
export async function awaitPresence(
	work: Work,
	source: Directory,
	hasAccount: boolean,
): Promise<Entity | undefined> {
	for (const wait of work.preview ? [] : hasAccount ? CERTAIN_WAITS : LATE_SOURCE_WAITS) {
		await work.run.wait(wait);
		const entity = await readEntity(work, source);
		if (entity) return entity;
	}
	return undefined;
}

/** Whether the source changed while the target was written. */
export function isUnchanged(before: Entity | undefined, after: Entity | undefined): boolean {
	if (!before || !after) return before === after;
	return (
		before.id === after.id &&
		satisfies(before.attributes, after.attributes) &&
		satisfies(after.attributes, before.attributes)
	);
}
