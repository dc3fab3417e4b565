import { answerWhenReceived } from '../../nodes/shared/trigger/finish';
import { SapSuccessFactorsTrigger } from '../../nodes/SapSuccessFactorsTrigger/SapSuccessFactorsTrigger.node.js';
import { MESSAGE_ID, NAMESPACES, soapNotice } from '../support/soapNotice';
import { outcomeTarget } from './outcomeTarget';
import { send, serveTrigger, type ServedTrigger, type TriggerOptions } from './trigger';

const XML = { 'content-type': 'text/xml; charset=utf-8' };
const servers: ServedTrigger[] = [];

async function serve(options: TriggerOptions = {}) {
	const server = await serveTrigger({ trigger: new SapSuccessFactorsTrigger(), ...options });
	servers.push(server);
	return server;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((server) => server.close()));
});

async function notify(server: ServedTrigger, body = soapNotice(), headers = {}) {
	const answer = await send(`${server.entities}/user`, { body, headers: { ...XML, ...headers } });
	expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
	return answer;
}

test.each([...NAMESPACES])(
	'row 84: an event starts the workflow and is acknowledged in %s',
	async (namespace) => {
		const server = await serve();
		const { status, text } = await notify(server, soapNotice({ namespace }));
		expect(status).toBe(200);
		expect(text).toContain(`xmlns:n="${namespace}"`);
		expect(text).toContain(`<n:entityId>${MESSAGE_ID}</n:entityId><n:status>0</n:status>`);
		expect(server.started).toMatchObject([
			[
				{
					notice: { system: 'sap-successfactors', entityId: '40017', kind: 'changed' },
					event: { externalEventId: MESSAGE_ID, entity: 'EmpJob' },
					entityOrigin: 'none',
					variables: { entityIdSourceSystem: '40017' },
				},
			],
		]);
	},
);

test('row 85: two events are two items of one execution', async () => {
	const server = await serve();
	const events = ['1', '2'].map((userId) => ({ keys: { userId } }));
	await notify(server, soapNotice({ events }));
	expect(server.started.map((items) => items.length)).toEqual([2]);
});

test('A19: the acknowledgement names the event that was left out', async () => {
	const server = await serve();
	const events = [{ keys: { userId: '1' } }, {}];
	const { text } = await notify(server, soapNotice({ events }));
	expect(text).toContain('Event 2 was left out: No id was found.');
	expect(server.started).toHaveLength(1);
});

test('the status of the acknowledgement is the one of the option', async () => {
	const options = { binaryData: true, acknowledgementStatus: '200' };
	const { text } = await notify(await serve({ parameters: { options } }));
	expect(text).toContain('<n:status>200</n:status>');
});

test.each([
	['row 86: DOCTYPE', `<!DOCTYPE x>${soapNotice()}`],
	['row 88: cut', soapNotice().slice(0, 500)],
	['row 88: JSON', '{"id":"u1"}'],
	['row 88: not UTF-8', Buffer.from('<a>\xff</a>', 'latin1').toString('latin1')],
])('%s is a fault with 400, starts nothing, and the next message is read', async (_name, body) => {
	const server = await serve();
	const { status, text } = await notify(server, body);
	expect(status).toBe(400);
	expect(text).toContain('<faultcode>S:Client</faultcode>');
	expect(server.started).toEqual([]);
	expect((await notify(server)).status).toBe(200);
});

test('a kind that is switched off is a fault with 403', async () => {
	const server = await serve({ parameters: { kinds: ['deleted'] } });
	expect(await notify(server)).toMatchObject({ status: 403 });
	expect(server.started).toEqual([]);
});

test('whoever has not proved who he is hears what everybody hears', async () => {
	const server = await serve();
	const refused = { authorization: 'Basic eDp5' };
	const headers = { ...XML, ...refused };
	const soap = await send(`${server.entities}/user`, { body: '<cut', headers });
	const json = await send(`${server.entities}/user`, { body: '"u1"', headers: refused });
	expect(soap).toMatchObject({ status: 401, text: json.text });
});

describe('row 48: after the run', () => {
	const finished = async () =>
		await serve({ parameters: { respond: 'finished' }, target: outcomeTarget() });
	const about = (userId: string) => soapNotice({ events: [{ keys: { userId } }] });

	test('all well is acknowledged', async () => {
		expect((await notify(await finished(), about('updated'))).status).toBe(200);
	});
	test('what may be repeated is a fault of the server', async () => {
		const answer = await notify(await finished(), about('failed.later'));
		expect(answer.status).toBe(503);
		expect(answer.headers.get('retry-after')).toBe('90');
		expect(answer.text).toContain('S:Server');
	});
	test('what no repeat cures is a fault of the client', async () => {
		const answer = await notify(await finished(), about('failed.request.rejected'));
		expect(answer.status).toBe(422);
		expect(answer.text).toContain('S:Client');
	});
});

test('when the execution cannot be stored the sender does not hear that it was', () => {
	const sent: unknown[] = [];
	const response = {
		headersSent: false,
		destroyed: false,
		json: () => undefined,
		writeHead: (status: number) => sent.push(status),
		end: () => undefined,
	};
	const accepted = { status: 202, headers: {}, body: { status: 'ACCEPTED' } };
	answerWhenReceived(response, accepted, (answer) => answer);
	Reflect.apply(response.json, response, [{ code: 0, message: 'database is locked' }]);
	expect(sent).toEqual([503]);
});
