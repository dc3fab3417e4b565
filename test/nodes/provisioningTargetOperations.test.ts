import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { hintsOf, noticeOf, outputOf, startBed, statesOf, type Bed } from './provisioningTargetBed';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

async function provisioned(count: number): Promise<string[]> {
	const ids: string[] = [];
	for (let number = 0; number < count; number++) {
		ids.push((await bed.source.createUser(bed.createPerson())).id);
	}
	await bed.run(ids.map((id) => noticeOf(id)));
	bed.source.ledger.clear();
	bed.target.ledger.clear();
	return ids;
}

const accountOf = (id: string | undefined) =>
	bed.target.users().find(({ externalId }) => externalId === id);

async function run(operation: string, parameters: INodeParameters, items: IDataObject[] = [{}]) {
	const ran = await bed.run(items, { parameters: { operation, ...parameters } });
	expect(ran.error).toBeUndefined();
	return { ran, output: outputOf(ran, operation) };
}

describe('Deprovision', () => {
	test('disables the account of the entity on the item, and does not ask the source', async () => {
		const ids = await provisioned(2);
		const { output } = await run('deprovision', {}, [noticeOf(ids[0] ?? '')]);
		expect(output).toMatchObject([
			{
				outcome: { state: 'disabled', entityId: ids[0] },
				change: { kind: 'disable' },
				notice: { kind: 'deleted' },
			},
		]);
		expect([accountOf(ids[0]), accountOf(ids[1])]).toMatchObject([
			{ active: false },
			{ active: true },
		]);
		expect(bed.source.ledger.entries).toEqual([]);
	});

	test('finds the entity by the ID of its account', async () => {
		const [id] = await provisioned(1);
		const account = String(accountOf(id)?.['id']);
		const parameters = { accountId: account, entityType: 'user', policy: { onDelete: 'delete' } };
		const { output } = await run('deprovision', parameters);
		expect(output).toMatchObject([
			{ outcome: { state: 'deleted', entityId: id, targetId: account } },
		]);
		expect(bed.target.users()).toEqual([]);
	});

	test('goes by the account alone, whoever else is on the item', async () => {
		const ids = await provisioned(2);
		const parameters = { accountId: String(accountOf(ids[1])?.['id']), entityType: 'user' };
		const variables = { entityIdSourceSystem: ids[0] ?? '' };
		const { output } = await run('deprovision', parameters, [
			{ ...noticeOf(ids[0] ?? ''), variables },
		]);
		expect(output).toMatchObject([{ outcome: { state: 'disabled', entityId: ids[1] } }]);
		expect(accountOf(ids[0])).toMatchObject({ active: true });
	});

	test('leaves alone what no source has made, and what is not there', async () => {
		await bed.createAccount({ userName: 'local.admin' });
		const [{ id: local } = {}] = bed.target.users();
		const items = [{ id: local ?? '' }, { id: 'nobody' }];
		const parameters = { accountId: '={{ $json.id }}', entityType: 'user' };
		const { output } = await run('deprovision', parameters, items);
		expect(statesOf(output)).toEqual(['skipped', 'notProvisioned']);
		expect(bed.target.ledger.writes().filter(({ method }) => method !== 'POST')).toEqual([]);
	});

	test('counts in the deletion budget; what exceeds it waits on Held for approval', async () => {
		const ids = await provisioned(2);
		const parameters = { policy: { deletionBudget: 1 } };
		const { ran, output } = await run(
			'deprovision',
			parameters,
			ids.map((id) => noticeOf(id)),
		);
		expect(statesOf(output)).toEqual(['disabled', 'held']);
		const again = await run('deprovision', parameters, ran.json('Target', 1));
		expect(statesOf(again.output)).toEqual(['disabled']);
		expect(bed.target.users()).toMatchObject([{ active: false }, { active: false }]);
	});
});

describe('Get', () => {
	test('shows an account by its ID', async () => {
		const [id] = await provisioned(1);
		const account = String(accountOf(id)?.['id']);
		const { output } = await run('get', { accountId: account });
		expect(output).toMatchObject([
			{
				outcome: { state: 'read', operation: 'NONE', entityId: id, targetId: account },
				entity: { userName: 'mira.holm', externalId: id },
			},
		]);
		expect(bed.target.ledger.entries).toHaveLength(1);
	});

	test('shows all that have the value of an attribute', async () => {
		const ids = await provisioned(2);
		const by = { lookUpBy: 'attribute', attribute: 'externalId', value: '={{ $json.id }}' };
		const { ran, output } = await run('get', by, [{ id: ids[1] ?? '' }, { id: 'nobody' }]);
		expect(output).toMatchObject([
			{ outcome: { state: 'read', entityId: ids[1] }, entity: { externalId: ids[1] } },
			{
				outcome: { state: 'notProvisioned', reason: 'there is no user with this externalId' },
			},
		]);
		expect(ran.items('Target').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
		]);
	});

	test.each([
		['ID', { accountId: '={{ $json.nothing }}' }, "'Account ID' is empty"],
		['value', { lookUpBy: 'attribute', value: '={{ " " }}' }, "'Value' is empty"],
		[
			'path',
			{ lookUpBy: 'attribute', attribute: 'a b', value: 'x' },
			"'a b' is not a SCIM attribute path",
		],
	])('refuses a %s that would find somebody else', async (_, parameters, message) => {
		await provisioned(1);
		const ran = await bed.run([{}], { parameters: { operation: 'get', ...parameters } });
		expect(ran.error).toBe(message);
		expect(bed.target.ledger.entries).toEqual([]);
	});
});

test.each<[string, INodeParameters, number]>([
	['all', { returnAll: true }, 3],
	['the first ones', { limit: 2 }, 2],
	['those of a filter', { filter: 'userName eq "mira.holm"' }, 1],
])('Get Many lists %s, each with the ID of its source', async (_, parameters, expected) => {
	const ids = await provisioned(3);
	const { output } = await run('getMany', parameters);
	expect(output).toHaveLength(expected);
	for (const { outcome } of output) {
		expect(outcome).toMatchObject({ state: 'read', targetId: expect.any(String) });
		expect(ids).toContain(Reflect.get(Object(outcome), 'entityId'));
	}
});

test('what Get Many found can be deprovisioned', async () => {
	const ids = await provisioned(2);
	const { output: found } = await run('getMany', { filter: 'userName eq "mira.holm"' });
	const parameters = { accountId: '={{ $json.outcome.targetId }}', entityType: 'user' };
	const { output } = await run('deprovision', parameters, found);
	expect(output).toMatchObject([{ outcome: { state: 'disabled', entityId: ids[0] } }]);
	expect(accountOf(ids[1])).toMatchObject({ active: true });
});

describe('Check Connection', () => {
	test('says that the target can be read', async () => {
		const { ran, output } = await run('checkConnection', {});
		expect(output).toMatchObject([
			{ outcome: { state: 'read', reason: 'SCIM System answers, and its users can be read' } },
		]);
		expect(bed.target.ledger.entries).toHaveLength(1);
		expect(hintsOf(ran)).toEqual([]);
	});

	test('says why it cannot', async () => {
		const credentials = {
			provisioningTargetApi: {
				baseUrl: bed.target.url,
				authentication: 'bearer',
				token: 'another one',
			},
		};
		const parameters = { operation: 'checkConnection' };
		const onError = 'continueRegularOutput';
		const ran = await bed.run([{}], { parameters, credentials, onError });
		expect(outputOf(ran, 'checkConnection')).toMatchObject([
			{ outcome: { state: 'failed', error: { code: 'access.unauthorized' } } },
		]);
		expect(hintsOf(ran)).toEqual([expect.stringMatching(/^1 user failed for now: /)]);
	});
});

test.each(['deprovision', 'get', 'getMany', 'checkConnection'])(
	'%s needs no credential for the source',
	async (operation) => {
		const { provisioningTargetApi = {} } = bed.credentials;
		const parameters = { operation, entityType: 'user', accountId: 'nobody' };
		const credentials = { provisioningTargetApi };
		const ran = await bed.run([{}], { parameters, credentials });
		expect(ran.error).toBeUndefined();
	},
);
