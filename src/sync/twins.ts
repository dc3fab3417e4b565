import type { Entity } from '../model/entity';
import { isObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';
import type { Work } from './work';

/** How long a run waits for the other one to see the twin and to step back. */
const PATIENCE = 2_000;

/**
 * Two runs that create the same entity at once make twins where the server does not refuse the second.
 * The older one stays. A run only ever removes what it has just created itself.
 *
 * @returns whether the account that was just created is to stay
 */
export async function isKept(work: Work, account: Entity): Promise<boolean> {
	const [owner] = valuesAt(account.attributes, 'externalId');
	if (!owner || !work.traits.externalId) return true;
	if (work.traits.uniqueness && account.type === 'user') return true;

	const twins = await findTwins(work, account, owner);
	if (twins.length === 0) return true;
	if (twins.every((twin) => isOlder(account, twin))) {
		await work.run.wait(PATIENCE);
		// A twin that is still there was made by a run that has ended without seeing ours.
		if ((await findTwins(work, account, owner)).length === 0) return true;
	}
	const { target } = work;
	await target.send(account.type, target.requests.remove(account.type, account.id));
	return false;
}

async function findTwins({ target }: Work, account: Entity, externalId: string): Promise<Entity[]> {
	const hits = await target.find(account.type, { externalId });
	return hits.filter(({ id }) => id !== account.id);
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
