// An address that stands in hostile calls, and that nobody may ever open.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { addressFor, send } from './rawHttp.mjs';

export async function startBait() {
	let opened = 0;
	const server = createServer((socket) => {
		opened += 1;
		socket.destroy();
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	server.unref();
	return {
		/** Host and port. */
		host: `127.0.0.1:${server.address().port}`,
		/** How many connections there were. */
		opened: () => opened,
		close: () => server.close(),
	};
}

/** Addresses in a notice are what somebody says about an entity: they are handed on, and never opened. */
export function describeBait({ n8n, triggers, bait }) {
	const url = `http://${bait.host}/latest/meta-data`;
	const body = JSON.stringify({
		schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', url],
		id: 'P000123',
		userName: url,
		$ref: url,
		photos: [{ value: url, type: 'photo' }],
		meta: { resourceType: 'User', location: url },
	});
	const forwarding = {
		'x-forwarded-host': bait.host,
		'x-forwarded-for': '127.0.0.1',
		'x-original-url': '/rest/workflows',
		'x-rewrite-url': '/rest/workflows',
	};

	describe('addresses in a notice', () => {
		for (const [at, { key, path, caller, executions }] of triggers.entries()) {
			test(`SSRF: ${key}: taken as data, and headers about hosts change nothing`, async () => {
				const known = await executions();
				const headers = {
					...{ 'content-type': 'application/scim+json', authorization: caller },
					...forwarding,
				};
				const call = {
					path: `${path}/entities/user`,
					headers,
					body,
					from: addressFor(90_000 + at),
				};
				const answer = await send(n8n.url, call);
				assert.equal(answer.status, 202, answer.body);
				assert.equal(await executions(), known + 1);
			});
		}

		test('SSRF: nobody has opened one', () => assert.equal(bait.opened(), 0));
	});
}
