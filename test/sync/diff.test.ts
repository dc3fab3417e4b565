import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { diffResource } from '../../src/sync';
import { closeDifferences, findDifferences } from '../../src/sync/difference';
import { satisfies } from '../../src/sync/same';
import type { PatchOperation } from '../../src/model/change';
import { patched } from '../support/scimPatch';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('what is sent', () => {
	const cases: [string, JsonObject, JsonObject, readonly string[], unknown[]][] = [
		['nothing differs', { a: '1' }, { a: '1' }, [], []],
		[
			'single values travel together, siblings stay',
			{ displayName: 'a', name: { givenName: 'b', familyName: 'c' } },
			{ displayName: 'x', name: { givenName: 'y' } },
			[],
			[{ op: 'replace', value: { displayName: 'x', name: { givenName: 'y' } } }],
		],
		[
			'an extension under its URN',
			{ [ENTERPRISE]: { department: 'a', division: 'b' } },
			{ [ENTERPRISE]: { department: 'x', manager: { value: '7' } } },
			[],
			[{ op: 'replace', value: { [ENTERPRISE]: { department: 'x', manager: { value: '7' } } } }],
		],
		[
			'a list as a whole',
			{ emails: [{ value: 'a' }, { value: 'b' }] },
			{ emails: [{ value: 'b' }] },
			[],
			[{ op: 'replace', path: 'emails', value: [{ value: 'b' }] }],
		],
		['F13, E28: the order of a list says nothing', { l: ['a', 'b'] }, { l: ['b', 'a'] }, [], []],
		[
			'what the server added to an element is no difference',
			{ emails: [{ value: 'a', display: 'A', primary: true }] },
			{ emails: [{ value: 'a', primary: true }] },
			[],
			[],
		],
		[
			'E29: not primary and nothing said are the same',
			{ e: [{ v: 1 }] },
			{ e: [{ v: 1, primary: false }] },
			[],
			[],
		],
		['E30: active as text', { active: 'True' }, { active: true }, [], []],
		[
			'E27: null, empty text and empty list are all "no value"',
			{},
			{ a: null, b: '', c: [], d: {} },
			[],
			[],
		],
		[
			'E26: emptied on purpose',
			{ title: 'x', l: ['a'] },
			{ title: null, l: [] },
			[],
			[
				{ op: 'remove', path: 'title' },
				{ op: 'remove', path: 'l' },
			],
		],
		['E25: absent and not ours', { title: 'x' }, {}, ['$.displayName'], []],
		[
			'E26: absent and ours',
			{ title: 'x', nickName: 'y' },
			{},
			['$.title'],
			[{ op: 'remove', path: 'title' }],
		],
		[
			'ours as a part',
			{ name: { middleName: 'x', givenName: 'y' } },
			{ name: { givenName: 'y' } },
			['$.name.middleName'],
			[{ op: 'remove', path: 'name.middleName' }],
		],
		[
			'ours in an extension',
			{ [ENTERPRISE]: { department: 'x' } },
			{},
			[`$['${ENTERPRISE}']['department']`],
			[{ op: 'remove', path: `${ENTERPRISE}:department` }],
		],
		[
			'ours as one element of a list',
			{ emails: [{ value: 'a' }] },
			{},
			['$.emails[0].value'],
			[{ op: 'remove', path: 'emails' }],
		],
		[
			'never the parts of the server',
			{ id: '1', meta: {} },
			{ id: '2', schemas: ['x'] },
			['$.id'],
			[],
		],
	];
	test.each(cases)('%s', (_, current, desired, owned, operations) => {
		expect(diffResource(current, desired, { owned })).toEqual(operations);
	});
});

/** What an independent server makes of the operations; no operation, no request. */
function served(current: JsonObject, operations: readonly PatchOperation[]): JsonObject {
	return operations.length === 0
		? current
		: patched(current, JSON.parse(JSON.stringify(operations)));
}

describe('laws', () => {
	const text = fc.constantFrom('a', 'b', 'ä', 'A b', '0');
	const single = fc.oneof(text, fc.boolean(), fc.integer({ min: 0, max: 3 }));
	const element = fc.record(
		{ value: text, type: fc.constantFrom('work', 'home'), primary: fc.constant(true) },
		{ requiredKeys: ['value'] },
	);
	const part = fc.record({ familyName: text, givenName: text }, { requiredKeys: [] });
	const user: fc.Arbitrary<JsonObject> = fc.record(
		{
			displayName: text,
			title: text,
			active: fc.boolean(),
			nickName: single,
			name: part,
			emails: fc.uniqueArray(element, {
				selector: ({ value }) => value,
				minLength: 1,
				maxLength: 4,
			}),
			[ENTERPRISE]: fc.record({ department: text, division: text }, { requiredKeys: [] }),
		},
		{ requiredKeys: [] },
	);
	const everything = ['displayName', 'title', 'active', 'nickName', 'name', 'emails', ENTERPRISE];
	const owned = everything.map((name) => `$['${name}']`);
	const names = everything.map((name) => [name]);

	test('L1: an independent server that applies the PATCH has what was wanted', () => {
		fc.assert(
			fc.property(user, user, (current, desired) => {
				const after = served(current, diffResource(current, desired, { owned }));
				expect(findDifferences(after, desired, names)).toEqual([]);
			}),
		);
	});

	test('L1: and everything that is not ours is untouched', () => {
		fc.assert(
			fc.property(user, user, (current, desired) => {
				const after = served({ ...current, foreign: 'x' }, diffResource(current, desired));
				for (const [name, value] of Object.entries({ ...current, foreign: 'x' })) {
					if (!(name in desired)) expect(after[name]).toEqual(value);
				}
			}),
		);
	});

	test('L2: nothing differs from itself', () => {
		fc.assert(
			fc.property(user, (one) => {
				expect(diffResource(one, structuredClone(one), { owned })).toEqual([]);
			}),
		);
	});

	test('L3: the same PATCH twice is the same as once', () => {
		fc.assert(
			fc.property(user, user, (current, desired) => {
				const operations = diffResource(current, desired, { owned });
				const once = served(current, operations);
				expect(served(once, operations)).toEqual(once);
			}),
		);
	});

	test('L4: the whole resource says the same as the PATCH', () => {
		fc.assert(
			fc.property(user, user, (current, desired) => {
				const differences = findDifferences(current, desired, names);
				const whole = closeDifferences(current, differences);
				expect(findDifferences(whole, desired, names)).toEqual([]);
				expect(satisfies(whole, served(current, diffResource(current, desired, { owned })))).toBe(
					true,
				);
			}),
		);
	});

	test('what comes in is never changed', () => {
		fc.assert(
			fc.property(user, user, (current, desired) => {
				const before = JSON.stringify([current, desired]);
				closeDifferences(current, findDifferences(current, desired, names));
				diffResource(current, desired, { owned });
				expect(JSON.stringify([current, desired])).toBe(before);
			}),
		);
	});
});

test('A11: names of the prototype change nothing', () => {
	const hostile: JsonObject = JSON.parse('{"__proto__":{"polluted":"x"},"constructor":{"y":"z"}}');
	const differences = findDifferences({}, hostile);
	closeDifferences({}, differences);
	diffResource({}, hostile);
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
	expect(differences).toEqual([]);
});
