import type { Entity, EntityType } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';
import type { Directory } from '../protocols/directory';
import { keepsOwner } from '../systems/traits';
import type { Work } from './work';

/** Between two readings that make an absence certain which nobody announced. */
const CERTAIN = 10_000;

/**
 * Whether the account carries the id of an entity that the source has no more: an onboardee who became an
 * employee, or a person who was entered anew. Without a source to ask nobody is gone.
 */
export async function isOwnerGone(
	work: Work,
	{ type, attributes }: Entity,
	wanted: JsonObject,
): Promise<boolean> {
	const { source, policy } = work;
	if (!source || policy.onNewId === 'fail') return false;
	const [owner] = valuesAt(attributes, 'externalId');
	const [ours] = valuesAt(wanted, 'externalId');
	if (!keepsOwner(work.traits, type) || !owner || owner === ours) return false;
	if (!(await isAbsent(source, type, owner))) return false;
	if (work.preview) return true;
	await work.run.wait(CERTAIN);
	return isAbsent(source, type, owner);
}

/** An id that the source refuses to look for may be that of another source: then nobody is gone. */
async function isAbsent(source: Directory, type: EntityType, id: string): Promise<boolean> {
	try {
		if (await source.get(type, id)) return false;
		await source.check(type);
		return true;
	} catch (error) {
		return refused(error);
	}
}

function refused(error: unknown): false {
	if (!(error instanceof ProvisioningError)) throw error;
	return false;
}
