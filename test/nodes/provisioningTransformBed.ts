/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the output schemas; not shipped */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { ProvisioningTransform } from '../../nodes/ProvisioningTransform/ProvisioningTransform.node.js';
import type { Json } from '../../src/model/json';
import { createEngine, type EngineRun } from '../support/engine';
import { deviations } from './schema';

/** Hands its items on, as whatever stands in front of the node does. */
export const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: [],
		version: 1,
		description: 'Hands its items on',
		defaults: { name: 'Start' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

/** The node in n8n's engine, behind a node that puts out these items. */
export async function run(
	items: readonly IDataObject[],
	parameters: INodeParameters,
	onError?: INode['onError'],
): Promise<EngineRun> {
	const nodeTypes = { transform: new ProvisioningTransform(), start };
	const engine = createEngine({ nodeTypes });
	const workflow = engine.workflow([
		{ name: 'Start', type: 'start' },
		{ name: 'Transform', type: 'transform', parameters, onError },
	]);
	return await engine.run(workflow, 'Start', [items]);
}

/** What left the node as n8n stores it, after a look at the schema of the operation. */
export function outputOf(
	{ json }: EngineRun,
	operation: 'read' | 'write',
	output?: number,
): IDataObject[] {
	const folder = join(__dirname, '../../nodes/ProvisioningTransform/__schema__/v1.0.0');
	const schema: Json = JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
	const stored = JSON.parse(JSON.stringify(json('Transform', output)));
	for (const item of stored) expect(deviations(schema, item)).toEqual([]);
	return stored;
}

export function custom(
	operation: 'read' | 'write',
	document: string | object,
	more: INodeParameters = {},
): INodeParameters {
	const transformationJson = typeof document === 'string' ? document : JSON.stringify(document);
	return { operation, transformation: 'custom', transformationJson, ...more };
}

export function hintsOf({ run: { data } }: EngineRun): string[] {
	return (data.resultData.runData['Transform'] ?? []).flatMap(({ hints = [] }) =>
		hints.map(({ message }) => message),
	);
}
