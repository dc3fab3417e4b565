import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import { isObject, type JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { noticeOf } from '../nodes/provisioningTargetBed';
import { start } from '../nodes/provisioningTransformBed';
import { createEngine } from '../support/engine';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../support/identityAuthentication';
import { startApplication, type Application } from './application';
import type { Description } from './description';

export interface SyncMore {
	readonly kind?: 'changed' | 'deleted';
	readonly policy?: INodeParameters;
}

/** A tenant of Identity Authentication, the application, and the target node between them. */
export interface Bed {
	readonly source: IdentityAuthentication;
	readonly application: Application;
	/** Runs the node for a notice; the outcome of the entity. */
	sync(type: 'user' | 'group', id: string, more?: SyncMore): Promise<IDataObject>;
	close(): Promise<void>;
}

export async function startBed(description: Description): Promise<Bed> {
	const source = await startIdentityAuthentication();
	const application = await startApplication(description);
	const { user, password } = source.authentication;
	const engine = createEngine({
		nodeTypes: { target: new ProvisioningTarget(), start },
		credentialTypes: [new ProvisioningSourceApi(), new ProvisioningTargetApi()],
		credentials: {
			provisioningSourceApi: { baseUrl: source.url, authentication: 'basic', user, password },
			provisioningTargetApi: application.credential,
		},
	});
	const always: INodeParameters = {
		system: description.system,
		...(description.apiVersion !== undefined && { apiVersion: description.apiVersion }),
		...groupsSwitchedOn(description),
		properties: {
			property: Object.entries(description.properties ?? {}).map(([name, value]) => ({
				name,
				value,
			})),
		},
	};

	return {
		source,
		application,
		async sync(entityType, id, { kind = 'changed', policy = {} } = {}) {
			const workflow = engine.workflow([
				{ name: 'Start', type: 'start' },
				{
					name: 'Target',
					type: 'target',
					parameters: { ...always, policy },
					credentials: ['provisioningSourceApi', 'provisioningTargetApi'],
					onError: 'continueRegularOutput',
				},
			]);
			const run = await engine.run(workflow, 'Start', [[noticeOf(id, { kind, entityType })]]);
			const [item] = [...run.json('Target'), ...run.json('Target', 1)];
			const outcome = item?.['outcome'];
			if (outcome === undefined)
				throw new Error(`No outcome: ${run.error ?? JSON.stringify(item)}`);
			return Object(outcome);
		},
		async close() {
			await source.close();
			await application.close();
		},
	};
}

/** Group mappings that are off by default are what an administrator switches on. */
function groupsSwitchedOn({ system, apiVersion }: Description): INodeParameters {
	const document = systems.get(system)?.defaultTransformation('write', apiVersion) ?? {};
	const { group } = document;
	if (!isObject(group) || group['ignore'] !== true) return {};
	const on: JsonObject = { ...document, group: { ...group, ignore: false } };
	return { transformation: 'custom', transformationJson: JSON.stringify(on) };
}
