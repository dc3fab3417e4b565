import { ProvisioningTransform } from '../../nodes/ProvisioningTransform/ProvisioningTransform.node.js';
import workflowFile from '../../workflows/transform-and-explain.json';
import { createEngine } from '../support/engine';
import { start } from './provisioningTransformBed';

test('the example workflow maps two people, skips one, and says why', async () => {
	const transform = 'n8n-nodes-realtime-provisioning.provisioningTransform';
	const nodeTypes = {
		[transform]: new ProvisioningTransform(),
		'n8n-nodes-base.manualTrigger': start,
		'n8n-nodes-base.stickyNote': start,
	};
	const engine = createEngine({ nodeTypes });
	const { pinData, connections } = workflowFile;
	const nodes: Parameters<typeof engine.workflow>[0] = JSON.parse(
		JSON.stringify(workflowFile.nodes),
	);
	const people = pinData['Start by hand'].map(({ json }) => json);
	const workflow = engine.workflow(nodes, JSON.parse(JSON.stringify(connections)));
	const run = await engine.run(workflow, 'Start by hand', [people]);

	expect(run.error).toBeUndefined();
	const mapped = { transformation: { status: 'mapped' } };
	expect(run.json('Read')).toMatchObject([mapped, mapped, mapped]);
	expect(run.json('Write')).toMatchObject([
		{
			...mapped,
			entity: {
				externalId: people[0]?.entity.id,
				login: 'mira.holm',
				fullName: 'Mira Holm',
				mail: 'mira.holm@example.com',
				company: 'ACME',
			},
		},
		{ ...mapped, entity: { company: 'External' } },
		{
			transformation: {
				status: 'skipped',
				reason: 'Entity condition [$.active == true] is not fulfilled',
			},
			explanation: {
				condition: {
					parts: [{ result: false, values: [{ path: '$.active', value: false }] }],
				},
			},
		},
	]);
	const [task] = run.run.data.resultData.runData['Write'] ?? [];
	expect(task?.hints).toMatchObject([{ type: 'info' }]);
});
