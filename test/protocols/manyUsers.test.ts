import { startManyUsers, type ManyUsers } from '../support/manyUsers';
import { connectTo } from './connections';

const USERS = 20_000;

let server: ManyUsers;
beforeAll(async () => {
	server = await startManyUsers(USERS);
});
afterAll(() => server.close());

test('20,000 users: as many requests as pages, and nobody twice', async () => {
	const seen = new Set<string>();
	let given = 0;
	let mostAtOnce = 0;
	for await (const { entities } of connectTo('identity-authentication', server).list('user')) {
		for (const { id } of entities) seen.add(id);
		given += entities.length;
		mostAtOnce = Math.max(mostAtOnce, entities.length);
	}
	const asked = server.ledger.entries.map(({ path }) => path);
	expect(given).toBe(USERS);
	expect(seen.size).toBe(USERS);
	expect(mostAtOnce).toBe(100);
	expect(asked).toHaveLength(USERS / 100);
	expect(new Set(asked).size).toBe(asked.length);
});
