/* eslint-disable @n8n/community-nodes/no-restricted-imports -- TLS servers on this machine; not shipped */
import axios from 'axios';
import { createServer as createPlainServer } from 'node:http';
import { Agent, createServer, type ServerOptions } from 'node:https';
import { axiosHttp } from '../../src/http';
import { ProvisioningError } from '../../src/model/errors';
import type { Http } from '../../src/model/ports';
import { connect } from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import { createFakeClock } from '../support/clock';
import { createCertificates } from '../support/certificates';
import { listenOnLoopback } from '../support/loopback';
import { scripted, type Said } from './scripted';

/** Every API version of every system: each is connected to by an administrator who mistakes something. */
const versions = [...systems.values()].flatMap((system) =>
	system.versions.map(({ version }) => [`${system.id} ${version}`, system, version] as const),
);

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<!DOCTYPE html><html><body>Log on</body></html>';
const insufficient = { 'www-authenticate': 'Bearer realm="x", error="insufficient_scope"' };

const ANSWERS: readonly (readonly [string, Said, string])[] = [
	['a wrong address', { status: 404, headers: html, body: page }, "'Base URL'"],
	['an address of nothing', { status: 404 }, "'Base URL'"],
	['a log-on page', { status: 200, headers: html, body: page }, "'Base URL'"],
	['a redirect to a log-on page', { status: 302, headers: { location: '/login' } }, "'Base URL'"],
	['wrong credentials', { status: 401, headers: html, body: page }, "'Authentication'"],
	['a missing right', { status: 403 }, "'Authentication'"],
	['a missing scope', { status: 403, headers: insufficient }, "'Scope'"],
	[
		'a missing scope, in the body',
		{ status: 403, body: '{"error":"insufficient_scope"}' },
		"'Scope'",
	],
];

async function errorOf(check: Promise<unknown>): Promise<ProvisioningError> {
	const error = await check.then(
		() => undefined,
		(caught: unknown) => caught,
	);
	if (error instanceof ProvisioningError) return error;
	throw new Error('It was not refused.', { cause: error });
}

describe.each(versions)('%s', (_, system, apiVersion) => {
	test.each(ANSWERS)('%s: the hint names the setting', async (_what, answer, setting) => {
		const { directory } = scripted(system, [answer], { apiVersion });
		for (const type of system.entityTypes) {
			if (directory.version.paths[type] === undefined) continue;
			const error = await errorOf(directory.check(type));
			expect(error.hint).toContain(setting);
			expect(error.hint).toContain('credential');
			expect(error.message).toContain(system.name);
			expect(error.message).not.toContain('<');
		}
	});

	test('the version that is not there: the hint names it where there is a choice', async () => {
		const { directory } = scripted(system, [{ status: 404 }], { apiVersion });
		const { hint } = await errorOf(directory.check('user'));
		expect(hint.includes("'API Version'")).toBe(system.versions.length > 1);
	});

	test('a version that does not exist: the hint lists those that do', () => {
		expect(() => scripted(system, [{}], { apiVersion: '99' })).toThrow(
			`${system.name} has no API version '99'`,
		);
	});
});

describe('certificates', () => {
	const { authority, server, expired, client } = createCertificates();
	const demanding = { requestCert: true, rejectUnauthorized: true, ca: authority };

	const SITUATIONS: readonly (readonly [string, ServerOptions, object, string])[] = [
		['an expired one', { cert: expired.certificate, key: expired.key }, {}, 'renewed'],
		[
			'an unknown authority',
			{ cert: server.certificate, key: server.key },
			{ ca: undefined },
			"'Base URL'",
		],
		[
			'none of ours where one is demanded',
			{ cert: server.certificate, key: server.key, ...demanding },
			{},
			"'Certificate'",
		],
		[
			'one of ours that has expired',
			{ cert: server.certificate, key: server.key, ...demanding },
			{ cert: expired.certificate, key: expired.key },
			"'Certificate'",
		],
	];

	/** One server for all systems: what is wrong about a connection does not depend on what it is for. */
	async function withServer(
		server: ServerOptions,
		own: object,
		check: (http: Http) => Promise<void>,
	) {
		const tls = createServer(server, (_, response) => response.end());
		const loopback = await listenOnLoopback(tls);
		const baseURL = loopback.origin.replace('http:', 'https:');
		const httpsAgent = new Agent({ ca: authority, ...own });
		await check(axiosHttp(axios.create({ baseURL, httpsAgent, timeout: 2000 })));
		await loopback.close();
	}

	function checked(system: System, http: Http): Promise<ProvisioningError> {
		const directory = connect(system, { http, clock: createFakeClock(), random: () => 0 });
		return errorOf(directory.check('user'));
	}

	test.each(SITUATIONS)('%s: every system says so', async (_, options, own, words) => {
		await withServer(options, own, async (http) => {
			for (const system of systems.values()) {
				const error = await checked(system, http);
				expect(error.code).toMatch(/^(connection|access)\./);
				expect(error.message).toContain('127.0.0.1');
				expect(error.hint).toContain(words);
			}
		});
	});

	test('the right ones are not complained about', async () => {
		const own = { cert: client.certificate, key: client.key };
		const options = { cert: server.certificate, key: server.key, ...demanding };
		await withServer(options, own, async (http) => {
			expect(await checked(scimSystem(), http)).toMatchObject({ code: 'answer.unexpected' });
		});
	});

	test('a port that does not speak TLS', async () => {
		const plain = await listenOnLoopback(createPlainServer((_, response) => response.end()));
		const baseURL = plain.origin.replace('http:', 'https:');
		const error = await checked(scimSystem(), axiosHttp(axios.create({ baseURL, timeout: 2000 })));
		await plain.close();
		expect(error.message).toContain('does not speak TLS');
		expect(error.hint).toContain("'Base URL'");
	});
});

function scimSystem(): System {
	const system = systems.get('scim-system');
	if (!system) throw new Error('There is no SCIM System.');
	return system;
}
