import type { Entity } from '../model/entity';
import { isObject, type Json } from '../model/json';
import { ProvisioningError } from '../model/errors';
import { idsOf, memberRequests, membersOf } from './members';
import { keepsOwner } from '../systems/traits';
import { namesOwnedBy } from './ownership';
import type { Work } from './work';

/**
 * Closes a gap from the person's side: a group that was written before this account existed left the
 * person out. Only groups that are here already are touched; the others bring their members themselves.
 */
export async function joinGroups(work: Work, raw: Entity, account: Entity): Promise<void> {
	if (!namesOwnedBy(work, 'group').some(([name]) => name === 'members')) return;
	// Nothing here says which group of the source it is: the group's own notice brings the person in.
	if (!keepsOwner(work.traits, 'group')) return;
	for (const groupId of groupsNamedBy(raw)) {
		try {
			await join(work, groupId, account.id);
		} catch (error) {
			work.warn(notJoined(error));
		}
	}
}

async function join({ target, traits }: Work, groupId: string, accountId: string): Promise<void> {
	const [group, second] = await target.find('group', { externalId: groupId });
	if (!group || second || idsOf(membersOf(group.attributes)).has(accountId)) return;
	const change = { join: [{ value: accountId }], leave: [], before: 0 };
	for (const request of memberRequests(target.requests, group.id, change, traits.members)) {
		await target.send('group', request);
	}
}

function groupsNamedBy({ attributes }: Entity): string[] {
	const groups = attributes['groups'];
	if (!Array.isArray(groups)) return [];
	const ids = groups.map((group: Json) => (isObject(group) ? group['value'] : undefined));
	return ids.filter((id) => typeof id === 'string');
}

/** The account itself is done; the group's own notice or the repair round adds the person later. */
function notJoined(error: unknown): string {
	if (!(error instanceof ProvisioningError)) throw error;
	return `not added to a group yet: ${error.message}`;
}
