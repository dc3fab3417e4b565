/* eslint-disable @n8n/community-nodes/no-restricted-imports -- TLS with certificates, which fetch does not do */
import { once } from 'node:events';
import { request } from 'node:https';
import { connect } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { makeCertificate } from '../support/certificate';
import { SECRETS, send, serveTrigger, type ServedTrigger, type TriggerOptions } from './trigger';

const DAY = 86_400_000;
const seconds = (at: number) => Math.floor(at / 1_000) * 1_000;
const from = seconds(Date.now() - DAY);
const until = seconds(Date.now() + DAY);
const server = makeCertificate({ name: 'localhost', from, until });
const client = makeCertificate({ from, until });
const next = makeCertificate({ from, until });
const stranger = makeCertificate({ from, until });
const expired = makeCertificate({ from: from - 2 * DAY, until: from });

const PINNED = {
	authentication: ['certificate'],
	certificates: client.pem + next.pem + expired.pem,
};

const servers: ServedTrigger[] = [];
async function serve(options: TriggerOptions) {
	const served = await serveTrigger(options);
	servers.push(served);
	return served;
}
afterAll(async () => {
	expect(servers.flatMap(({ thrown }) => thrown)).toEqual([]);
	await Promise.all(servers.map((one) => one.close()));
});

describe('on a TLS connection that ends in n8n', () => {
	/** As an external hook of n8n sets it. */
	const tls = { key: server.key, cert: server.pem, requestCert: true, rejectUnauthorized: false };

	async function call(served: ServedTrigger, shown?: { pem: string; key: string }, headers = {}) {
		const { hostname, port, pathname } = new URL(`${served.entities}/user`);
		const outgoing = request({
			hostname,
			port,
			path: pathname,
			method: 'POST',
			headers: { 'content-type': 'application/scim+json', ...headers },
			ca: server.pem,
			checkServerIdentity: () => undefined,
			agent: false,
			...(shown && { cert: shown.pem, key: shown.key }),
		});
		outgoing.end('"u1"');
		const [answer]: IncomingMessage[] = await once(outgoing, 'response');
		answer?.resume();
		return answer?.statusCode;
	}

	test.each([
		['row 35: its certificate', client],
		['row 38: the other one during a renewal', next],
	])('%s is accepted', async (_name, certificate) => {
		const served = await serve({ secrets: PINNED, tls });
		expect(await call(served, certificate)).toBe(202);
		expect(served.started).toHaveLength(1);
		expect(JSON.stringify(served.started)).not.toContain('CN=');
	});

	test.each([
		['none', undefined],
		['B12: another one with the same name', stranger],
		['row 37: an expired one', expired],
	])('%s is refused', async (_name, certificate) => {
		const served = await serve({ secrets: PINNED, tls });
		expect(await call(served, certificate)).toBe(401);
		expect(served.started).toEqual([]);
	});

	test('B9: a header says nothing there', async () => {
		const secrets = { ...PINNED, certificateHeader: 'Client-Cert', trustedProxies: '10.0.0.5' };
		const served = await serve({ secrets, tls });
		const headers = { 'client-cert': `:${client.der.toString('base64')}:` };
		expect(await call(served, undefined, headers)).toBe(401);
		expect(await call(served, stranger, headers)).toBe(401);
	});
});

describe('behind a proxy', () => {
	const BEHIND = {
		...SECRETS,
		...PINNED,
		authentication: ['basic', 'certificate'],
		certificateHeader: 'X-Client-Cert',
		verifyHeader: 'X-Client-Verify',
		trustedProxies: '127.0.0.1',
	};
	const shown = {
		authorization: '',
		'x-client-cert': encodeURIComponent(client.pem),
		'x-client-verify': 'SUCCESS',
	};

	test('row 35: the certificate in the header is accepted', async () => {
		const served = await serve({ secrets: BEHIND });
		const answer = await send(`${served.entities}/user`, { body: '"u1"', headers: shown });
		expect(answer.status).toBe(202);
		const stored = JSON.stringify(served.started);
		expect(stored).not.toMatch(/CERTIFICATE|x-client/i);
	});

	test('B11: a header that Node drops behind 2,000 others is no proof', async () => {
		const served = await serve({ secrets: BEHIND });
		const { hostname, port, pathname } = new URL(`${served.entities}/user`);
		const statusBehind = async (others: number) => {
			const socket = connect(Number(port), hostname);
			const lines = [
				`GET ${pathname} HTTP/1.1`,
				'Host: x',
				'Connection: close',
				...Array.from({ length: others }, () => 'a:1'),
				`X-Client-Cert: ${client.der.toString('base64')}`,
				'X-Client-Verify: SUCCESS',
			];
			socket.write([...lines, '', ''].join('\r\n'));
			let answer = '';
			socket.on('data', (chunk) => {
				answer += chunk.toString();
			});
			await once(socket, 'close');
			return answer.slice(0, 12);
		};
		expect(await statusBehind(10)).toBe('HTTP/1.1 200');
		// Node 24 refuses so many headers by itself.
		expect(await statusBehind(2_500)).toMatch(/^HTTP\/1\.1 4[03]1$/);
	});

	test('any of the ways lets a caller in', async () => {
		const served = await serve({ secrets: BEHIND });
		expect((await send(`${served.entities}/user`, { body: '"u1"' })).status).toBe(202);
	});

	test.each([
		['row 36, B9: not from that proxy', { trustedProxies: '10.0.0.5' }, {}],
		['B10: verify header missing', {}, { 'x-client-verify': '' }],
		['B10: verify says NONE', {}, { 'x-client-verify': 'NONE' }],
		['row 37: expired', {}, { 'x-client-cert': encodeURIComponent(expired.pem) }],
		['forwarded from the proxy', { trustedProxies: '10.0.0.5' }, { 'x-forwarded-for': '10.0.0.5' }],
	])('%s: 401 with both challenges', async (_name, change, headers) => {
		const served = await serve({ secrets: { ...BEHIND, ...change } });
		const sent = { body: '"u1"', headers: { ...shown, ...headers } };
		const answer = await send(`${served.entities}/user`, sent);
		expect(answer.status).toBe(401);
		expect(answer.headers.get('www-authenticate')).toBe(
			'Basic realm="ipsproxy", charset="UTF-8", ClientCertificate realm="ipsproxy"',
		);
		expect(served.started).toEqual([]);
	});
});
