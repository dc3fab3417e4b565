import type { ChangeNotice } from '../../src/model/notice';
import { isObject } from '../../src/model/json';
import type { ScimStore } from '../support/scimStore';
import { noticeFor } from './memoryWorld';

const PEOPLE = 60;
const GROUPS = 12;
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

function pick<T>(list: readonly T[], random: () => number): T | undefined {
	return list[Math.floor(random() * list.length)];
}

/** Makes one change in the source and gives the notice of it; `undefined` when it did nothing. */
export function makeChange(source: ScimStore, random: () => number): ChangeNotice | undefined {
	const users = source.all('User');
	const groups = source.all('Group');
	const dice = random();
	if (users.length < 5 || (dice < 0.2 && users.length < PEOPLE)) return hire(source, random);
	if (groups.length < 2 || (dice < 0.24 && groups.length < GROUPS)) return found(source, random);
	if (dice < 0.5) return change(source, random);
	if (dice < 0.6) return rename(source, random);
	if (dice < 0.7) return leave(source, random);
	return regroup(source, random);
}

let counter = 0;

function hire(source: ScimStore, random: () => number): ChangeNotice {
	counter++;
	const user = source.create('User', {
		schemas: [`${SCHEMA}User`],
		userName: `person-${counter}`,
		displayName: `Person ${Math.floor(random() * 100)}`,
		active: true,
	});
	return noticeFor(String(user['id']));
}

function found(source: ScimStore, random: () => number): ChangeNotice {
	counter++;
	const members = source.all('User').filter(() => random() < 0.2);
	const group = source.create('Group', {
		schemas: [`${SCHEMA}Group`],
		displayName: `group-${counter}`,
		members: members.map(({ id }) => ({ value: id ?? null })),
	});
	return noticeFor(String(group['id']), { entityType: 'group' });
}

function change(source: ScimStore, random: () => number): ChangeNotice | undefined {
	const user = pick(source.all('User'), random);
	if (!user) return undefined;
	const displayName = random() < 0.2 ? null : `Person ${Math.floor(random() * 1000)}`;
	source.replace('User', String(user['id']), { ...user, displayName });
	return noticeFor(String(user['id']));
}

function rename(source: ScimStore, random: () => number): ChangeNotice | undefined {
	const user = pick(source.all('User'), random);
	if (!user) return undefined;
	counter++;
	source.replace('User', String(user['id']), { ...user, userName: `renamed-${counter}` });
	return noticeFor(String(user['id']));
}

function leave(source: ScimStore, random: () => number): ChangeNotice | undefined {
	const user = pick(source.all('User'), random);
	if (!user) return undefined;
	const id = String(user['id']);
	source.remove('User', id);
	for (const group of source.all('Group')) {
		const members = Array.isArray(group['members']) ? group['members'] : [];
		const left = members.filter((member) => !isObject(member) || member['value'] !== id);
		source.replace('Group', String(group['id']), { ...group, members: left });
	}
	return noticeFor(id, { kind: 'deleted' });
}

function regroup(source: ScimStore, random: () => number): ChangeNotice | undefined {
	const group = pick(source.all('Group'), random);
	if (!group) return undefined;
	const members = source.all('User').filter(() => random() < 0.2);
	source.replace('Group', String(group['id']), {
		...group,
		members: members.map(({ id }) => ({ value: id ?? null })),
	});
	return noticeFor(String(group['id']), { entityType: 'group' });
}
