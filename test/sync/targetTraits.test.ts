import type { JsonObject } from '../../src/model/json';
import type { Directory } from '../../src/protocols';
import type { SyncOptions } from '../../src/sync';
import type { TargetTraits } from '../../src/systems';
import { compileTransformation } from '../../src/transformation';
import { createLandscape, type Landscape } from './landscape';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const write = compileTransformation({
	user: {
		mappings: [
			{ sourcePath: '$.userName', targetPath: '$.userName' },
			{ sourcePath: '$.emails', targetPath: '$.emails', preserveArrayWithSingleElement: true },
			{ sourcePath: '$.name.familyName', targetPath: '$.name.familyName' },
			{
				constant: ['urn:ietf:params:scim:schemas:core:2.0:User'],
				targetPath: '$.schemas',
			},
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.displayName', targetPath: '$.displayName' },
			{
				constant: [GROUP],
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

function withTraits(directory: Directory, change: Partial<TargetTraits>): Directory {
	const { traits } = directory;
	if (!traits) throw new Error('no target');
	return {
		...directory,
		traits: { ...traits, ...change },
		during: (run) => withTraits(directory.during(run), change),
	};
}

function item(
	entity: JsonObject,
	traits: Partial<TargetTraits>,
	options: Partial<SyncOptions> = {},
) {
	const entityType = 'displayName' in entity && !('userName' in entity) ? 'group' : 'user';
	const target = withTraits(land.directories.target, traits);
	return land.run('s-1', { entityType }, { entity, target, write, source: undefined, ...options });
}

const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
const mira: JsonObject = {
	userName: 'mira.holm',
	name: { familyName: 'Holm' },
	emails: [{ value: 'mira@x.example', primary: true }],
};

function account(attributes: JsonObject): string {
	return String(land.target.store.create('User', { schemas, ...attributes })['id']);
}

function group(displayName: string, members: readonly string[] = [], externalId?: string) {
	const list = members.map((value) => ({ value }));
	const owner: JsonObject = externalId === undefined ? {} : { externalId };
	land.target.store.create('Group', { schemas: [GROUP], displayName, members: list, ...owner });
}

describe('matches that must agree', () => {
	const traits: Partial<TargetTraits> = {
		matchBy: { user: ['emails.value', 'userName'], group: ['displayName'] },
		matchesMustAgree: true,
		onConflict: 'link',
	};

	test('one equal attribute is enough', async () => {
		const id = account({ userName: 'old.name', emails: mira['emails'] ?? [] });
		expect(await item(mira, traits)).toMatchObject({ state: 'updated', targetId: id });
	});

	test('two different accounts are refused, and nothing is written', async () => {
		account({ userName: 'old.name', emails: mira['emails'] ?? [] });
		account({ userName: 'mira.holm' });
		land.forget();
		expect(await item(mira, traits)).toMatchObject({
			state: 'failed',
			error: { code: 'match.ambiguous' },
			reason: expect.stringContaining('emails.value or userName'),
		});
		expect(land.calls().target).toBe('GET GET');
	});

	test('elsewhere the first attribute decides', async () => {
		const id = account({ userName: 'old.name', emails: mira['emails'] ?? [] });
		account({ userName: 'mira.holm' });
		const first = { ...traits, matchesMustAgree: undefined };
		expect(await item(mira, first)).toMatchObject({ targetId: id });
	});
});

describe('groups that only gain and lose members', () => {
	const traits: Partial<TargetTraits> = {
		membersOnly: true,
		matchBy: { user: ['userName'], group: ['displayName'] },
	};
	const sales: JsonObject = { displayName: 'Sales' };

	test('are not created', async () => {
		expect(await item(sales, traits)).toMatchObject({
			state: 'notProvisioned',
			reason: expect.stringContaining('groups are made in the target itself'),
		});
		expect(land.target.groups()).toEqual([]);
	});

	test('are found by their exact names', async () => {
		group('SALES');
		expect(await item(sales, traits)).toMatchObject({ state: 'notProvisioned' });
	});

	test('lose members and keep everything else', async () => {
		const members = [account({ userName: 'a' }), account({ userName: 'b' })];
		group('Sales', members);
		expect(await item({ ...sales, members: [] }, traits)).toMatchObject({ state: 'updated' });
		const [stored] = land.target.groups();
		expect(stored).toMatchObject({ displayName: 'Sales' });
		expect(stored).not.toHaveProperty('externalId');
		expect(stored?.['members'] ?? []).toEqual([]);
		expect(land.target.ledger.writes().map(({ method }) => method)).toEqual(['PATCH']);
	});

	test('are emptied where others are removed', async () => {
		group('Sales', [account({ userName: 'a' })], 's-1');
		const gone = { entity: undefined, policy: { onDelete: 'delete' } } as const;
		const notice = land.notice('s-1', { entityType: 'group', kind: 'deleted' });
		const matchBy = { user: ['userName'], group: ['externalId'] };
		const outcome = await item(sales, { ...traits, matchBy }, { ...gone, notice });
		expect(outcome).toMatchObject({ state: 'updated' });
		const [stored] = land.target.groups();
		expect(stored).toMatchObject({ displayName: 'Sales' });
		expect(stored?.['members'] ?? []).toEqual([]);
		expect(land.target.ledger.writes().map(({ method }) => method)).toEqual(['PATCH']);
	});
});

describe('users where others delete them', () => {
	const gone = { notice: { kind: 'deleted' }, policy: { onDelete: 'delete' } } as const;

	test.each([
		[{ deactivates: true }, 'disabled', 1],
		[{}, 'deleted', 0],
	] as const)('%j: %s', async (traits, state, left) => {
		account({ ...mira, externalId: 's-1', active: true });
		const notice = land.notice('s-1', gone.notice);
		const options = { entity: undefined, policy: gone.policy, notice };
		expect(await item(mira, traits, options)).toMatchObject({ state });
		expect(land.target.users()).toHaveLength(left);
	});
});

test.each([
	['put', 'PUT'],
	['patch', 'PATCH'],
	[{ user: 'put', group: 'patch' }, 'PUT'],
	[{ user: 'patch', group: 'put' }, 'PATCH'],
] as const)('an update of a user goes out as %j says: %s', async (updateMethod, method) => {
	account({ ...mira, externalId: 's-1', name: { familyName: 'Old' } });
	expect(await item(mira, { updateMethod })).toMatchObject({ state: 'updated' });
	expect(land.target.ledger.writes().map((call) => call.method)).toEqual([method]);
});
