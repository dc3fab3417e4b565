import type { Entity } from '../model/entity';
import { isObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';
import { keepsOwner } from '../systems/traits';
import type { Work } from './work';

/** How long a run waits for the other one to see the twin and to step back. */
const PATIENCE = 2_000;

/** A second account of the same entity is refused by the server itself, as long as its name is the same. */
export function mayHaveTwin({ traits, notice }: Work): boolean {
	const { entityType } = notice;
	return keepsOwner(traits, entityType) && !(traits.uniqueness && entityType === 'user');
}

/**
 * Two runs that create the same entity at once make twins where the server does not refuse the second.
 * The older one stays. A run only ever removes what it has just created itself.
 *
 * @param made the account that this run has created
 * @returns whether it stays
 */
export async function settleTwins(work: Work, made: Entity): Promise<boolean> {
	const twins = await findTwins(work, made);
	if (twins.length === 0) return true;
	if (twins.every((twin) => isOlder(made, twin))) {
		await work.run.wait(PATIENCE);
		// A twin that is still there was made by a run that has ended without seeing ours.
		if ((await findTwins(work, made)).length === 0) return true;
	}
	const { target } = work;
	await target.send(made.type, target.requests.remove(made.type, made.id));
	return false;
}

async function findTwins({ target }: Work, made: Entity): Promise<Entity[]> {
	const [externalId] = valuesAt(made.attributes, 'externalId');
	const hits = externalId ? await target.find(made.type, { externalId }) : [];
	return hits.filter(({ id }) => id !== made.id);
}

function isOlder(left: Entity, right: Entity): boolean {
	const order = createdAt(left).localeCompare(createdAt(right));
	return order === 0 ? left.id < right.id : order < 0;
}

/** ISO 8601 times of one server compare as text. */
function createdAt({ attributes }: Entity): string {
	const { meta } = attributes;
	const created = isObject(meta) ? meta['created'] : undefined;
	return typeof created === 'string' ? created : '';
}
