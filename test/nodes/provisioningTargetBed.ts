/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-hardcoded-secrets -- reads the output schemas; canaries, not secrets; not shipped */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import type { Json, JsonObject } from '../../src/model/json';
import { createEngine, type EngineRun } from '../support/engine';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../support/identityAuthentication';
import { createPeople } from '../support/people';
import { send } from '../support/request';
import { startScimmy, type ScimmyServer } from '../support/scimmy';
import { deviations } from './schema';

/** Hands its items on, as the trigger in front of the node does. */
const start: INodeType = {
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

function cancellable(signal: AbortSignal): INodeType {
	const { description, execute } = new ProvisioningTarget();
	return {
		description,
		async execute(this: IExecuteFunctions) {
			const getExecutionCancelSignal = { value: () => signal };
			return await execute.call(Object.create(this, { getExecutionCancelSignal }));
		},
	};
}

export const TARGET_TOKEN = 'canary-target-5b2e';

export interface Setting {
	readonly parameters?: INodeParameters;
	readonly credentials?: Readonly<Record<string, IDataObject>>;
	readonly onError?: INode['onError'];
	/** Stands for the one that n8n aborts when the execution is cancelled. */
	readonly signal?: AbortSignal;
}

/** A source, a target, and the node between them in n8n's engine. */
export interface Bed {
	readonly source: IdentityAuthentication;
	readonly target: ScimmyServer;
	readonly credentials: Readonly<Record<string, IDataObject>>;
	createPerson(): JsonObject;
	run(items: readonly IDataObject[], setting?: Setting): Promise<EngineRun>;
	/** Puts an account into the target that did not come from the source. */
	createAccount(attributes: JsonObject): Promise<void>;
	close(): Promise<void>;
}

export function noticeOf(entityId: string, more: IDataObject = {}): IDataObject {
	return {
		notice: {
			system: 'identity-authentication',
			systemId: 'prod-ias',
			entityType: 'user',
			entityId,
			idKind: 'uuid',
			kind: 'changed',
			test: false,
			receivedAt: '2026-11-25T08:00:00.000Z',
			correlationId: `correlation-${entityId}`,
			...more,
		},
	};
}

export async function startBed(): Promise<Bed> {
	const source = await startIdentityAuthentication();
	const target = await startScimmy({ authentication: { kind: 'bearer', token: TARGET_TOKEN } });
	const { user, password } = source.authentication;
	const stored: Bed['credentials'] = {
		provisioningSourceApi: { baseUrl: source.url, authentication: 'basic', user, password },
		provisioningTargetApi: {
			baseUrl: target.url,
			authentication: 'bearer',
			token: TARGET_TOKEN,
		},
	};
	return {
		source,
		target,
		credentials: stored,
		createPerson: createPeople(),
		async run(items, { parameters = {}, credentials = stored, onError, signal } = {}) {
			const engine = createEngine({
				nodeTypes: { target: signal ? cancellable(signal) : new ProvisioningTarget(), start },
				credentialTypes: [new ProvisioningSourceApi(), new ProvisioningTargetApi()],
				credentials,
			});
			const node = { name: 'Target', type: 'target', parameters, onError };
			const workflow = engine.workflow([
				{ name: 'Start', type: 'start' },
				{ ...node, credentials: Object.keys(credentials) },
			]);
			return await engine.run(workflow, 'Start', [items]);
		},
		async createAccount(attributes) {
			const { origin, pathname } = new URL(target.url);
			const { status } = await send(origin, {
				method: 'POST',
				path: `${pathname}/Users`,
				headers: {
					authorization: `Bearer ${TARGET_TOKEN}`,
					'content-type': 'application/scim+json',
				},
				body: JSON.stringify({
					schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
					...attributes,
				}),
			});
			if (status !== 201) throw new Error(`The target refused the account with ${status}.`);
		},
		async close() {
			await source.close();
			await target.close();
		},
	};
}

function schemaOf(operation: string): Json {
	const folder = join(__dirname, '../../nodes/ProvisioningTarget/__schema__/v1.0.0');
	return JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
}

/** What left the node, on either output, as n8n stores it; each item fits the output schema. */
export function outputOf(run: EngineRun, operation = 'sync'): IDataObject[] {
	const schema = schemaOf(operation);
	const stored = JSON.parse(JSON.stringify([...run.json('Target'), ...run.json('Target', 1)]));
	for (const item of stored) {
		// An account has more than the schema offers.
		const known = { ...item, ...(item.entity && { entity: {} }) };
		expect(deviations(schema, known)).toEqual([]);
	}
	return stored;
}

export function statesOf(items: readonly IDataObject[]): unknown[] {
	return items.map(({ outcome }) => Reflect.get(Object(outcome), 'state'));
}

export function hintsOf({ run: { data } }: EngineRun): string[] {
	return (data.resultData.runData['Target'] ?? []).flatMap(({ hints = [] }) =>
		hints.map(({ message }) => message),
	);
}
