import { LIMITS } from '../../src/endpoint';
import { send, serveTrigger } from './trigger';

test('B15: guesses at the token endpoint are limited together with the others', async () => {
	const client = { clientId: 'client', clientSecret: 'a-secret-of-the-client-that-is-long' };
	const server = await serveTrigger({ secrets: { ...client, authentication: ['oAuth2'] } });
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = 'grant_type=client_credentials';
	const statuses: number[] = [];
	for (let attempt = 0; attempt < LIMITS.failuresPerMinute + 2; attempt += 1) {
		statuses.push((await send(`${server.system}/oauth2/token`, { body, headers })).status);
	}
	expect(new Set(statuses.slice(0, LIMITS.failuresPerMinute))).toEqual(new Set([401]));
	expect(statuses.slice(LIMITS.failuresPerMinute)).toEqual([429, 429]);
	expect((await send(`${server.entities}/user`, { method: 'GET' })).status).toBe(429);
	await server.close();
});
