import axios from 'axios';
import { axiosHttp } from '../../src/http';
import type { JsonObject } from '../../src/model/json';
import { connect } from '../../src/protocols';
import { sync, type Policy } from '../../src/sync';
import { scimSystem } from '../../src/systems/scim-system/system';
import { createFakeClock } from '../support/clock';
import { startFaultyServer } from '../support/faultyServer';
import type { Answer } from '../support/loopback';
import { createScimApi } from '../support/scimApi';
import { createScimStore } from '../support/scimStore';
import { noticeFor } from './memoryWorld';

const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];

interface Refusal {
	readonly patch: Answer;
	/** What the server says about itself. */
	readonly configuration?: Answer;
}

/** A SCIM server that refuses PATCH in its own way. */
async function startServer({ patch, configuration }: Refusal) {
	const store = createScimStore({});
	const api = createScimApi({ store, prefix: '' });
	const server = await startFaultyServer({
		apply(call, quirks) {
			if (call.method === 'PATCH') return patch;
			const isConfiguration = call.path === '/ServiceProviderConfig';
			return isConfiguration && configuration ? configuration : api(call, quirks);
		},
	});
	const clock = createFakeClock();
	const http = axiosHttp(axios.create({ baseURL: server.origin, timeout: 2000 }));
	const target = connect(scimSystem, { http, clock, random: () => 0.1 });

	async function update(entityId: string, policy: Policy = {}) {
		store.create('User', { schemas, userName: entityId, externalId: entityId, displayName: 'Old' });
		server.ledger.clear();
		const entity: JsonObject = { schemas, userName: entityId, displayName: 'New' };
		const notice = noticeFor(entityId);
		const outcome = await sync({ notice, entity, target, policy, clock });
		const calls = server.ledger.entries.map(
			({ method, path }) => `${method} ${path.split('?')[0]}`,
		);
		return { outcome, calls: calls.map((call) => call.replace(/Users\/.*/, 'Users/x')) };
	}
	return { update, close: server.close };
}

const says = (supported: boolean): Answer => ({
	status: 200,
	headers: { 'content-type': 'application/scim+json' },
	body: JSON.stringify({ patch: { supported } }),
});
const LOOK = 'GET /Users';
const PATCH = 'PATCH /Users/x';
const PUT = 'PUT /Users/x';
const ASK = 'GET /ServiceProviderConfig';

test.each<[string, Refusal, string[]]>([
	['405', { patch: { status: 405 } }, [LOOK, PATCH, LOOK, PUT]],
	['501', { patch: { status: 501 } }, [LOOK, PATCH, LOOK, PUT]],
	[
		'404, and the server says so',
		{ patch: { status: 404 }, configuration: says(false) },
		[LOOK, PATCH, ASK, LOOK, PUT],
	],
	[
		'403, and the server says so',
		{ patch: { status: 403 }, configuration: says(false) },
		[LOOK, PATCH, ASK, LOOK, PUT],
	],
])(
	'PATCH is refused with %s: PUT follows, and comes first from then on',
	async (_, server, calls) => {
		const { update, close } = await startServer(server);
		const first = await update('mira');
		expect(first).toMatchObject({ outcome: { state: 'updated', operation: 'UPDATE' }, calls });
		const second = await update('jonas');
		expect(second).toMatchObject({ outcome: { state: 'updated' }, calls: [LOOK, PUT] });
		await close();
	},
);

test.each<[string, Answer]>([
	['takes PATCH', says(true)],
	['says nothing', { status: 404 }],
	['says something else', { status: 200, body: '<html>' }],
])('a server that %s means the account: asked once, then no more', async (_, configuration) => {
	const { update, close } = await startServer({ patch: { status: 403 }, configuration });
	const refused = { state: 'failed', error: { code: 'access.forbidden' } };
	expect(await update('mira')).toMatchObject({ outcome: refused, calls: [LOOK, PATCH, ASK] });
	expect(await update('jonas')).toMatchObject({ outcome: refused, calls: [LOOK, PATCH] });
	await close();
});

test('what is remembered is only advice: who wants PATCH gets it, and is told', async () => {
	const { update, close } = await startServer({ patch: { status: 405 } });
	await update('mira');
	const { outcome, calls } = await update('jonas', { updateMethod: 'patch' });
	expect(calls).toContain(PATCH);
	expect(calls).not.toContain(PUT);
	expect(outcome).toMatchObject({
		state: 'failed',
		error: { code: 'request.unsupported', hint: expect.stringContaining("'Update Method'") },
	});
	await close();
});
