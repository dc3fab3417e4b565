import { failingTarget, outcomeTarget } from './outcomeTarget';
import { send, serveTrigger, type ServedTrigger, type TriggerOptions } from './trigger';

const servers: ServedTrigger[] = [];
const unlimited = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0 };
async function serve(options: TriggerOptions = {}) {
	const server = await serveTrigger(options);
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((server) => server.close()));
});

const idsOf = ({ started }: ServedTrigger) =>
	started.flat().map(({ notice }) => String(Reflect.get(Object(notice), 'entityId')));

test('row 16: X-HTTP-Method-Override is ignored, for it would let a POST delete', async () => {
	const server = await serve();
	const headers = { 'x-http-method-override': 'DELETE', 'x-http-method': 'DELETE' };
	expect((await send(`${server.entities}/user`, { body: '"u1"', headers })).status).toBe(202);
	expect(server.started).toMatchObject([[{ notice: { kind: 'changed' } }]]);
});

test('row 47: the same call twice is two executions, because two quick changes are legal', async () => {
	const server = await serve();
	for (let call = 0; call < 2; call += 1) {
		expect((await send(`${server.entities}/user`, { body: '"u1"' })).status).toBe(202);
	}
	expect(idsOf(server)).toEqual(['u1', 'u1']);
});

test('row 100: of 500 calls at once none is lost with the limits off', async () => {
	const server = await serve({ parameters: { options: unlimited } });
	const ids = Array.from({ length: 500 }, (_, position) => `u${position}`);
	const statuses = await Promise.all(
		ids.map(async (id) => (await send(`${server.entities}/user`, { body: `"${id}"` })).status),
	);
	expect(new Set(statuses)).toEqual(new Set([202]));
	expect(idsOf(server).sort()).toEqual(ids.sort());
}, 60_000);

test('row 103: an onboardee who becomes an employee: both calls run, in the order of arrival', async () => {
	const server = await serve();
	await send(`${server.entities}/user/onboardee`, { method: 'DELETE' });
	await send(`${server.entities}/user`, { body: '"employee"' });
	expect(server.started).toMatchObject([
		[{ notice: { entityId: 'onboardee', kind: 'deleted' } }],
		[{ notice: { entityId: 'employee', kind: 'changed' } }],
	]);
});

test.each([
	['continueRegularOutput', 200],
	['stopWorkflow', 503],
] as const)(
	'row 50: a failing target in front of the last node, on error %s: %p',
	async (onError, status) => {
		const server = await serve({
			parameters: { respond: 'finished' },
			target: outcomeTarget(),
			between: { type: failingTarget(), onError },
		});
		expect((await send(`${server.entities}/user`, { body: '"updated"' })).status).toBe(status);
	},
);
