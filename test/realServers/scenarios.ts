/* eslint-disable @n8n/community-nodes/no-restricted-imports -- plays in jest and in node:test; not shipped */
import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/json';
import { valuesOf, type Bed } from './bed';

export interface Scenario {
	readonly name: string;
	play(bed: Bed): Promise<void>;
}

const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';

const groupOf = (name: string, members: readonly string[]): JsonObject => ({
	displayName: name,
	[CUSTOM_GROUP]: { name },
	members: members.map((value) => ({ value, type: 'User' })),
});

/** Some servers take one address of a type. */
const TYPES = { a: 'work', b: 'home', c: 'other', d: 'work' } as const;

const addresses = (names: readonly (keyof typeof TYPES)[]) =>
	names.map((name) => ({ value: `${name}@example.com`, type: TYPES[name] }));

async function hireMany(bed: Bed, count: number): Promise<string[]> {
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		const id = await bed.hire();
		const { state, reason } = await bed.run('user', id);
		assert.equal(state, 'created', reason);
		ids.push(id);
	}
	return ids;
}

/** The owners of the accounts that are in the only group. */
async function ownersIn(bed: Bed): Promise<string[]> {
	const [group] = await bed.groups();
	const users = await bed.users();
	return valuesOf(group, 'members')
		.map((id) => String(users.find((user) => user['id'] === id)?.['externalId']))
		.sort();
}

const life: readonly Scenario[] = [
	{
		name: 'a user is created, changed, disabled and deleted; each second run writes nothing',
		async play(bed) {
			const id = await bed.hire();
			await bed.settle('user', id, 'created');
			await bed.source.updateUser(id, {
				displayName: 'Mira Lou Holm',
				name: { givenName: 'Mira Lou', familyName: 'Holm' },
				emails: [{ value: 'mira.lou@example.com', type: 'work', primary: true }],
				title: null,
				phoneNumbers: [],
			});
			await bed.settle('user', id, 'updated');
			const account = await bed.account(id);
			assert.equal(account['displayName'], 'Mira Lou Holm');
			assert.deepEqual(valuesOf(account, 'emails'), ['mira.lou@example.com']);
			assert.deepEqual(valuesOf(account, 'phoneNumbers'), []);
			assert.equal(account['title'], undefined);

			await bed.source.deleteUser(id);
			await bed.settle('user', id, 'disabled', { kind: 'deleted' });
			assert.equal((await bed.account(id))['active'], false);
			await bed.settle('user', id, 'deleted', { kind: 'deleted', policy: { onDelete: 'delete' } });
			assert.deepEqual(await bed.users(), []);
		},
	},
	{
		name: 'a renamed user keeps the account',
		async play(bed) {
			const id = await bed.hire({ userName: 'mira.holm' });
			await bed.settle('user', id, 'created');
			const before = await bed.account(id);
			await bed.source.updateUser(id, { userName: 'mira.weber' });
			await bed.settle('user', id, 'updated');
			const after = await bed.account(id);
			assert.equal(after['userName'], 'mira.weber');
			assert.equal(after['id'], before['id']);
			assert.equal((await bed.users()).length, 1);
		},
	},
	{
		name: 'who is switched off in the source, and on again, is so at the target',
		async play(bed) {
			const id = await bed.hire();
			await bed.settle('user', id, 'created');
			for (const active of [false, true]) {
				await bed.source.updateUser(id, { active });
				await bed.run('user', id);
				await bed.settle('user', id, 'alreadyProvisioned');
				assert.equal((await bed.account(id))['active'], active);
			}
		},
	},
	{
		name: 'a group is created, renamed, gains and loses members, is emptied and deleted',
		async play(bed) {
			const people = await hireMany(bed, 5);
			const id = bed.source.createGroup(groupOf('Sales', people.slice(0, 3)));
			await bed.settle('group', id, 'created');
			assert.deepEqual(await ownersIn(bed), people.slice(0, 3).sort());
			for (const [name, members] of [
				['Sales', people.slice(0, 5)],
				['Sales', people.slice(3, 5)],
				['Sales North', people.slice(3, 5)],
				['Sales South', people.slice(0, 1)],
				['Sales South', []],
			] as const) {
				bed.source.changeGroup(id, groupOf(name, members));
				await bed.settle('group', id, 'updated');
				assert.deepEqual(await ownersIn(bed), [...members].sort());
				assert.equal((await bed.groups())[0]?.['displayName'], name);
			}
			bed.source.deleteGroup(id);
			await bed.settle('group', id, 'deleted', { kind: 'deleted', policy: { onDelete: 'delete' } });
			assert.deepEqual(await bed.groups(), []);
		},
	},
];

const lists: readonly Scenario[] = (
	[
		[['a', 'b', 'c'], ['b'], 'auto'],
		[['a', 'b', 'c'], ['c', 'd'], 'auto'],
		[['a'], ['a', 'b', 'c'], 'auto'],
		[['a', 'b', 'c'], ['b'], 'put'],
	] as const
).map(([before, after, updateMethod]) => ({
	name: `emails ${before.join()} become ${after.join()}, update method ${updateMethod}`,
	async play(bed) {
		const id = await bed.hire({ emails: addresses(before) });
		await bed.settle('user', id, 'created');
		await bed.source.updateUser(id, { emails: addresses(after) });
		await bed.settle('user', id, 'updated', { policy: { updateMethod } });
		const wanted = after.map((name) => `${name}@example.com`);
		assert.deepEqual(valuesOf(await bed.account(id), 'emails'), wanted);
	},
}));

const parallel: readonly Scenario[] = [2, 4, 8, 16].map((runs) => ({
	name: `${runs} parallel creates of one person leave one account`,
	async play(bed) {
		const id = await bed.hire();
		const outcomes = await Promise.all(Array.from({ length: runs }, () => bed.run('user', id)));
		const failed = outcomes.filter(({ state, repeatable }) => state === 'failed' && !repeatable);
		assert.deepEqual(
			failed.map(({ reason }) => reason),
			[],
		);
		await bed.run('user', id);
		await bed.settle('user', id, 'alreadyProvisioned');
		assert.equal((await bed.users()).length, 1);
	},
}));

const awkward: readonly Scenario[] = ["o'hara", 'mira\\holm', 'zoë.ångström', '名前', 'a+b'].map(
	(userName) => ({
		name: `a person named '${userName}' gets one account, found again`,
		async play(bed) {
			const id = await bed.hire({ userName });
			await bed.settle('user', id, 'created');
			assert.equal((await bed.account(id))['userName'], userName);
			assert.equal((await bed.users()).length, 1);
		},
	}),
);

const landscape: readonly Scenario[] = [
	{
		name: 'an account that was there before, without an owner, is linked by its name and not doubled',
		async play(bed) {
			await bed.makeByHand('mira.holm');
			const id = await bed.hire({ userName: 'mira.holm' });
			await bed.settle('user', id, 'updated', { policy: { onConflict: 'link' } });
			assert.equal((await bed.users()).length, 1);
			assert.equal((await bed.account(id))['userName'], 'mira.holm');
		},
	},
	{
		name: 'a name that one gives up goes to another, whose notice came first',
		async play(bed) {
			const [one, two] = [await bed.hire({ userName: 'one' }), await bed.hire({ userName: 'two' })];
			for (const id of [one, two]) await bed.settle('user', id, 'created');
			await bed.source.updateUser(one, { userName: 'three' });
			await bed.source.updateUser(two, { userName: 'one' });
			for (const id of [two, one, two]) await bed.run('user', id);
			assert.equal((await bed.account(one))['userName'], 'three');
			assert.equal((await bed.account(two))['userName'], 'one');
		},
	},
	{
		name: 'parallel runs of one group leave exactly its members',
		async play(bed) {
			const people = await hireMany(bed, 4);
			const id = bed.source.createGroup(groupOf('Sales', people.slice(0, 2)));
			await bed.settle('group', id, 'created');
			bed.source.changeGroup(id, groupOf('Sales', people.slice(1)));
			await Promise.all(people.map(() => bed.run('group', id)));
			await bed.settle('group', id, 'alreadyProvisioned');
			assert.deepEqual(await ownersIn(bed), people.slice(1).sort());
		},
	},
	{
		name: 'the repair round finds both sides equal, and whoever was changed by hand',
		async play(bed) {
			const people = await hireMany(bed, 12);
			const id = bed.source.createGroup(groupOf('Sales', people.slice(0, 7)));
			await bed.run('group', id);
			assert.deepEqual(await bed.differences('user'), []);
			assert.deepEqual(await bed.differences('group'), []);
			await bed.source.updateUser(people[3] ?? '', { displayName: 'Somebody else' });
			bed.source.changeGroup(id, groupOf('Sales', people.slice(0, 6)));
			assert.equal((await bed.differences('user')).length, 1);
			assert.equal((await bed.differences('group')).length, 1);
		},
	},
];

/** What must hold at any SCIM 2.0 server, unmodified. */
export const scenarios = [...life, ...lists, ...parallel, ...awkward, ...landscape];
