import axios from 'axios';
import { axiosHttp } from '../../src/http/axiosHttp';
import { startFaultyScim, type FaultyScim } from '../support/faultyScim';

const SECRET = 'canary-pw-5150';
let scim: FaultyScim;

beforeAll(async () => {
	scim = await startFaultyScim({ authentication: { kind: 'basic', user: 'u', password: SECRET } });
});
afterAll(() => scim.close());
beforeEach(() => scim.setFaults());

function http(timeout = 2000) {
	const auth = { username: 'u', password: SECRET };
	return axiosHttp(axios.create({ baseURL: scim.url, auth, timeout }));
}

test('any status is an answer, its body unparsed text', async () => {
	const answer = await http().send({ method: 'GET', path: '/Users/none' });
	expect(answer.status).toBe(404);
	expect(JSON.parse(answer.body)).toMatchObject({ status: '404' });
	expect(answer.headers['content-type']).toContain('scim+json');
});

test('the body is sent as it was written', async () => {
	const body =
		'{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],  "userName": "mira.holm" }';
	const headers = { 'content-type': 'application/scim+json' };
	expect((await http().send({ method: 'POST', path: '/Users', body, headers })).status).toBe(201);
	expect(scim.ledger.writes()).toMatchObject([{ body: JSON.parse(body) }]);
});

test('D13, E23: a redirect is an answer and is not followed', async () => {
	scim.setFaults({ do: 'redirect(http://127.0.0.1:9/)' });
	expect((await http().send({ method: 'GET', path: '/Users' })).status).toBe(302);
});

test.each([
	['resetBefore', 'connection.broken'],
	['half', 'connection.broken'],
	['stall', 'connection.timeout'],
] as const)('%s is told as %s, without credentials', async (fault, code) => {
	scim.setFaults({ do: fault });
	const error = await http()
		.send({ method: 'GET', path: '/Users', timeout: 200 })
		.catch((caught: unknown) => caught);
	expect(error).toMatchObject({ code, retryable: true });
	expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(SECRET);
});

test('a port where nobody listens is told as connection.refused', async () => {
	await scim.refuse();
	await expect(http().send({ method: 'GET', path: '/Users' })).rejects.toMatchObject({
		code: 'connection.refused',
	});
	await scim.resume();
});
