/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks which protocols there are; not shipped */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startRun } from '../../src/http';
import { ProvisioningError } from '../../src/model/errors';
import type { Http } from '../../src/model/ports';
import { connect, type Directory } from '../../src/protocols';
import type { SystemVersion } from '../../src/systems';
import { createFakeClock } from '../support/clock';
import { startFaultyScim } from '../support/faultyScim';
import { startSuccessFactors } from '../support/successFactors';
import { connectTo, everyone, systemOf } from './connections';
import { scripted, type Said } from './scripted';
import { startUaa } from './scim1/uaa';

type Protocol = SystemVersion['protocol'];

/** A system that speaks the protocol. */
const SPEAKERS: Readonly<Record<Protocol, string>> = {
	odata2: 'sap-successfactors',
	'real-time': 'identity-provisioning',
	scim1: 'cloud-foundry-uaa-server',
	scim2: 'scim-system',
};
const protocols = Object.entries(SPEAKERS);

test('every protocol folder is held to this contract', () => {
	const root = join(__dirname, '../../src/protocols');
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(SPEAKERS).sort());
	for (const [protocol, id] of protocols) {
		expect(systemOf(id).versions[0].protocol).toBe(protocol);
	}
});

const html: Said = { headers: { 'content-type': 'text/html' }, body: '<html>Log on</html>' };

describe.each(protocols)('%s: what is not an answer of the system', (protocol, id) => {
	const isReadable = protocol !== 'real-time';
	const readings = (directory: Directory): [string, () => Promise<unknown>][] => [
		['check', () => directory.check('user')],
		...(isReadable
			? ([
					['get', () => directory.get('user', '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001')],
					['find', () => directory.find('user', { userName: 'mira' })],
					['findAny', () => directory.findAny('user', [{ userName: 'mira' }])],
					['list', () => everyone(directory, 'user')],
					['count', () => directory.count('user')],
				] as [string, () => Promise<unknown>][])
			: []),
	];

	test.each<[string, Said, string]>([
		['a page', html, 'answer.unexpected'],
		['a page that is not found', { ...html, status: 404 }, 'request.notFound'],
		['a log-on', { status: 302, headers: { location: '/login' } }, 'answer.unexpected'],
		['unknown credentials', { status: 401 }, 'access.unauthorized'],
		['a missing right', { status: 403 }, 'access.forbidden'],
		['a system that is down', { status: 503 }, 'server.unavailable'],
	])('%s is never an absence', async (_, answer, code) => {
		for (const [name, reading] of readings(scripted(id, [answer]).directory)) {
			const error = await reading().catch((caught: unknown) => caught);
			expect([name, error]).toEqual([name, expect.any(ProvisioningError)]);
			expect([name, error]).toMatchObject([name, { code }]);
		}
	});

	test('a broken connection goes through as it is', async () => {
		const broken = new ProvisioningError({ code: 'connection.broken', message: 'x', hint: 'y' });
		const http: Http = { send: () => Promise.reject(broken) };
		const clock = createFakeClock();
		const directory = connect(systemOf(id), { http, clock, random: () => 0 });
		for (const [, reading] of readings(directory)) await expect(reading()).rejects.toBe(broken);
	});

	test('a run counts its calls, and its correlation id goes along', async () => {
		const { directory, sent, clock } = scripted(id, [{ status: 403 }]);
		let calls = 0;
		const run = startRun({ clock, correlationId: 'c-7', onSend: () => calls++ });
		await directory
			.during(run)
			.check('user')
			.catch(() => undefined);
		expect(calls).toBe(sent.length);
		expect(sent[0]?.headers).toMatchObject({ 'x-correlation-id': 'c-7' });
	});

	test('a run that is cancelled sends nothing', async () => {
		const { directory, sent, clock } = scripted(id, [{}]);
		const run = startRun({ clock, signal: AbortSignal.abort() });
		await expect(directory.during(run).check('user')).rejects.toMatchObject({
			code: 'connection.cancelled',
		});
		expect(sent).toEqual([]);
	});
});

interface World {
	readonly directory: Directory;
	/** Ids of three users whom the system knows. */
	readonly ids: readonly string[];
	/** Finds the first of them. */
	readonly match: Readonly<Record<string, string>>;
	close(): Promise<void>;
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const names = ['mira.holm', 'jonas.falk', 'ada.lind'];

const WORLDS: Readonly<Record<Exclude<Protocol, 'real-time'>, () => Promise<World>>> = {
	async scim2() {
		const server = await startFaultyScim();
		const ids = names.map((userName) =>
			String(server.store.create('User', { schemas: [USER], userName })['id']),
		);
		const match = { userName: 'mira.holm' };
		return { directory: connectTo('scim-system', server), ids, match, close: server.close };
	},
	async scim1() {
		const server = await startUaa();
		const ids = names.map((userName) => server.create({ userName }));
		const match = { userName: 'mira.holm' };
		const directory = connectTo('cloud-foundry-uaa-server', server);
		return { directory, ids, match, close: server.close };
	},
	async odata2() {
		const clock = createFakeClock();
		const server = await startSuccessFactors({ clock });
		const people = names.map(() => server.hire());
		const ids = people.map(({ perPersonUuid }) => perPersonUuid);
		const match = { userId: String(people[0]?.userId) };
		const directory = connectTo('sap-successfactors', server, { clock });
		return { directory, ids, match, close: server.close };
	},
};

describe.each(Object.entries(WORLDS))('%s: what there is', (_, createWorld) => {
	let world: World;
	beforeAll(async () => {
		world = await createWorld();
	});
	afterAll(() => world.close());

	test('an entity is read by its id', async () => {
		const [id = ''] = world.ids;
		expect(await world.directory.get('user', id)).toMatchObject({ type: 'user', id });
	});

	test('an id that nobody has is an absence', async () => {
		const id = '00000000-0000-4000-8000-000000000000';
		expect(await world.directory.get('user', id)).toBeUndefined();
	});

	test('a match finds who fulfils it, and nobody else', async () => {
		const hits = await world.directory.find('user', world.match);
		expect(hits.map(({ id }) => id)).toEqual([world.ids[0]]);
		const nobody = await world.directory.findAny('user', [{ userName: 'nobody' }]);
		expect(nobody).toEqual([]);
	});

	test('a list gives everybody once, in pages of any size', async () => {
		for (const pageSize of [1, 2, 100]) {
			const listed = await everyone(world.directory, 'user', { pageSize });
			expect(listed.map(({ id }) => id).sort()).toEqual([...world.ids].sort());
		}
	});

	test('the count is that of the list, and a check passes', async () => {
		expect(await world.directory.count('user')).toBe(world.ids.length);
		await expect(world.directory.check('user')).resolves.toBeUndefined();
	});
});

describe.each([
	['scim2', WORLDS.scim2],
	['scim1', WORLDS.scim1],
] as const)('%s: what is written', (_, createWorld) => {
	test('is there, changed, and gone; requests are built without sending', async () => {
		const { directory, close } = await createWorld();
		const { requests } = directory;
		const schemas = directory.version.protocol === 'scim2' ? [USER] : ['urn:scim:schemas:core:1.0'];
		const created = await directory.send(
			'user',
			requests.create('user', { schemas, userName: 'new.one', nickName: 'N' }),
		);
		const id = String(created?.id);
		const patch = requests.patch('user', id, [
			{ op: 'replace', value: { displayName: 'New One' } },
			{ op: 'remove', path: 'nickName' },
		]);
		expect(requests.patch('user', id, []).path).toBe(patch.path);
		await directory.send('user', patch, created);
		const changed = await directory.get('user', id);
		expect(changed?.attributes).toMatchObject({ userName: 'new.one', displayName: 'New One' });
		expect(changed?.attributes).not.toHaveProperty('nickName');
		const whole = requests.replace('user', id, { schemas, userName: 'new.two' });
		await directory.send('user', whole, changed);
		expect((await directory.get('user', id))?.attributes).toMatchObject({ userName: 'new.two' });
		await directory.send('user', requests.remove('user', id));
		expect(await directory.get('user', id)).toBeUndefined();
		// Whoever is gone already is gone: no failure.
		await expect(directory.send('user', requests.remove('user', id))).resolves.toBeUndefined();
		await close();
	});
});
