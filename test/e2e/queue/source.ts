import type { EntityType } from '../../../src/model/entity';
import type { JsonObject } from '../../../src/model/json';
import type { IdentityAuthentication } from '../../support/identityAuthentication';
import { createPeople } from '../../support/people';
import type { History } from './history';

/** What the source would send a notice about. */
export interface SourceChange {
	readonly entityType: EntityType;
	readonly id: string;
	readonly kind: 'changed' | 'deleted';
}

export interface ChangingSource {
	/** One change, done at once; what it touches beside its entity is done in the same moment. */
	change(): Promise<SourceChange>;
}

const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
const SHARE_OF_MEMBERS = 0.15;

/** A tenant in which people are hired, changed, renamed and regrouped, and leave. */
export function createChangingSource(options: {
	tenant: IdentityAuthentication;
	history: History;
	random: () => number;
	people: number;
	groups: number;
}): ChangingSource {
	const { tenant, history, random } = options;
	const nextPerson = createPeople();
	const living: string[] = [];
	const groups = new Map<string, { name: string; members: Set<string> }>();
	let renamed = 0;

	const pick = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? '';
	const seen = (id: string) => history.record('user', id, tenant.user(id));
	const about = (id: string, entityType: EntityType = 'user'): SourceChange => ({
		entityType,
		id,
		kind: 'changed',
	});

	async function hire(): Promise<SourceChange> {
		const { id } = await tenant.createUser(nextPerson());
		living.push(id);
		seen(id);
		return about(id);
	}

	async function update(change: JsonObject): Promise<SourceChange> {
		const id = pick(living);
		const done = tenant.updateUser(id, change);
		seen(id);
		await done;
		return about(id);
	}

	const change = () =>
		update({
			title: random() < 0.2 ? null : `Title ${Math.floor(random() * 1000)}`,
			displayName: `Person ${Math.floor(random() * 1000)}`,
			...(random() < 0.3 && {
				phoneNumbers: [{ value: `+49 30 ${Math.floor(random() * 1e6)}`, type: 'work' }],
			}),
		});

	const rename = () => update({ userName: `renamed.${++renamed}` });

	async function leave(): Promise<SourceChange> {
		const id = pick(living);
		living.splice(living.indexOf(id), 1);
		const done = tenant.deleteUser(id);
		history.record('user', id, undefined);
		for (const [groupId, { members }] of groups) {
			if (members.delete(id)) showGroup(groupId);
		}
		await done;
		return { entityType: 'user', id, kind: 'deleted' };
	}

	const attributesOf = (groupId: string): JsonObject => {
		const { name = '', members = new Set<string>() } = groups.get(groupId) ?? {};
		return {
			displayName: name,
			[CUSTOM_GROUP]: { name },
			members: [...members].map((value) => ({ value, type: 'User' })),
		};
	};

	function showGroup(groupId: string): void {
		tenant.changeGroup(groupId, attributesOf(groupId));
		history.record('group', groupId, { id: groupId, ...attributesOf(groupId) });
	}

	async function regroup(groupId: string): Promise<SourceChange> {
		const group = groups.get(groupId);
		if (group === undefined) throw new Error(`There is no group ${groupId}.`);
		group.members = new Set(living.filter(() => random() < SHARE_OF_MEMBERS));
		showGroup(groupId);
		return about(groupId, 'group');
	}

	function foundGroup(): Promise<SourceChange> {
		const name = `Team ${groups.size + 1}`;
		const id = tenant.createGroup({ displayName: name, [CUSTOM_GROUP]: { name } });
		groups.set(id, { name, members: new Set() });
		return regroup(id);
	}

	function next(): Promise<SourceChange> {
		const dice = random();
		if (living.length < 5 || (dice < 0.3 && living.length < options.people)) return hire();
		if (dice < 0.33 && groups.size < options.groups) return foundGroup();
		if (dice < 0.65 || groups.size === 0) return change();
		if (dice < 0.75) return rename();
		if (dice < 0.82) return leave();
		return regroup(pick([...groups.keys()]));
	}

	return { change: next };
}
