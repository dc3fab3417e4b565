import { noticeOf, outputOf, startBed, type Bed } from './provisioningTargetBed';
import { startRecorder, type Recorder } from './shared/probe';

let bed: Bed;
let tenant: Recorder;
beforeAll(async () => {
	bed = await startBed();
	tenant = await startRecorder((_, response) => response.writeHead(202).end());
});
afterEach(() => tenant.calls.splice(0));
afterAll(async () => {
	await bed.close();
	await tenant.close();
});

const systemUrl = '/ipsproxy/service/api/v1/systems/12ab1234';

function run(operation: string, items = [noticeOf('u-1')]) {
	const baseUrl = `${tenant.origin}${systemUrl}`;
	return bed.run(items, {
		parameters: { operation, system: 'identity-provisioning' },
		credentials: {
			provisioningTargetApi: { baseUrl, authentication: 'basic', user: 'id', password: 'secret' },
		},
	});
}

test('SAP Identity Provisioning is told of users and groups; nothing of the source is needed', async () => {
	const result = await run('sync', [
		noticeOf('u-1'),
		noticeOf('g-1', { entityType: 'group', kind: 'deleted' }),
	]);
	expect(outputOf(result)).toMatchObject([
		{ outcome: { state: 'handedOn', operation: 'CREATE', entityId: 'u-1' } },
		{ outcome: { state: 'handedOn', operation: 'DELETE', entityId: 'g-1' } },
	]);
	expect(tenant.calls.map(({ method, path, body }) => [method, path, body])).toEqual([
		['POST', `${systemUrl}/entities/user`, '{"id":"u-1"}'],
		['DELETE', `${systemUrl}/entities/group`, '{"id":"g-1"}'],
	]);
});

test('deprovision tells it of a deletion', async () => {
	const [item] = outputOf(await run('deprovision'), 'deprovision');
	expect(item).toMatchObject({ outcome: { state: 'handedOn', operation: 'DELETE' } });
});

test('a preview shows the notice and sends nothing', async () => {
	const [item] = outputOf(await run('preview'), 'preview');
	expect(item).toMatchObject({ outcome: { state: 'planned' }, change: { kind: 'notify' } });
	expect(tenant.calls).toEqual([]);
});
