import type { Entity } from '../model/entity';
import { isObject, type Json } from '../model/json';
import { ProvisioningError } from '../model/errors';
import { LOOK_AGAIN } from './apply';
import { idsOf, memberRequests, membersOf, type MemberChange } from './members';
import { keepsOwner } from '../systems/traits';
import { namesOwnedBy } from './ownership';
import { readEntity } from './reading';
import type { Work } from './work';

/** Looks at the source after joining; as often as a run looks after any other write. */
const LOOKS = 3;

/**
 * Closes a gap from the person's side: a group that was written before this account existed left the
 * person out. Only groups that are here already are touched; the others bring their members themselves.
 * A group may let the person go meanwhile, and its own run be over before: so who joined looks again.
 */
export async function joinGroups(work: Work, raw: Entity, account: Entity): Promise<void> {
	if (!namesOwnedBy(work, 'group').some(([name]) => name === 'members')) return;
	// Nothing here says which group of the source it is: the group's own notice brings the person in.
	if (!keepsOwner(work.traits, 'group')) return;
	const joined = new Map<string, Entity>();
	let seen: Entity | undefined = raw;
	for (let look = 0; look < LOOKS; look++) {
		const isWritten = await follow(work, groupsNamedBy(seen), account.id, joined);
		if (!isWritten || !work.source) return;
		seen = await readEntity(work, work.source);
	}
}

/** Joins the groups that the source names, leaves those of the joined ones that it names no more. */
async function follow(
	work: Work,
	named: readonly string[],
	accountId: string,
	joined: Map<string, Entity>,
): Promise<boolean> {
	const before = new Map(joined);
	for (const sourceId of named.filter((id) => !before.has(id))) {
		await attempt(work, async () => {
			const group = await findWithout(work, sourceId, accountId);
			if (!group) return;
			// Noted before it is sent: the answer may be lost on the way.
			joined.set(sourceId, group);
			await send(work, group, { join: [{ value: accountId }], leave: [], before: 0 });
		});
	}
	for (const [sourceId, group] of before) {
		if (named.includes(sourceId)) continue;
		joined.delete(sourceId);
		const leave = { join: [], leave: [accountId], before: 0 };
		await attempt(work, () => send(work, group, leave));
	}
	return [...joined.keys()].join() !== [...before.keys()].join();
}

/** One group that does not answer must not keep the person out of the others. */
async function attempt(work: Work, write: () => Promise<void>, tries = 1): Promise<void> {
	try {
		await write();
	} catch (error) {
		// Nobody else may bring the person in: a repair round that compared the groups before is over.
		if (tries < LOOKS && mayHaveArrived(error)) return await attempt(work, write, tries + 1);
		work.warn(notJoined(error));
	}
}

function mayHaveArrived(error: unknown): boolean {
	return error instanceof ProvisioningError && LOOK_AGAIN.has(error.code);
}

async function findWithout(
	{ target }: Work,
	sourceId: string,
	accountId: string,
): Promise<Entity | undefined> {
	const [group, second] = await target.find('group', { externalId: sourceId });
	const isThere = group && idsOf(membersOf(group.attributes)).has(accountId);
	return second || isThere ? undefined : group;
}

async function send({ target, traits }: Work, group: Entity, change: MemberChange): Promise<void> {
	for (const request of memberRequests(target.requests, group.id, change, traits.members)) {
		await target.send('group', request);
	}
}

/** A person who is gone is in no group. */
function groupsNamedBy(person: Entity | undefined): string[] {
	const groups = person?.attributes['groups'];
	if (!Array.isArray(groups)) return [];
	const ids = groups.map((group: Json) => (isObject(group) ? group['value'] : undefined));
	return ids.filter((id) => typeof id === 'string');
}

/** The account itself is done; the group's own notice or the repair round adds the person later. */
function notJoined(error: unknown): string {
	if (!(error instanceof ProvisioningError)) throw error;
	return `not added to a group yet: ${error.message}`;
}
