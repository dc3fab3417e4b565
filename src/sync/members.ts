import type { ChangeRequest, PatchOperation } from '../model/change';
import { isObject, type Json, type JsonObject } from '../model/json';
import type { ChangeRequests } from '../protocols/directory';
import type { MemberLimits } from '../systems/system';

/** Who joins and who leaves a group, by the ids of the target. */
export interface MemberChange {
	readonly join: readonly JsonObject[];
	readonly leave: readonly string[];
	/** How many the group has now. */
	readonly before: number;
}

/** A group this small may lose everybody without asking. */
const SMALL_GROUP = 20;

export function membersOf(attributes: JsonObject): JsonObject[] {
	const members = attributes['members'];
	return Array.isArray(members) ? members.filter(hasValue) : [];
}

export function withoutMembers(attributes: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'members'));
}

export function idsOf(members: readonly JsonObject[]): Set<string> {
	return new Set(members.map(({ value }) => String(value)));
}

/**
 * The difference of two lists of members, never the list itself: somebody else may be changing it too.
 *
 * @param keep members that only the target knows stay (policy `merge`)
 */
export function diffMembers(
	current: readonly JsonObject[],
	wanted: readonly JsonObject[],
	keep: boolean,
): MemberChange {
	const there = idsOf(current);
	const listed = idsOf(wanted);
	const join = new Map(wanted.map((member) => [String(member['value']), member] as const));
	for (const id of there) join.delete(id);
	return {
		join: [...join.values()],
		leave: keep ? [] : [...there].filter((id) => !listed.has(id)),
		before: there.size,
	};
}

/** A group that loses more than half of many members was more likely emptied by mistake. */
export function emptiesGroup({ leave, before }: MemberChange): boolean {
	return before > SMALL_GROUP && leave.length > before / 2;
}

/** One PATCH per chunk: servers limit how many members one request may carry, joins and leaves apart. */
export function memberRequests(
	requests: ChangeRequests,
	id: string,
	{ join, leave }: MemberChange,
	limits: MemberLimits,
): ChangeRequest[] {
	const joins = chunksOf(join, limits.addAtMost).map((chunk): PatchOperation[] => [
		{ op: 'add', path: 'members', value: [...chunk] },
	]);
	const leaves = chunksOf(leave, limits.removeAtMost).map((chunk) => chunk.map(removeMember));
	return [...joins, ...leaves].map((operations) => requests.patch('group', id, operations));
}

/** The whole list after the change, for a target that knows nothing but whole resources. */
export function listAfter(
	current: readonly JsonObject[],
	{ join, leave }: MemberChange,
): JsonObject[] {
	const left = new Set(leave);
	return [...current.filter(({ value }) => !left.has(String(value))), ...join];
}

/** Never without a filter: a bare `remove` of `members` empties the group. */
function removeMember(id: string): PatchOperation {
	return { op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` };
}

export function describeMembers({ join, leave }: MemberChange): string[] {
	return [
		...(join.length > 0 ? [`${count(join.length, 'member')} to add`] : []),
		...(leave.length > 0 ? [`${count(leave.length, 'member')} to remove`] : []),
	];
}

function count(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
	const chunks: T[][] = [];
	for (let start = 0; start < list.length; start += size) {
		chunks.push(list.slice(start, start + size));
	}
	return chunks;
}

function hasValue(member: Json): member is JsonObject {
	return isObject(member) && ['string', 'number'].includes(typeof member['value']);
}
