import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningSource } from '../../nodes/ProvisioningSource/ProvisioningSource.node.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import { isWritable, systems } from '../../src/systems';
import { createEngine } from '../support/engine';
import { noticeOf } from './provisioningTargetBed';
import { start } from './provisioningTransformBed';

/** Every API version of every system, as a choice of the administrator. */
const VERSIONS = [...systems.values()].flatMap(({ id, name, versions }) =>
	versions.map((version) => ({
		system: id,
		apiVersion: version.version,
		name,
		isTarget: isWritable(version),
		isSource: version.transformations.read !== undefined,
		isOneOfSeveral: versions.length > 1,
	})),
);

export type Operation = readonly ['target' | 'source', INodeParameters];

const item = { desiredState: 'item', transformation: 'none', entityType: 'user' };
const one = { entityId: '40017', entityType: 'user' };
export const CHECK: Operation = ['target', { operation: 'checkConnection' }];
export const OPERATIONS: readonly Operation[] = [
	CHECK,
	['target', { ...item, operation: 'sync' }],
	['source', { operation: 'checkConnection' }],
	['source', { ...one, operation: 'get' }],
];

/** The node, but each item chooses the system: a node for each of them would cost seconds. */
function choosing({ description, execute }: ProvisioningTarget | ProvisioningSource): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData();
			const getNodeParameter = (name: string, index: number, fallback?: unknown) =>
				Object(items[index]?.json['chosen'])[name] ?? this.getNodeParameter(name, index, fallback);
			return await execute.call(
				Object.create(this, { getNodeParameter: { value: getNodeParameter } }),
			);
		},
	};
}

/** Without an answer there is nothing that a system could do about it: one stands for all. */
export const FIRST = { only: 1 };

/** What each version of each system says about a credential. */
export async function complaints(
	[side, parameters]: Operation,
	credential: IDataObject,
	{ apiVersion, only }: { apiVersion?: string; only?: number } = {},
) {
	const choices = VERSIONS.filter((choice) =>
		side === 'target' ? choice.isTarget : choice.isSource,
	).slice(0, only);
	const engine = createEngine({
		nodeTypes: {
			target: choosing(new ProvisioningTarget()),
			source: choosing(new ProvisioningSource()),
			start,
		},
		credentialTypes: [new ProvisioningSourceApi(), new ProvisioningTargetApi()],
		credentials: { provisioningTargetApi: credential, provisioningSourceApi: credential },
	});
	const type = side === 'target' ? 'provisioningTargetApi' : 'provisioningSourceApi';
	const workflow = engine.workflow([
		{ name: 'Start', type: 'start' },
		{ name: 'Node', type: side, parameters, credentials: [type], onError: 'continueRegularOutput' },
	]);
	const entity = { userName: 'mira.holm', name: { familyName: 'Holm' } };
	const items = choices.map((choice) => ({
		...noticeOf('40017'),
		entity,
		chosen: { system: choice.system, apiVersion: apiVersion ?? choice.apiVersion },
	}));
	const run = await engine.run(workflow, 'Start', [items]);
	expect(run.error).toBeUndefined();
	return choices.map((choice, index) => {
		const json = run.json('Node')[index];
		const outcome = Object(json?.['outcome']);
		const { hint, message = outcome.reason } = Object(outcome.error ?? json?.['readError']);
		return { ...choice, message: String(message), hint: String(hint) };
	});
}
