import type { ChangeRequest } from '../../src/model/change';
import type { Entity } from '../../src/model/entity';
import { isObject } from '../../src/model/json';
import type { HttpRequest } from '../../src/model/ports';
import { connect, type Directory } from '../../src/protocols';
import { scimSystem } from '../../src/systems/scim-system/system';
import { createLandscape, type Landscape } from './landscape';

let land: Landscape;
beforeEach(async () => {
	land = await createLandscape();
});
afterEach(() => land.close());

async function employed(userName: string): Promise<string> {
	const id = await land.hire({ userName });
	expect((await land.run(id)).state).toBe('created');
	return id;
}

describe('E12: a version that somebody else has written over', () => {
	test('once: both sides are read again and the change is planned anew', async () => {
		const id = await employed('mira');
		await land.source.updateUser(id, { displayName: 'Mira Lou' });
		land.target.setFaults({ method: 'PATCH', nth: 1, do: 'status(412)' });
		land.forget();
		expect(await land.run(id)).toMatchObject({ state: 'updated', rounds: 2 });
		expect(land.calls()).toEqual({ source: 'GET GET GET', target: 'GET PATCH GET PATCH' });
		expect(land.accounts()).toMatchObject([{ displayName: 'Mira Lou' }]);
	});

	test('always: three rounds, and it may be repeated', async () => {
		const id = await employed('mira');
		await land.source.updateUser(id, { displayName: 'Mira Lou' });
		land.target.setFaults({ method: 'PATCH', do: 'status(412)' });
		expect(await land.run(id)).toMatchObject({
			state: 'failed',
			rounds: 3,
			attempts: 3,
			repeatable: true,
			error: { code: 'request.outdated' },
		});
	});
});

describe('E32: a name that one person gives up and another takes', () => {
	test.each(['giver', 'taker'])('the notice of the %s first', async (first) => {
		const giver = await employed('mira');
		const taker = await employed('akiko');
		await land.source.updateUser(giver, { userName: 'mira.holm' });
		await land.source.updateUser(taker, { userName: 'mira' });
		const order = first === 'giver' ? [giver, taker] : [taker, giver];
		for (const id of order) {
			const outcome = await land.run(id);
			const isEarly = id === taker && first === 'taker';
			expect(outcome).toMatchObject(
				isEarly ? { state: 'failed', repeatable: true } : { state: 'updated' },
			);
		}
		if (first === 'taker') expect(await land.run(taker)).toMatchObject({ state: 'updated' });
		const names = land.accounts().map(({ externalId, userName }) => [externalId, userName]);
		expect(Object.fromEntries(names)).toEqual({ [giver]: 'mira.holm', [taker]: 'mira' });
	});
});

/** Answers every call to `/Users`, and keeps what was asked for. */
function scripted(answer: (request: HttpRequest) => { status: number; body?: string }): {
	readonly target: Directory;
	readonly asked: string[];
} {
	const asked: string[] = [];
	const http = {
		baseUrl: 'https://scim.example.com',
		async send(request: HttpRequest) {
			asked.push(`${request.method} ${request.path}`);
			const location = 'http://169.254.169.254/latest/meta-data';
			const headers = { 'content-type': 'application/scim+json', location };
			return { body: '', headers, ...answer(request) };
		},
	};
	return { target: connect(scimSystem, { http, clock: land.clock }), asked };
}

const user = (more: string) =>
	`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"42",${more}}`;
const listOf = (resources: string) =>
	`{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":1,"Resources":[${resources}]}`;

test('E24: an address in an answer is never called', async () => {
	const elsewhere = 'http://169.254.169.254/latest/meta-data';
	const id = await land.hire();
	let isThere = false;
	const { target, asked } = scripted(({ method, body = '' }) => {
		if (method === 'GET' && !isThere) {
			return { status: 200, body: listOf('').replace('"totalResults":1', '"totalResults":0') };
		}
		isThere = true;
		const sent = method === 'POST' ? JSON.parse(body) : { externalId: id };
		const bait = `"meta":{"location":"${elsewhere}"},"groups":[{"value":"1","$ref":"${elsewhere}"}]`;
		const stored = user(`${JSON.stringify(sent).slice(1, -1)},${bait}`);
		return method === 'POST'
			? { status: 201, body: stored }
			: { status: 200, body: listOf(stored) };
	});
	expect(await land.run(id, {}, { target })).toMatchObject({ state: 'created', targetId: '42' });
	expect(asked.length).toBeGreaterThan(1);
	for (const call of asked) expect(call).toMatch(/^(GET|POST) \/Users(\?|$)/);
});

test.each(['patch', 'put'] as const)(
	'E21: an account nested 100,000 deep fails as an item, by %s too',
	async (updateMethod) => {
		const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
		const id = await land.hire();
		const { target } = scripted(() => ({
			status: 200,
			body: listOf(user(`"externalId":"${id}","userName":"old","x":${deep}`)),
		}));
		expect(await land.run(id, {}, { target, policy: { updateMethod } })).toMatchObject({
			state: 'failed',
			error: { code: 'answer.unexpected' },
		});
	},
);

/** Something happens in place of the first change of a group, and the server then says what it says. */
function interrupted(
	target: Directory,
	happen: (request: ChangeRequest) => Promise<Entity | undefined>,
): Directory {
	let isFirst = true;
	const wrap = (inner: Directory): Directory => ({
		...inner,
		during: (run) => wrap(inner.during(run)),
		send(type, request, seen) {
			if (!isFirst) return inner.send(type, request, seen);
			isFirst = false;
			return happen(request);
		},
	});
	return wrap(target);
}

test('E18: of a change that was half made, only the rest is sent', async () => {
	const id = await employed('mira');
	await land.source.updateUser(id, { displayName: 'Mira Lou', name: { familyName: 'Beck' } });
	land.target.setFaults({ method: 'PATCH', nth: 1, do: 'status(500)' });
	const [account] = land.accounts();
	const target = interrupted(land.directories.target, async (request) => {
		land.target.store.replace('User', String(account?.['id']), {
			...account,
			displayName: 'Mira Lou',
		});
		return land.directories.target.send('user', request);
	});
	land.target.ledger.clear();
	expect(await land.run(id, {}, { target })).toMatchObject({ state: 'updated', rounds: 2 });
	const sent = land.target.ledger.writes().map(({ body }) => JSON.stringify(body));
	expect(sent).toEqual([expect.stringContaining('Beck')]);
	expect(sent[0]).not.toContain('displayName');
	expect(land.accounts().filter(isObject)).toMatchObject([
		{ displayName: 'Mira Lou', name: { familyName: 'Beck' } },
	]);
});
