import { ProvisioningError } from '../../src/model/errors';
import { compare, type CompareOptions } from '../../src/sync';
import { createMemoryWorld, noticeFor, read, write, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

async function populated(count: number) {
	const world = createMemoryWorld();
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		const user = world.source.create('User', {
			schemas: [`${SCHEMA}User`],
			userName: `person-${number}`,
		});
		ids.push(String(user['id']));
		await world.run(noticeFor(String(user['id'])));
	}
	return { world, ids };
}

async function reported(world: MemoryWorld, options: Partial<CompareOptions> = {}) {
	const found: Record<string, string> = {};
	const all = { ...world.directories, read, write, entityType: 'user', systemId: 's' } as const;
	for await (const { notice, because } of compare({ ...all, ...options })) {
		found[`${notice.kind} ${notice.entityId}`] = because;
	}
	return found;
}

test('equal sides have nothing to report, and nothing is written', async () => {
	const { world } = await populated(3);
	const before = world.writes.length;
	expect(await reported(world, { missing: true })).toEqual({});
	expect(world.writes.length).toBe(before);
});

test('what differs is reported with its attributes, who has no account by that', async () => {
	const { world, ids } = await populated(2);
	const [first = ''] = ids;
	world.source.replace('User', first, { ...world.source.get('User', first), displayName: 'new' });
	const late = world.source.create('User', { schemas: [`${SCHEMA}User`], userName: 'late' });
	expect(await reported(world)).toEqual({
		[`unknown ${first}`]: 'displayName not equal',
		[`unknown ${String(late['id'])}`]: 'there is no account of it',
	});
});

test('who is missing in the source is reported only when asked for', async () => {
	const { world, ids } = await populated(3);
	const [gone = ''] = ids;
	world.source.remove('User', gone);
	expect(await reported(world)).toEqual({});
	expect(await reported(world, { missing: true })).toEqual({
		[`deleted ${gone}`]: 'the source does not list it',
	});
});

test.each([
	['user', 'User', { userName: 'twin' }],
	['group', 'Group', { displayName: 'twin' }],
] as const)(
	'4.9: twins of a %s are reported, whatever they look like',
	async (entityType, type, name) => {
		const world = createMemoryWorld();
		const { id = '' } = world.source.create(type, name);
		await world.run(noticeFor(String(id), { entityType }));
		expect(await reported(world, { entityType })).toEqual({});
		const [account] = world.target.all(type);
		world.target.create(type, { ...account }, { nonUnique: true });
		expect(await reported(world, { entityType })).toEqual({
			[`unknown ${String(id)}`]: `more than one ${entityType} carries its id`,
		});
	},
);

test('4.10: when more than five in a hundred would go, nobody is reported as missing', async () => {
	const { world, ids } = await populated(60);
	for (const id of ids.slice(0, 10)) world.source.remove('User', id);
	await expect(reported(world, { missing: true })).rejects.toMatchObject({
		code: 'guard.tooManyMissing',
		message: 'The source does not list 10 of 60 accounts: nothing is reported as missing',
	});
	expect(Object.keys(await reported(world, { missing: true, maxMissingShare: 0.5 }))).toHaveLength(
		10,
	);
});

test('a list that cannot be read to its end reports nobody as missing', async () => {
	const { world } = await populated(3);
	const { source } = world.directories;
	const broken = {
		...source,
		async *list(...asked: Parameters<typeof source.list>) {
			for await (const page of source.list(...asked)) {
				yield { ...page, entities: page.entities.slice(0, 1) };
				throw new ProvisioningError({ code: 'connection.broken', message: 'cut', hint: 'again' });
			}
		},
	};
	await expect(reported(world, { source: broken, missing: true })).rejects.toMatchObject({
		code: 'connection.broken',
	});
});
