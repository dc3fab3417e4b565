import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../src/model/json';
import { diffMembers, listAfter, memberRequests, membersOf } from '../../src/sync/members';
import { patched } from '../support/scimPatch';
import { createMemoryWorld } from './memoryWorld';

const { requests } = createMemoryWorld().directories.target;
const members = fc
	.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 })
	.map((ids) => ids.map((value): JsonObject => ({ value })));
const limits = fc.record({
	addAtMost: fc.integer({ min: 1, max: 5 }),
	removeAtMost: fc.integer({ min: 1, max: 5 }),
});

function operationsIn(body: Json | undefined): Json[] {
	const operations = isObject(body) ? body['Operations'] : undefined;
	return Array.isArray(operations) ? operations : [];
}

function sizesIn(operations: readonly Json[]) {
	const joining = operations.filter(isObject).filter(({ op }) => op === 'add');
	const values = joining.flatMap(({ value }) => value ?? []);
	return { joining: values.length, leaving: operations.length - joining.length };
}

function names(list: readonly JsonObject[]): Json[] {
	return list.map(({ value }) => value ?? null).sort();
}

test('L5: the chunks, none too large and in any order, make the current members the wanted ones', () => {
	const chances = fc.array(fc.double({ noNaN: true }), { minLength: 50, maxLength: 50 });
	fc.assert(
		fc.property(members, members, fc.boolean(), limits, chances, (...given) => {
			const [current, wanted, keep, most, order] = given;
			const change = diffMembers(current, wanted, keep);
			const chunks = memberRequests(requests, '7', change, most)
				.map(({ body }, place) => ({ operations: operationsIn(body), at: order[place] ?? 0 }))
				.sort((a, b) => a.at - b.at);
			let group: JsonObject = { members: current };
			for (const { operations } of chunks) {
				const { joining, leaving } = sizesIn(operations);
				expect(joining).toBeLessThanOrEqual(most.addAtMost);
				expect(leaving).toBeLessThanOrEqual(most.removeAtMost);
				expect(Math.min(joining, leaving)).toBe(0);
				group = patched(group, operations);
			}
			const ids = keep ? new Set([...names(current), ...names(wanted)]) : names(wanted);
			expect(names(membersOf(group))).toEqual([...ids].sort());
			expect(names(listAfter(current, change))).toEqual([...ids].sort());
			expect(change.join.filter(({ value }) => change.leave.includes(String(value)))).toEqual([]);
		}),
	);
});
