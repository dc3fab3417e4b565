import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { send } from './rawHttp.mjs';

/**
 * Calls that must not start anything. `by` marks an answer that n8n or Node gives before our code: these
 * rows are the whole list of such answers. All others are SCIM errors of ours.
 */
const cases = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'));

const basic = ({ user, password }) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export function describeHostileCalls({ n8n, host, world, workflow, published }) {
	const { pathname } = new URL(workflow.endpointUrl(published.webhookBase));
	const caller = basic(world.caller);
	const countExecutions = async () => (await n8n.session.executions(host.workflows[0])).length;

	describe('hostile calls', () => {
		for (const { name, as = caller, path = '/user', replace, headers, ...call } of cases) {
			test(`${name}: ${call.status}, and nothing starts`, async () => {
				const before = await countExecutions();
				const url = pathname.replace(/\/user$/, path);
				const answer = await send(n8n.url, {
					...call,
					path: replace ? url.replace(...replace) : url,
					headers: {
						'content-type': call.type ?? 'application/scim+json',
						...(as !== null && { authorization: as }),
						...headers,
					},
				});
				assert.equal(answer.status, call.status, answer.body);
				assert.equal(await countExecutions(), before);
				if (call.by !== undefined) return;

				assert.match(answer.headers, /content-type: application\/scim\+json/i);
				const error = JSON.parse(answer.body);
				assert.equal(error.status, String(call.status));
				assert.equal(error.scimType, call.scimType);
				assert.equal(/www-authenticate: basic/i.test(answer.headers), call.status === 401);
			});
		}

		test('guessing ends with 429, and the right password still comes in', async () => {
			const look = (authorization) =>
				send(n8n.url, { method: 'GET', path: pathname, headers: { authorization } });
			const guess = basic({ user: world.caller.user, password: 'guessed' });
			let last = 0;
			for (let count = 0; count < 25; count += 1) last = (await look(guess)).status;
			assert.equal(last, 429);
			assert.equal((await look(caller)).status, 200);
		});

		test('n8n is well afterwards', async () => {
			assert.equal((await fetch(`${n8n.url}/healthz/readiness`)).status, 200);
		});
	});
}
