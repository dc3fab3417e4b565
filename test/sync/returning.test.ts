import type { JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { createMemoryWorld, noticeFor, read, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const WEEK = 7 * 86_400_000;

let world: MemoryWorld;
beforeEach(() => {
	world = createMemoryWorld();
});

function hire(attributes: JsonObject = {}): string {
	const person = {
		schemas: [SCHEMA],
		userName: 'mira',
		displayName: 'a',
		active: true,
		...attributes,
	};
	return String(world.source.create('User', person)['id']);
}

async function employed(): Promise<string> {
	const id = hire();
	expect((await world.run(noticeFor(id))).state).toBe('created');
	return id;
}

function change(id: string, attributes: JsonObject): void {
	world.source.replace('User', id, { ...world.source.get('User', id), ...attributes });
}

const accountOf = (): JsonObject => world.target.all('User')[0] ?? {};
const gone = (id: string) => noticeFor(id, { kind: 'deleted' });

describe.each(['disable', 'delete'] as const)('onDelete %s', (onDelete) => {
	const policy = { onDelete, deletionBudget: 100 };

	test.each([
		['in their order', ['deleted', 'changed']],
		['the other way round', ['changed', 'deleted']],
	] as const)('G2: deleted and made again, the notices %s', async (_, kinds) => {
		const id = await employed();
		const before = accountOf();
		for (const kind of kinds) {
			const outcome = await world.run(noticeFor(id, { kind }), { policy });
			expect(outcome.state).toBe('alreadyProvisioned');
		}
		expect(world.target.all('User')).toEqual([before]);
	});

	test('an account that the transformation does not let go stays as it is', async () => {
		const mappings = [{ sourcePath: '$.userName', targetPath: '$.userName' }];
		const write = compileTransformation(
			{ user: { skipOperations: ['delete'], mappings } },
			{ direction: 'write' },
		);
		const id = await employed();
		const before = accountOf();
		world.source.remove('User', id);
		expect(await world.run(gone(id), { policy, write })).toMatchObject({
			state: 'skipped',
			reason: 'Operation [delete] is skipped in target transformation',
		});
		expect(world.target.all('User')).toEqual([before]);
	});

	test('G3: a notice of a deletion that comes again a week after the return', async () => {
		const id = await employed();
		const before = accountOf();
		await world.clock.sleep(WEEK);
		const outcome = await world.run(gone(id), { policy });
		expect(outcome).toMatchObject({
			state: 'alreadyProvisioned',
			warnings: [expect.stringContaining('deletion not confirmed')],
		});
		expect(world.target.all('User')).toEqual([before]);
	});
});

describe('G6: who no longer meets the condition', () => {
	const mappings = ['userName', 'displayName', 'active'].map((name) => ({
		sourcePath: `$.${name}`,
		targetPath: `$.${name}`,
		optional: true,
	}));
	const schemas = { constant: [SCHEMA], targetPath: '$.schemas' };
	const user = { condition: "$.displayName != 'external'", mappings: [schemas, ...mappings] };
	const write = compileTransformation({ user });

	test.each([
		[undefined, 'disabled', [false]],
		['disable', 'disabled', [false]],
		['delete', 'deleted', []],
		['keep', 'skipped', [true]],
	] as const)('policy %s: %s', async (onDelete, state, active) => {
		const id = await employed();
		change(id, { displayName: 'external' });
		const policy = { deletionBudget: 100, ...(onDelete && { onDelete }) };
		expect(await world.run(noticeFor(id), { read, write, policy })).toMatchObject({ state });
		const left = world.target.all('User').map((account) => account['active']);
		expect(left).toEqual(active);

		change(id, { displayName: 'back' });
		await world.run(noticeFor(id), { read, write, policy });
		expect(world.target.all('User')).toMatchObject([{ active: true, displayName: 'back' }]);
	});

	test('and was never here: nothing is made', async () => {
		const id = hire({ displayName: 'external' });
		expect(await world.run(noticeFor(id), { read, write })).toMatchObject({ state: 'skipped' });
		expect(world.writes).toEqual([]);
	});
});

test('G7: who is renamed is never without an account: no request removes one or makes another', async () => {
	const id = await employed();
	const { id: accountId } = accountOf();
	for (const userName of ['mira.holm', 'mira.beck', 'mira']) {
		change(id, { userName });
		world.writes.length = 0;
		expect(await world.run(noticeFor(id))).toMatchObject({ state: 'updated' });
		expect(world.writes).toEqual([`PATCH /Users/${String(accountId)}`]);
		expect(world.target.all('User')).toMatchObject([{ id: accountId, userName }]);
	}
});
