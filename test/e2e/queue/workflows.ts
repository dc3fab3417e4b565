import { randomUUID } from 'node:crypto';
import { writeWithGroups } from '../../../demo/transformations';
import { buildWorkflow, TARGET_NODE } from '../../../demo/workflow';
import type { WorkflowJson, WorkflowNode } from '../../../demo/host';
import type { EntityType } from '../../../src/model/entity';
import type { Mode } from './traffic';

export { writeWithGroups as writeDocument };

/** The example workflow with a system id, a webhook and an answer mode of its own. */
export function queueWorkflow(mode: Mode): {
	workflow: WorkflowJson;
	path(entityType: EntityType): string;
} {
	const webhookId = randomUUID();
	const systemId = `queue-${mode}`;
	const example = buildWorkflow();
	const change = (node: WorkflowNode): WorkflowNode => {
		if (node.webhookId !== undefined) {
			// The source is one address: what protects n8n from a flood would measure itself here.
			const options = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0, settleSeconds: 0 };
			return { ...node, webhookId, parameters: { systemId, respond: mode, options } };
		}
		if (node.name !== TARGET_NODE) return node;
		const parameters = {
			...node.parameters,
			transformation: 'custom',
			transformationJson: JSON.stringify(writeWithGroups()),
			// Counted per worker; of 150 people many more leave in these minutes than in a year.
			policy: { deletionBudget: 1_000_000, emptyGroups: 'allow' },
		};
		return { ...node, parameters };
	};
	return {
		workflow: { ...example, name: `Queue ${mode}`, nodes: example.nodes.map(change), pinData: {} },
		path: (type) =>
			`/webhook/${webhookId}/ipsproxy/service/api/v1/systems/${systemId}/entities/${type}`,
	};
}
