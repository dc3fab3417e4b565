import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

export function describeCredentials({ session, world, workflow }) {
	const { buildCredentials, buildWorkflow } = workflow;

	describe('credentials', () => {
		for (const credential of buildCredentials(world)) {
			const { type, data } = credential;
			const check = (values) =>
				session.testCredential({ ...credential, id: '', data: { ...data, ...values } });
			test(`${type}: the right values pass their test`, async () => {
				const { status, message } = await check({});
				assert.equal(status, 'OK', message);
			});
			test(`${type}: a wrong password fails it`, async () => {
				assert.equal((await check({ password: 'wrong' })).status, 'Error');
			});
		}

		test('without an endpoint credential a trigger cannot be published', async () => {
			const { nodes, ...rest } = buildWorkflow();
			const [trigger] = nodes;
			const open = { ...trigger, parameters: { systemId: 'open-to-all' }, credentials: {} };
			const draft = await session.createWorkflow({ ...rest, nodes: [open], connections: {} });
			await assert.rejects(session.publish(draft), /credential/i);
		});
	});
}
