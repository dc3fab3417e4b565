import { SapSuccessFactorsLearningTrigger } from '../../nodes/SapSuccessFactorsLearningTrigger/SapSuccessFactorsLearningTrigger.node.js';
import { outcomeTarget } from './outcomeTarget';
import { send, serveTrigger, type ServedTrigger, type TriggerOptions } from './trigger';

const servers: ServedTrigger[] = [];
async function serve(options: TriggerOptions = {}) {
	const trigger = new SapSuccessFactorsLearningTrigger();
	const server = await serveTrigger({ trigger, target: outcomeTarget(), ...options });
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((server) => server.close()));
});

test('row 21: a group call is refused with a clear text, whatever the workflow says', async () => {
	const server = await serve({ parameters: { entityTypes: ['user', 'group'] } });
	for (const method of ['POST', 'DELETE', 'GET']) {
		const answer = await send(`${server.entities}/group/g1`, { method });
		expect(answer).toMatchObject({
			status: 403,
			json: { detail: 'This application has no groups: only users are accepted.' },
		});
	}
	expect(server.started).toEqual([]);
});

describe('row 43: the user that Learning makes to test the way', () => {
	const NAME = 'ias_test_user_27F5AAEA';
	const isTest = (server: ServedTrigger) =>
		server.started.flat().map(({ notice }) => Reflect.get(Object(notice), 'test'));

	test.each([
		['by its id', { id: NAME }],
		['by its name', { id: 'EXT-1', userName: NAME }],
		['known by its name only', { userName: NAME }],
	])('is marked %s, and runs the workflow', async (_name, body) => {
		const server = await serve();
		await send(`${server.entities}/user`, { body: JSON.stringify(body) });
		expect(isTest(server)).toEqual([true]);
	});

	test('others are not', async () => {
		const server = await serve();
		const ids = ['EXT-5501', `x_${NAME}`, 'test'];
		await send(`${server.entities}/user`, { body: JSON.stringify(ids) });
		expect(isTest(server)).toEqual([false, false, false]);
	});

	test('the pattern can be another one, or none', async () => {
		const one = await serve({ parameters: { options: { testUsers: '^EXT-' } } });
		const none = await serve({ parameters: { options: { testUsers: '' } } });
		for (const server of [one, none]) {
			await send(`${server.entities}/user`, { body: JSON.stringify(['EXT-1', NAME]) });
		}
		expect([isTest(one), isTest(none)]).toEqual([
			[true, false],
			[false, false],
		]);
	});
});

test('row 44: is reached by what Learning makes of ipsAPIUrl and ipsSourceSystemID', async () => {
	const server = await serve();
	const ipsAPIUrl = server.entities.replace(/\/v1\/systems\/.*/, '');
	expect(ipsAPIUrl).toMatch(/\/webhook\/[\w-]+\/ipsproxy\/service\/api$/);
	const url = `${ipsAPIUrl}/v1/systems/prod-ias/entities/user`;
	expect((await send(url, { body: '{"id":"updated"}' })).status).toBe(200);
	expect(server.started).toHaveLength(1);
});

test('answers after the run unless told otherwise', async () => {
	const server = await serve();
	const answer = await send(`${server.entities}/user`, { body: '{"id":"created"}' });
	expect(answer).toMatchObject({ status: 200, json: { status: 'SUCCESS' } });
});
