/* eslint-disable @n8n/community-nodes/no-restricted-imports -- trusts an authority of its own; not shipped */
import tls from 'node:tls';
import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningSource } from '../../nodes/ProvisioningSource/ProvisioningSource.node.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import type { EntityType } from '../../src/model/entity';
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
		paths: version.paths,
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

/** Where the system itself has not answered there is nothing that differs: one stands for all. */
export const FIRST = { only: 1 };

interface Choice {
	/** In place of each of those that there are. */
	readonly apiVersion?: string;
	readonly only?: number;
	/** Users unless told; applications without them are left out. */
	readonly entityType?: EntityType;
	/** Of the systems; absent: all. */
	readonly ids?: readonly string[];
}

/** How it goes with each version of each system, or of some, by one credential. */
export async function findings(
	[side, parameters]: Operation,
	credential: IDataObject,
	{ apiVersion, only, ids, entityType = 'user' }: Choice = {},
) {
	const choices = VERSIONS.filter(({ system }) => ids?.includes(system) ?? true)
		.filter((choice) => (side === 'target' ? choice.isTarget : choice.isSource))
		.filter(({ paths }) => paths[entityType] !== undefined)
		.slice(0, only);
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
		chosen: {
			system: choice.system,
			apiVersion: apiVersion ?? choice.apiVersion,
			entityType,
		},
	}));
	const run = await engine.run(workflow, 'Start', [items]);
	expect(run.error).toBeUndefined();
	return choices.map((choice, index) => {
		const json = run.json('Node')[index];
		const outcome = Object(json?.['outcome']);
		const { hint, message = outcome.reason } = Object(outcome.error ?? json?.['readError']);
		return { ...choice, state: outcome.state, message: String(message), hint: String(hint) };
	});
}

/**
 * Trusts a certificate authority in all connections: n8n trusts what Node trusts, and nothing in a running
 * process adds an authority to that.
 *
 * @returns ends it
 */
export function trust(authority: string): () => void {
	const create = tls.createSecureContext;
	const trusting = jest.spyOn(tls, 'createSecureContext').mockImplementation((options) => {
		const context = create(options);
		context.context.addCACert(authority);
		return context;
	});
	return () => trusting.mockRestore();
}
