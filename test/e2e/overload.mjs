// More callers that wait for the end of a run than one process lets wait.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createRealHost } from '../../demo/realHost.mjs';
import { send } from './rawHttp.mjs';
import { basic, countExecutions, workflowOf } from './triggers.mjs';

const systemId = 'overload';
const attempts = 2_000;
/** So long that most of them come in while the first still wait. */
const runSeconds = 10;

const password = 'canary-overload-password-4711';
const credential = {
	type: 'realTimeEndpointApi',
	name: 'Caller that waits',
	data: { authentication: ['basic'], user: 'caller', password },
};

function slowWorkflow() {
	const options = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0 };
	const typeName = 'sapIdentityAuthenticationTrigger';
	const sketch = { key: 'overload', typeName, typeVersion: 2, systemId, options, credential };
	const { nodes, ...workflow } = workflowOf(sketch);
	const [trigger] = nodes;
	const wait = {
		id: 'wait',
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		position: [200, 0],
		parameters: { amount: runSeconds, unit: 'seconds' },
	};
	return {
		...workflow,
		nodes: [{ ...trigger, parameters: { ...trigger.parameters, respond: 'finished' } }, wait],
		connections: { Trigger: { main: [[{ node: 'Wait', type: 'main', index: 0 }]] } },
	};
}

export function describeOverload({ n8n, limits }) {
	const path = `/webhook/${systemId}/ipsproxy/service/api/v1/systems/${systemId}/entities/user`;
	let workflow;

	function call(number) {
		const authorization = basic('caller', password);
		const headers = { 'content-type': 'application/scim+json', authorization };
		return send(n8n.url, { path, headers, body: `{"id":"u${number}"}`, patience: 120_000 });
	}

	describe('more callers than may wait', () => {
		before(async () => {
			const host = createRealHost(n8n);
			await host.publish(slowWorkflow(), [credential]);
			[workflow] = host.workflows;
		});

		test(`C14, C15: ${attempts} at once: 200 wait and hear how their runs end, the others when to come back`, async () => {
			const answers = await Promise.all(Array.from({ length: attempts }, (_, at) => call(at)));
			// On a slow machine some hear after 30 seconds that their run still goes on.
			const taken = answers.filter(({ status }) => status === 200 || status === 202);
			const refused = answers.filter(({ status }) => status === 503);
			assert.equal(taken.length + refused.length, attempts);
			// On a slow machine the first have ended when the last come in, and make room for as many again.
			const most = 2 * limits.openAnswers;
			assert.ok(taken.length >= limits.openAnswers && taken.length <= most, `${taken.length} wait`);
			const ended = taken.map(({ body }) => JSON.parse(body).status);
			assert.ok(ended.includes('SUCCESS'), ended.join());
			for (const { headers, body } of refused) {
				assert.match(headers, /^retry-after: \d+/im);
				assert.equal(JSON.parse(body).status, '503');
			}
			const { count } = await countExecutions(n8n.session, workflow);
			assert.equal(count, taken.length);
		});
	});
}
