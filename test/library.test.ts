// The engine outside n8n, through nothing but what the package exports.
import axios from 'axios';
import * as library from '../index';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from './support/identityAuthentication';
import { startScimmy, type ScimmyServer } from './support/scimmy';

const {
	axiosHttp,
	compileCondition,
	compilePath,
	compileTransformation,
	connect,
	diffResource,
	parseNotices,
	preview,
	ProvisioningError,
	sync,
	systems,
} = library;

let source: IdentityAuthentication;
let target: ScimmyServer;

beforeEach(async () => {
	[source, target] = await Promise.all([startIdentityAuthentication(), startScimmy()]);
});
afterEach(() => Promise.all([source.close(), target.close()]));

function system(id: string): library.System {
	const found = systems.get(id);
	if (!found) throw new Error(`${id} is not in the registry`);
	return found;
}

/** What somebody writes who brings an own HTTP server and axios. */
function options(call: library.ReceivedCall): library.SyncOptions {
	const ias = system('identity-authentication');
	const scim = system('scim-system');
	const { user: username, password } = source.authentication;
	const auth = { username, password };
	const [notice] = parseNotices(ias.id, call).notices;
	if (!notice) throw new Error('no notice');
	return {
		notice: { ...notice, receivedAt: '2026-11-25T08:00:00.000Z', correlationId: 'c-1' },
		source: connect(ias, { http: axiosHttp(axios.create({ baseURL: source.url, auth })) }),
		target: connect(scim, { http: axiosHttp(axios.create({ baseURL: target.url })) }),
		read: compileTransformation(ias.defaultTransformation('read'), { direction: 'read' }),
		write: compileTransformation(scim.defaultTransformation('write'), { direction: 'write' }),
	};
}

const path = '/ipsproxy/service/api/v1/systems/prod/entities/user';

function changeOf(entityId: string): library.ReceivedCall {
	const body = JSON.stringify({ entityId });
	return { method: 'POST', path, contentType: 'application/json', body };
}

async function hire() {
	const name = { givenName: 'Mira', familyName: 'Holm' };
	const emails = [{ value: 'mira@example.com', type: 'work', primary: true }];
	return await source.createUser({ userName: 'mira.holm', active: true, name, emails });
}

test('from the call to the account: previewed, created, already provisioned, disabled', async () => {
	const { id } = await hire();
	const changed = options(changeOf(id));
	const planned = await preview(changed);
	expect(planned).toMatchObject({ state: 'planned', change: { kind: 'create' } });
	expect(target.users()).toEqual([]);

	const created = await sync(changed);
	expect(created).toMatchObject({ state: 'created', correlationId: 'c-1' });
	expect(created.change).toEqual(planned.change);
	expect(target.users()).toMatchObject([{ userName: 'mira.holm', externalId: id }]);
	expect(await sync(changed)).toMatchObject({ state: 'alreadyProvisioned' });

	await source.deleteUser(id);
	const deleted = options({ method: 'DELETE', path: `${path}/${id}` });
	expect(await preview(deleted)).toMatchObject({ state: 'planned', change: { kind: 'disable' } });
	expect(await sync(deleted)).toMatchObject({ state: 'disabled' });
	expect(target.users()).toMatchObject([{ active: false }]);
});

test('an entity of your own needs no source', async () => {
	const { id } = await hire();
	const { notice, target: directory, write } = options(changeOf(id));
	const entity = { userName: 'mira.holm', name: { familyName: 'Holm' }, active: true };
	const outcome = await sync({ notice, entity, target: directory, write });
	expect(outcome).toMatchObject({ state: 'created' });
});

test('a call that says nothing is refused, not thrown', () => {
	expect(parseNotices('identity-authentication', { ...changeOf(''), body: '{' })).toMatchObject({
		status: 'refused',
		notices: [],
	});
});

test('a faulty document is refused as a whole, with the place of each fault', () => {
	const text = '{\n  "user": { "mappings": [{ "sourcepath": "$.a", "targetPath": "$.b" }] } }';
	expect(() => compileTransformation(text)).toThrow(ProvisioningError);
	expect(() => compileTransformation(text)).toThrow(
		expect.objectContaining({ code: 'transformation.invalid' }),
	);
});

test('paths, conditions and differences by themselves', () => {
	const emails = compilePath("$.emails[?(@.type == 'work')].value");
	const document = { emails: [{ type: 'work', value: 'a@example.com' }] };
	expect(emails.definite).toBe(false);
	expect(emails.read(document)).toEqual(['a@example.com']);
	expect(compileCondition("$.emails[0].type == 'work'").test(document)).toBe(true);

	expect(diffResource(document, document)).toEqual([]);
	expect(diffResource({ title: 'Dr' }, { title: null })).toHaveLength(1);
	expect(diffResource({ title: 'Dr' }, {})).toEqual([]);
	expect(diffResource({ title: 'Dr' }, {}, { owned: ['$.title'] })).toHaveLength(1);
});
