import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

/** When a process was started, in ticks since the machine was (proc(5), field 22). */
const startOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[19];

/** After everything that was done to it. */
export function describeWellBeing({ n8n, triggers }) {
	const started = startOf(n8n.pid);

	describe('n8n afterwards', () => {
		test('it is the same process', () => assert.equal(startOf(n8n.pid), started));

		test('it is ready', async () => {
			assert.equal((await fetch(`${n8n.url}/healthz/readiness`)).status, 200);
		});

		for (const { key, path, caller, executions } of triggers) {
			test(`${key}: an honest notice starts one execution`, async () => {
				const before = await executions();
				const answer = await fetch(`${n8n.url}${path}/entities/user`, {
					method: 'POST',
					headers: { authorization: caller, 'content-type': 'application/scim+json' },
					body: '{"id":"P000123"}',
				});
				assert.equal(answer.status, 202);
				assert.equal(await executions(), before + 1);
			});
		}
	});
}
