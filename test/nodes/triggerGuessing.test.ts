import { LIMITS } from '../../src/endpoint';
import { send, serveTrigger } from './trigger';

test('B15: failures of an address are limited, callers that are right are not', async () => {
	const server = await serveTrigger();
	const url = `${server.entities}/user`;
	const guess = () => send(url, { method: 'GET', headers: { authorization: 'Basic eDp5' } });
	const statuses: number[] = [];
	for (let attempt = 0; attempt < LIMITS.failuresPerMinute + 5; attempt += 1) {
		statuses.push((await guess()).status);
	}
	const allowed = statuses.slice(0, LIMITS.failuresPerMinute);
	expect(new Set(allowed)).toEqual(new Set([401]));
	expect(statuses.slice(LIMITS.failuresPerMinute)).toEqual([429, 429, 429, 429, 429]);

	const last = await guess();
	expect(last.headers.get('retry-after')).toBe('60');
	expect(last.json).toMatchObject({ status: '429' });
	expect((await send(url, { body: '"u1"' })).status).toBe(202);
	expect(server.started).toHaveLength(1);
	await server.close();
});
