import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningSource } from '../../nodes/ProvisioningSource/ProvisioningSource.node.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import { createEngine, type EngineRun } from '../support/engine';
import { start } from './provisioningTransformBed';
import type { Bed } from './provisioningTargetBed';

/** An example workflow, as it stands in its file. */
export interface Example {
	readonly nodes: ReadonlyArray<{ readonly name: string; readonly credentials?: object }>;
	readonly connections: object;
}

export const TARGET = 'n8n-nodes-realtime-provisioning.provisioningTarget';

/** As n8n's own node does it unless told otherwise: all of the first input, then all of the second. */
const merge: INodeType = {
	description: { ...start.description, name: 'merge', inputs: ['main', 'main'] },
	async execute(this: IExecuteFunctions) {
		return [[...this.getInputData(0), ...this.getInputData(1)]];
	},
};

/**
 * The file from the first node on, with the credentials of this world.
 *
 * @param nodeTypes stand-ins, by type, for n8n's own nodes that the example has besides the usual ones
 */
export async function play(
	bed: Bed,
	example: Example,
	items: readonly IDataObject[] = [{}],
	nodeTypes: Readonly<Record<string, INodeType>> = {},
): Promise<EngineRun> {
	const engine = createEngine({
		nodeTypes: {
			'n8n-nodes-realtime-provisioning.sapIdentityAuthenticationTrigger': start,
			'n8n-nodes-realtime-provisioning.provisioningSource': new ProvisioningSource(),
			[TARGET]: new ProvisioningTarget(),
			'n8n-nodes-base.manualTrigger': start,
			'n8n-nodes-base.scheduleTrigger': start,
			'n8n-nodes-base.merge': merge,
			'n8n-nodes-base.noOp': start,
			'n8n-nodes-base.stickyNote': start,
			...nodeTypes,
		},
		credentialTypes: [new ProvisioningSourceApi(), new ProvisioningTargetApi()],
		credentials: bed.credentials,
	});
	const nodes: Parameters<typeof engine.workflow>[0] = JSON.parse(
		JSON.stringify(
			example.nodes.map((node) => ({ ...node, credentials: Object.keys(node.credentials ?? {}) })),
		),
	);
	const workflow = engine.workflow(nodes, JSON.parse(JSON.stringify(example.connections)));
	return await engine.run(workflow, nodes[0]?.name ?? '', [items]);
}
