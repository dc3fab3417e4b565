import { compileTransformation } from '../../src/transformation';
import type { SyncOptions } from '../../src/sync';
import { createLandscape, type Landscape } from './landscape';

const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';

/** As an author turns groups on. */
const write = compileTransformation({
	user: {
		mappings: [
			{ sourcePath: '$.userName', targetPath: '$.userName' },
			{ sourcePath: '$.active', targetPath: '$.active', optional: true },
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{
				constant: ['urn:ietf:params:scim:schemas:core:2.0:User'],
				targetPath: '$.schemas',
			},
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.displayName', targetPath: '$.displayName' },
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{
				constant: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
				targetPath: '$.schemas',
			},
			{
				sourcePath: '$.members[*].value',
				preserveArrayWithSingleElement: true,
				optional: true,
				functions: [{ function: 'resolveEntityIds' }],
				targetPath: '$.members[?(@.value)]',
			},
		],
	},
});

let land: Landscape;
beforeEach(async () => {
	land = await createLandscape();
});
afterEach(() => land.close());

function run(id: string, entityType: 'user' | 'group', options: Partial<SyncOptions> = {}) {
	return land.run(id, { entityType }, { write, ...options });
}

function found(displayName: string, members: readonly string[]): string {
	return land.source.createGroup({
		displayName,
		members: members.map((value) => ({ value, type: 'User' })),
		[CUSTOM_GROUP]: { name: displayName },
	});
}

function members(): string[] {
	const [group] = land.target.groups();
	const list = Array.isArray(group?.['members']) ? group['members'] : [];
	return list.map((member) => String(Object(member)['value'])).sort();
}

async function hire(count: number): Promise<{ sources: string[]; targets: string[] }> {
	const sources: string[] = [];
	const targets: string[] = [];
	for (let number = 0; number < count; number++) {
		const id = await land.hire({ userName: `person-${number}` });
		const { targetId = '' } = await run(id, 'user');
		sources.push(id);
		targets.push(targetId);
	}
	return { sources, targets };
}

test('a group is created with its members', async () => {
	const { sources, targets } = await hire(3);
	const id = found('Sales', sources);
	expect(await run(id, 'group')).toMatchObject({ state: 'created', operation: 'CREATE' });
	expect(land.target.groups()).toMatchObject([{ displayName: 'Sales', externalId: id }]);
	expect(members()).toEqual([...targets].sort());
	expect((await run(id, 'group')).state).toBe('alreadyProvisioned');
});

test('the members are found at a target that cannot join look-ups', async () => {
	const { sources, targets } = await hire(3);
	land.target.setFaults({ path: /%20or%20/, do: 'status(400)' });
	expect((await run(found('Sales', sources), 'group')).state).toBe('created');
	expect(members()).toEqual([...targets].sort());
});

test('F1: one joins and one leaves: only they are sent', async () => {
	const { sources, targets } = await hire(4);
	const id = found('Sales', sources.slice(0, 3));
	await run(id, 'group');
	land.source.changeGroup(id, { members: sources.slice(1).map((value) => ({ value })) });
	land.target.ledger.clear();
	expect(await run(id, 'group')).toMatchObject({
		state: 'updated',
		reason: '1 member to add, 1 member to remove',
	});
	expect(land.target.ledger.writes().map(({ body }) => Object(body).Operations)).toEqual([
		[{ op: 'add', path: 'members', value: [{ value: targets[3] }] }],
		[{ op: 'remove', path: `members[value eq "${targets[0]}"]` }],
	]);
	expect(members()).toEqual(targets.slice(1).sort());
});

test('F2: members travel in chunks, joins and leaves apart', async () => {
	const { sources, targets } = await hire(7);
	const { target } = land.directories;
	const { traits } = target;
	if (!traits) throw new Error('no target');
	const limits = { addAtMost: 3, removeAtMost: 2 };
	const limited = { ...target, traits: { ...traits, members: limits } };
	const id = found('Sales', sources);
	expect(await run(id, 'group', { target: { ...limited, during: () => limited } })).toMatchObject({
		state: 'updated',
		rounds: 2,
	});
	expect(members()).toEqual([...targets].sort());
	const sizes = land.target.ledger
		.writes()
		.filter(({ method, path }) => method === 'PATCH' && path.includes('/Groups/'))
		.map(({ body }) => Object(body).Operations[0].value.length);
	expect(sizes).toEqual([3, 3, 1]);
});

test('F5: who is not there yet is left out and reported; their own run closes the gap', async () => {
	const { sources, targets } = await hire(1);
	const id = found('Sales', []);
	const late = await land.hire({ userName: 'late', groups: [{ value: id, type: 'direct' }] });
	land.source.changeGroup(id, { members: [...sources, late].map((value) => ({ value })) });
	const outcome = await run(id, 'group');
	expect(outcome).toMatchObject({ state: 'created', repeatable: true });
	expect(outcome.warnings?.join()).toMatch(/not known in the target/);
	expect(members()).toEqual(targets);

	const { state, targetId = '' } = await run(late, 'user');
	expect(state).toBe('created');
	expect(members()).toEqual([...targets, targetId].sort());
	expect((await run(id, 'group')).state).toBe('alreadyProvisioned');
});

test.each(['resetBefore', 'resetAfter'] as const)(
	'F5: the gap is closed although the connection breaks (%s) while it is',
	async (fault) => {
		const id = found('Sales', []);
		await run(id, 'group');
		const late = await land.hire({ userName: 'late', groups: [{ value: id, type: 'direct' }] });
		land.target.setFaults({ method: 'PATCH', nth: [1, 2], do: fault });
		const { targetId = '', warnings } = await run(late, 'user');
		expect(warnings).toBeUndefined();
		expect(members()).toEqual([targetId]);
	},
);

test('F5: whom a group lets go while their own run adds them is not left in it', async () => {
	const id = found('Sales', []);
	await run(id, 'group');
	const late = await land.hire({ userName: 'late', groups: [{ value: id, type: 'direct' }] });
	let isLetGo = false;
	const source: NonNullable<SyncOptions['source']> = {
		...land.directories.source,
		async get(...which) {
			const person = await land.directories.source.get(...which);
			return person && isLetGo
				? { ...person, attributes: { ...person.attributes, groups: [] } }
				: person;
		},
		during: () => source,
	};
	const target: SyncOptions['target'] = {
		...land.directories.target,
		async find(type, match) {
			isLetGo ||= type === 'group';
			return land.directories.target.find(type, match);
		},
		during: () => target,
	};
	const { state } = await run(late, 'user', { source, target });
	expect(state).toBe('created');
	expect(land.target.ledger.writes().filter(({ path }) => path.includes('/Groups/'))).toHaveLength(
		2,
	);
	expect(members()).toEqual([]);
});

test('F11: members made by hand leave with own, and stay with merge', async () => {
	const { sources, targets } = await hire(2);
	const id = found('Sales', sources.slice(0, 1));
	const { targetId = '' } = await run(id, 'group');
	const group = land.target.store.get('Group', targetId);
	const both = targets.map((value) => ({ value }));
	land.target.store.replace('Group', targetId, { ...group, members: both });
	expect((await run(id, 'group', { policy: { members: 'merge' } })).state).toBe(
		'alreadyProvisioned',
	);
	expect(members()).toEqual([...targets].sort());
	expect((await run(id, 'group')).state).toBe('updated');
	expect(members()).toEqual(targets.slice(0, 1));
});

test('F12: a group that is emptied by mistake is held, and runs once it is approved', async () => {
	const { sources } = await hire(22);
	const id = found('Sales', sources);
	await run(id, 'group');
	land.source.changeGroup(id, { members: [] });
	const held = await run(id, 'group');
	expect(held).toMatchObject({
		state: 'held',
		error: { code: 'guard.emptyGroup' },
		reason: '22 of 22 members would leave the group at once',
	});
	expect(members()).toHaveLength(22);
	expect(held.change?.request).toBeDefined();
	expect((await run(id, 'group', { approved: held.change })).state).toBe('updated');
	expect(members()).toEqual([]);
});

test('a group whose members nobody maps keeps them', async () => {
	const { sources, targets } = await hire(2);
	const id = found('Sales', sources);
	await run(id, 'group');
	const nameOnly = compileTransformation({
		group: { mappings: [{ sourcePath: '$.displayName', targetPath: '$.displayName' }] },
	});
	land.source.changeGroup(id, { displayName: 'Sales DE' });
	expect((await run(id, 'group', { write: nameOnly })).state).toBe('updated');
	expect(land.target.groups()).toMatchObject([{ displayName: 'Sales DE' }]);
	expect(members()).toEqual([...targets].sort());
});
