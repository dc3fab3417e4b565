import type { EntityType } from '../../../src/model/entity';
import { isObject, type Json, type JsonObject } from '../../../src/model/json';
import { identityAuthentication } from '../../../src/systems/identity-authentication/system';
import { scimSystem } from '../../../src/systems/scim-system/system';
import { compileTransformation } from '../../../src/transformation';
import type { History } from './history';

const read = compileTransformation(identityAuthentication.defaultTransformation('read'), {
	direction: 'read',
});
const write = compileTransformation(scimSystem.defaultTransformation('write'), {
	direction: 'write',
});

/** Written by the server, or (members, externalId) compared apart. */
const APART = new Set(['id', 'meta', 'schemas', 'groups', 'externalId', 'members']);

/** The same text for values that are the same to SCIM: no order, null and [] as absent. */
function canonical(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const parts = Object.entries(value).filter(
		([, part]) => part !== null && !(Array.isArray(part) && part.length === 0),
	);
	return `{${parts.map(([name, part]) => `${name}:${canonical(part)}`).sort()}}`;
}

function attributesOf(resource: JsonObject): string {
	const kept = Object.entries(resource).filter(([name]) => !APART.has(name));
	return canonical(Object.fromEntries(kept));
}

/** What the account of this person must be. */
function wantedAccount(person: JsonObject): string {
	const seen = read.map('user', person);
	if (seen.status !== 'mapped') throw new Error(`The read transformation ${seen.status} a person.`);
	const { entity, variables } = seen;
	const wanted = write.map('user', entity, { operation: 'create', variables });
	if (wanted.status === 'failed') throw wanted.error;
	if (wanted.status === 'skipped') throw new Error(`The write transformation: ${wanted.reason}`);
	return attributesOf(wanted.entity);
}

/** Ids of the members of a group. */
export const idsIn = ({ members }: JsonObject): string[] =>
	Array.isArray(members) ? members.filter(isObject).map(({ value }) => String(value)) : [];

const ownedBy = (resources: readonly JsonObject[], sourceId: string) =>
	resources.filter(({ externalId }) => externalId === sourceId);

/** What is said about both sides, told without any code of ours but the transformations. */
export function createTruth({ source, target }: { source: History; target: History }) {
	const isRight = (account: JsonObject | undefined, person: JsonObject | undefined): boolean => {
		if (person === undefined) return account === undefined || account['active'] === false;
		return account !== undefined && attributesOf(account) === wantedAccount(person);
	};

	/** A member whose account appeared or went within the span may be there or not. */
	function hasMembers(held: JsonObject, wanted: JsonObject, from: number, to: number): boolean {
		const actual = new Set(idsIn(held));
		const accounts = target.all('user');
		const allowed = idsIn(wanted).flatMap((id) => ownedBy(accounts, id).map(({ id: own }) => own));
		const obliged = allowed.filter((id) =>
			target.between('user', String(id), from, to).every((state) => state !== undefined),
		);
		return (
			[...actual].every((id) => allowed.includes(id)) &&
			obliged.every((id) => actual.has(String(id)))
		);
	}

	function isGroupRight(
		held: JsonObject | undefined,
		wanted: JsonObject | undefined,
		from: number,
		to: number,
	): boolean {
		if (held === undefined || wanted === undefined) return false;
		return held['displayName'] === wanted['displayName'] && hasMembers(held, wanted, from, to);
	}

	/** For whoever has to find out why. */
	function describeGroup(group: JsonObject): string {
		const id = String(group['id']);
		const [held, ...twins] = ownedBy(target.all('group'), id);
		if (held === undefined) return `group ${id} is not at the target`;
		const wanted = idsIn(group).flatMap((one) =>
			ownedBy(target.all('user'), one).map((account) => String(account['id'])),
		);
		const actual = idsIn(held);
		const missing = wanted.filter((one) => !actual.includes(one)).length;
		const spare = actual.filter((one) => !wanted.includes(one)).length;
		const names = [held, group].map(({ displayName }) => String(displayName)).join(' for ');
		return `group ${id} (${names}): ${twins.length} twins, ${missing} members missing, ${spare} too many`;
	}

	return {
		/**
		 * Whether the target holds of an entity what the source held at some moment since `from`: now, or only
		 * at a moment between the two, before the write of another run that had read the source earlier.
		 */
		holds(type: EntityType, id: string, from: number, to: number): 'now' | 'meanwhile' | 'never' {
			const [held, twin] = ownedBy(target.all(type), id);
			if (twin !== undefined) return 'never';
			const wanted = source.between(type, id, from, to);
			const isTrue = (state: JsonObject | undefined) =>
				wanted.some((each) =>
					type === 'user' ? isRight(state, each) : isGroupRight(state, each, from, to),
				);
			if (isTrue(held)) return 'now';
			const states = held === undefined ? [] : target.between(type, String(held['id']), from, to);
			return states.some(isTrue) ? 'meanwhile' : 'never';
		},

		/** Ids at the source of what is not equal, and what is wrong with it. */
		differences(now: number): string[] {
			const people = source.all('user');
			const accounts = target.all('user');
			const known = new Set([...people, ...source.all('group')].map(({ id }) => id));
			const wrong = people.filter(({ id, ...person }) => {
				const held = ownedBy(accounts, String(id));
				return held.length !== 1 || !isRight(held[0], { id: id ?? null, ...person });
			});
			const groups = source.all('group').filter((group) => {
				const held = ownedBy(target.all('group'), String(group['id']));
				return held.length !== 1 || !isGroupRight(held[0], group, now, now);
			});
			const left = [...accounts, ...target.all('group')].filter(
				({ externalId, active }) => !known.has(externalId ?? '') && active !== false,
			);
			return [
				...wrong.map(({ id }) => `user ${String(id)} differs`),
				...groups.map(describeGroup),
				...left.map(({ externalId }) => `${String(externalId)} is at the target only`),
			];
		},

		/** Accounts too many: of one person, or of one name. */
		duplicates(): number {
			const accounts = target.all('user');
			const spare = (name: string) =>
				accounts.length - new Set(accounts.map((account) => account[name])).size;
			return Math.max(spare('externalId'), spare('userName'));
		},
	};
}

export type Truth = ReturnType<typeof createTruth>;
