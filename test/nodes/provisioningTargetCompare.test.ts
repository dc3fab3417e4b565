import type { INodeParameters } from 'n8n-workflow';
import { noticeOf, outputOf, startBed, statesOf, type Bed } from './provisioningTargetBed';

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
	return ids;
}

async function compare(options: INodeParameters = {}) {
	const parameters = { operation: 'compare', options };
	const ran = await bed.run([{}], { parameters });
	return { ran, output: outputOf(ran, 'compare') };
}

test('equal sides have nothing to report; both are listed once and nothing is written', async () => {
	await provisioned(3);
	bed.source.ledger.clear();
	bed.target.ledger.clear();
	const { ran, output } = await compare();
	expect(ran.error).toBeUndefined();
	expect(output).toEqual([]);
	expect(bed.source.ledger.entries).toHaveLength(1);
	expect(bed.target.ledger.entries.map(({ method }) => method)).toEqual(['GET']);
});

test('what differs is reported, and is equal after a sync of the items', async () => {
	const ids = await provisioned(2);
	await bed.source.updateUser(ids[0] ?? '', { displayName: 'Mira Holm-Beck' });
	const { id: late } = await bed.source.createUser(bed.createPerson());
	const { output } = await compare({ systemId: 'prod-ias' });
	expect(output).toEqual([
		{
			notice: expect.objectContaining({
				system: 'identity-authentication',
				systemId: 'prod-ias',
				entityId: ids[0],
				kind: 'unknown',
			}),
			because: 'displayName not equal',
		},
		{
			notice: expect.objectContaining({ entityId: late }),
			because: 'there is no account of it',
		},
	]);
	expect(statesOf(outputOf(await bed.run(output)))).toEqual(['updated', 'created']);
	expect((await compare()).output).toEqual([]);
});

test('accounts that the source does not list are reported only when asked for', async () => {
	const [gone = ''] = await provisioned(2);
	await bed.source.deleteUser(gone);
	expect((await compare()).output).toEqual([]);
	const { output } = await compare({ reportMissing: true });
	expect(output).toMatchObject([
		{ notice: { entityId: gone, kind: 'deleted' }, because: 'the source does not list it' },
	]);
	expect(statesOf(outputOf(await bed.run(output)))).toEqual(['disabled']);
});

test('too many of them are a wrong list: the item fails, and nobody is reported', async () => {
	const ids = await provisioned(8);
	for (const id of ids.slice(0, 6)) await bed.source.deleteUser(id);
	const { ran, output } = await compare({ reportMissing: true });
	expect(output).toEqual([]);
	expect(ran.run.data.resultData.error).toMatchObject({
		message: 'The source does not list 6 of 8 accounts: nothing is reported as missing',
		description: expect.stringMatching(/\S/),
	});
	const allowed = await compare({ reportMissing: true, maxMissingPercent: 80 });
	expect(allowed.output).toHaveLength(6);
});

test('a share that is none is refused before anything is read', async () => {
	bed.source.ledger.clear();
	const { ran } = await compare({ maxMissingPercent: '={{ "many" }}' });
	expect(ran.error).toBe("'Missing at Most' is not a percentage");
});

test('a source that cannot be read to its end reports nobody as missing', async () => {
	await provisioned(1);
	bed.source.setFaults({ do: 'forbid' });
	const { ran, output } = await compare({ reportMissing: true });
	expect(ran.status).toBe('error');
	expect(output).toEqual([]);
});
