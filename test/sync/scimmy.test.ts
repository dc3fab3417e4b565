import axios from 'axios';
import { axiosHttp } from '../../src/http';
import { connect } from '../../src/protocols';
import { scimSystem } from '../../src/systems/scim-system/system';
import { startScimmy, type ScimmyServer } from '../support/scimmy';
import { createLandscape, type Landscape } from './landscape';

/** A SCIM server that nobody here wrote. */
let scimmy: ScimmyServer;
let land: Landscape;

beforeEach(async () => {
	scimmy = await startScimmy();
	land = await createLandscape();
});
afterEach(() => Promise.all([scimmy.close(), land.close()]));

function sync(id: string, change: Parameters<Landscape['run']>[1] = {}) {
	const http = axiosHttp(axios.create({ baseURL: scimmy.url }));
	const target = connect(scimSystem, { http, clock: land.clock });
	return land.run(id, change, { target });
}

function writes() {
	return scimmy.ledger.entries.filter(({ method }) => method !== 'GET');
}

test('created, unchanged, updated, unchanged, disabled, unchanged', async () => {
	const id = await land.hire();
	const states: string[] = [];
	const step = async (change: Parameters<Landscape['run']>[1] = {}) => {
		states.push((await sync(id, change)).state);
	};
	await step();
	await step();
	await land.source.updateUser(id, {
		displayName: 'Mira Lou Holm',
		name: { givenName: 'Mira Lou', familyName: 'Holm' },
		emails: [{ value: 'mira.lou@example.com', type: 'work', primary: true }],
		phoneNumbers: [],
	});
	await step();
	await step();
	await land.source.deleteUser(id);
	await step({ kind: 'deleted' });
	await step({ kind: 'deleted' });
	expect(states).toEqual([
		'created',
		'alreadyProvisioned',
		'updated',
		'alreadyProvisioned',
		'disabled',
		'alreadyProvisioned',
	]);
	expect(scimmy.users()).toMatchObject([
		{
			externalId: id,
			displayName: 'Mira Lou Holm',
			name: { givenName: 'Mira Lou', familyName: 'Holm' },
			emails: [{ value: 'mira.lou@example.com' }],
			active: false,
		},
	]);
	expect(scimmy.users()[0]).not.toHaveProperty('phoneNumbers');
});

test('a list that shrinks ends as it is in the source, whatever the server makes of a PATCH', async () => {
	const emails = ['a', 'b', 'c'].map((name) => ({ value: `${name}@example.com`, type: 'work' }));
	const id = await land.hire({ emails });
	await sync(id);
	await land.source.updateUser(id, { emails: emails.slice(1, 2) });
	expect((await sync(id)).state).toBe('updated');
	expect(scimmy.users()).toMatchObject([{ emails: [{ value: 'b@example.com' }] }]);
	const before = writes().length;
	expect((await sync(id)).state).toBe('alreadyProvisioned');
	expect(writes()).toHaveLength(before);
});

test.each(["o'hara", 'mira\\holm', 'zoë.ångström', '名前'])(
	"a person named '%s' gets one account, found again",
	async (userName) => {
		const id = await land.hire({ userName });
		expect((await sync(id)).state).toBe('created');
		expect((await sync(id)).state).toBe('alreadyProvisioned');
		expect(scimmy.users()).toHaveLength(1);
	},
);

test('a name that the server cannot search for is refused, and nothing is written', async () => {
	// scimmy 1.3.5 answers 400 to a filter value with an escaped quote.
	const id = await land.hire({ userName: 'mira "mo"' });
	expect(await sync(id)).toMatchObject({
		state: 'failed',
		error: { code: 'request.rejected' },
		repeatable: false,
	});
	expect(writes()).toEqual([]);
});
