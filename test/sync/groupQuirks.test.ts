import { refusal } from '../../src/http';
import type { Entity } from '../../src/model/entity';
import type { JsonObject } from '../../src/model/json';
import type { HttpResponse } from '../../src/model/ports';
import type { Directory } from '../../src/protocols';
import type { SyncOptions } from '../../src/sync';
import { createMemoryWorld, membership, noticeFor, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

let world: MemoryWorld;
beforeEach(() => {
	world = createMemoryWorld();
});

async function employed(userName: string): Promise<{ source: string; target: string }> {
	const person = { schemas: [`${SCHEMA}User`], userName };
	const source = String(world.source.create('User', person)['id']);
	const { targetId = '' } = await world.run(noticeFor(source));
	return { source, target: targetId };
}

async function team() {
	return { mira: await employed('mira'), akiko: await employed('akiko'), jo: await employed('jo') };
}

function setMembers(id: string, members: readonly JsonObject[]): void {
	const group = { schemas: [`${SCHEMA}Group`], id, displayName: 'Sales', members: [...members] };
	world.source.replace('Group', id, group);
}

async function founded(members: readonly string[]): Promise<string> {
	const list = members.map((value) => ({ value }));
	const group = { schemas: [`${SCHEMA}Group`], displayName: 'Sales', members: list };
	const id = String(world.source.create('Group', group)['id']);
	expect((await runGroup(id)).state).toBe('created');
	return id;
}

function runGroup(id: string, more: Partial<SyncOptions> = {}) {
	return world.run(noticeFor(id, { entityType: 'group' }), more);
}

const groupAtTarget = () => world.target.all('Group')[0] ?? {};
const idAtTarget = () => String(groupAtTarget()['id']);

/** Before the first change arrives, something else happens there, and it may be refused for that. */
function interrupted(
	happen: () => void,
	refused?: Pick<HttpResponse, 'status' | 'body'>,
): Directory {
	let isFirst = true;
	const wrap = (inner: Directory): Directory => ({
		...inner,
		during: (run) => wrap(inner.during(run)),
		async send(type, request, seen) {
			if (!isFirst) return inner.send(type, request, seen);
			isFirst = false;
			happen();
			if (refused) throw refusal({ headers: {}, ...refused }, { system: 'x', now: 0 });
			return inner.send(type, request, seen);
		},
	});
	return wrap(world.directories.target);
}

/** A server that shows a part of the members, and does not say so. */
function cutting(inner: Directory, most: number): Directory {
	const cut = <One extends Entity | undefined>(entity: One): One => {
		const members = entity?.attributes['members'];
		if (!entity || !Array.isArray(members)) return entity;
		return { ...entity, attributes: { ...entity.attributes, members: members.slice(0, most) } };
	};
	return {
		...inner,
		during: (run) => cutting(inner.during(run), most),
		get: async (...which) => cut(await inner.get(...which)),
		find: async (...which) => (await inner.find(...which)).map(cut),
		findAny: async (...which) => (await inner.findAny(...which)).map(cut),
		send: async (...change) => cut(await inner.send(...change)),
	};
}

test('F4: of members whom the target does not show nobody leaves, and all stay in one list', async () => {
	const { mira, akiko, jo } = await team();
	const id = await founded([mira.source, akiko.source, jo.source]);
	const target = cutting(world.directories.target, 1);
	const { change } = await runGroup(id, { target });
	expect(JSON.stringify(change)).not.toContain('remove');
	expect(membership(world.target)).toEqual({ Sales: ['akiko', 'jo', 'mira'] });
	expect(groupAtTarget()['members']).toHaveLength(3);
});

test('F6: a member leaves by a filter that names it, never by a bare remove', async () => {
	const { mira, akiko, jo } = await team();
	const id = await founded([mira.source, akiko.source, jo.source]);
	for (const left of [[{ value: jo.source }], []]) {
		setMembers(id, left);
		const { change } = await runGroup(id);
		const requests = [change?.request, ...(change?.further ?? [])];
		const operations = requests.flatMap((request) => Object(request?.body)['Operations']);
		expect(operations.length).toBeGreaterThan(0);
		for (const operation of operations) {
			expect(operation).toEqual({
				op: 'remove',
				path: expect.stringMatching(/^members\[value eq "[^"]+"\]$/),
			});
		}
		expect(membership(world.target)).toEqual(membership(world.source));
	}
});

test.each([
	['nothing', undefined],
	['404', { status: 404, body: '' }],
	['400 noTarget', { status: 400, body: '{"scimType":"noTarget"}' }],
])('F7: of those who leave, one is gone already, and the server says %s', async (_, refused) => {
	const { mira, akiko, jo } = await team();
	const id = await founded([mira.source, akiko.source, jo.source]);
	setMembers(id, [{ value: jo.source }]);
	const target = interrupted(() => {
		const members = [{ value: akiko.target }, { value: jo.target }];
		world.target.replace('Group', idAtTarget(), { ...groupAtTarget(), members });
	}, refused);
	expect(await runGroup(id, { target })).toMatchObject({ state: 'updated' });
	expect(membership(world.target)).toEqual({ Sales: ['jo'] });
});

test('F8: a group that is made anew under its name between look and write gets its members', async () => {
	const { mira, akiko } = await team();
	const id = await founded([mira.source]);
	setMembers(id, [{ value: mira.source }, { value: akiko.source }]);
	const before = idAtTarget();
	const target = interrupted(() => {
		world.target.remove('Group', before);
		world.target.create('Group', { schemas: [`${SCHEMA}Group`], displayName: 'Sales' });
	});
	expect(await runGroup(id, { target })).toMatchObject({ state: 'updated', rounds: 2 });
	expect(idAtTarget()).not.toBe(before);
	expect(membership(world.target)).toEqual({ Sales: ['akiko', 'mira'] });
});

test.each([
	['own', ['mira']],
	['merge', ['mira', 'unknown gone']],
] as const)(
	'F9: with %s, who is no account any more is a member like another',
	async (members, left) => {
		const { mira } = await team();
		const id = await founded([mira.source]);
		const list = [{ value: mira.target }, { value: 'gone' }];
		world.target.replace('Group', idAtTarget(), { ...groupAtTarget(), members: list });
		await runGroup(id, { policy: { members } });
		expect(membership(world.target)).toEqual({ Sales: left });
	},
);

test('F10: a group within a group is not taken for a person, and the outcome names it', async () => {
	const { mira } = await team();
	const inner = await founded([]);
	const outer = world.source.create('Group', {
		schemas: [`${SCHEMA}Group`],
		displayName: 'All',
		members: [
			{ value: mira.source, type: 'User' },
			{ value: inner, type: 'Group' },
		],
	});
	const outcome = await runGroup(String(outer['id']));
	expect(outcome).toMatchObject({ state: 'created', repeatable: true });
	expect(outcome.warnings?.join()).toContain('not known in the target');
	expect(membership(world.target)).toMatchObject({ All: ['mira'] });
});
