import { startRun } from '../../../src/http';
import type { JsonObject } from '../../../src/model/json';
import type { Http } from '../../../src/model/ports';
import { connect } from '../../../src/protocols';
import { createFakeClock } from '../../support/clock';
import { startIdentityAuthentication } from '../../support/identityAuthentication';
import { createPeople } from '../../support/people';
import { connectTo, everyone, pagesOf, systemOf } from '../connections';

const SF = 'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User';

/** A server that gives these answers, one after the other. */
function canned(...bodies: JsonObject[]): { http: Http; paths: string[] } {
	const paths: string[] = [];
	return {
		paths,
		http: {
			async send({ path }) {
				const body = bodies[paths.push(path) - 1];
				return { status: 200, headers: {}, body: JSON.stringify(body) };
			},
		},
	};
}

const user = (id: string, more: JsonObject = {}) => ({ id, userName: id, ...more });

test('an empty page ends a list, whatever it says about the next one', async () => {
	const { http, paths } = canned(
		{ totalResults: 9, nextId: 'b', Resources: [user('a')] },
		{ totalResults: 9, nextId: 'c', Resources: [] },
	);
	const found = await everyone(connect(systemOf('identity-authentication'), { http }), 'user');
	expect(found.map(({ id }) => id)).toEqual(['a']);
	expect(paths).toHaveLength(2);
});

test('a page that names no next one is the last', async () => {
	const { http, paths } = canned({ totalResults: 1, Resources: [user('a')] });
	await everyone(connect(systemOf('identity-authentication'), { http }), 'user');
	expect(paths).toHaveLength(1);
});

test('a server that gives less than was asked for is asked for the rest', async () => {
	const { http, paths } = canned(
		{ totalResults: 3, Resources: [user('a'), user('b')] },
		{ totalResults: 3, Resources: [user('c')] },
	);
	const found = await everyone(connect(systemOf('scim-system'), { http }), 'user');
	expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(paths.map((path) => path.split('?')[1])).toEqual([
		'startIndex=1&count=100',
		'startIndex=3&count=100',
	]);
});

test('what cannot be read is reported, and counts for the position', async () => {
	const { http, paths } = canned(
		{ totalResults: 3, Resources: [user('a'), { userName: 'b' }] },
		{ totalResults: 3, Resources: [user('c')] },
	);
	const pages = await pagesOf(connect(systemOf('scim-system'), { http }), 'user');
	expect(pages.map(({ skipped }) => skipped)).toEqual([[{ reason: 'a user without id' }], []]);
	expect(paths).toHaveLength(2);
});

test('a person is found by the GUID that another system writes with dashes', async () => {
	const perPersonUuid = 'c3f1a7e2-0b5d-4e6f-9a8b-7c6d5e4f3a2b';
	const { http } = canned({
		totalResults: 1,
		Resources: [user('1', { [SF]: { perPersonUuid } })],
	});
	const source = connect(systemOf('sap-successfactors'), { http, apiVersion: '2' });
	const found = await source.get('user', 'C3F1A7E20B5D4E6F9A8B7C6D5E4F3A2B', 'guid32');
	expect(found?.id).toBe('1');
});

test('two users with the id that a notice names are none to go by', async () => {
	const resources = [user('1', { userName: 'mira' }), user('2', { userName: 'mira' })];
	const { http } = canned({ totalResults: 2, Resources: resources });
	const source = connect(systemOf('identity-authentication'), { http });
	await expect(source.get('user', 'mira', 'userName')).rejects.toMatchObject({
		code: 'match.ambiguous',
	});
});

test('D12: in one run too, each page may wait as long as a run of its own', async () => {
	const clock = createFakeClock();
	const tenant = await startIdentityAuthentication({ clock });
	const next = createPeople();
	for (let count = 0; count < 3; count++) await tenant.createUser(next());
	tenant.setFaults({ nth: [1, 3, 5], do: '429(50)' });
	const sent: string[] = [];
	const run = startRun({ clock, correlationId: 'c-1', onSend: () => sent.push('call') });
	const directory = connectTo('identity-authentication', tenant, { clock }).during(run);
	const found = await everyone(directory, 'user', { pageSize: 1 }).catch(() => []);
	await tenant.close();
	expect(found).toHaveLength(3);
	expect(sent).toHaveLength(6);
	const ids = tenant.ledger.entries.map(({ headers }) => headers['x-correlation-id']);
	expect(new Set(ids)).toEqual(new Set(['c-1']));
});
