/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the output schemas; not shipped */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningSource } from '../../nodes/ProvisioningSource/ProvisioningSource.node.js';
import type { Json } from '../../src/model/json';
import type { Authentication } from '../support/authentication';
import { createEngine, type EngineRun } from '../support/engine';
import { start } from './provisioningTransformBed';
import { deviations } from './schema';

/** A simulated application. */
export interface Application {
	readonly url: string;
	readonly authentication?: Authentication;
}

export interface Setting {
	readonly items?: readonly IDataObject[];
	readonly onError?: INode['onError'];
}

/** The node in n8n's engine, behind a node that puts out the items; one empty item unless told. */
export async function run(
	{ url, authentication }: Application,
	parameters: INodeParameters,
	{ items = [{}], onError }: Setting = {},
): Promise<EngineRun> {
	const basic =
		authentication?.kind === 'basic' ? authentication : { user: 'reader', password: 'any' };
	const credential = { baseUrl: url, authentication: 'basic', ...withoutKind(basic) };
	const engine = createEngine({
		nodeTypes: { source: new ProvisioningSource(), start },
		credentialTypes: [new ProvisioningSourceApi()],
		credentials: { provisioningSourceApi: credential },
	});
	const workflow = engine.workflow([
		{ name: 'Start', type: 'start' },
		{
			name: 'Source',
			type: 'source',
			parameters,
			credentials: ['provisioningSourceApi'],
			onError,
		},
	]);
	return await engine.run(workflow, 'Start', [items]);
}

function withoutKind({ user, password }: { user: string; password: string }) {
	return { user, password };
}

/** What left the node as n8n stores it, after a look at the schema of the operation. */
export function outputOf(
	{ json, error }: EngineRun,
	operation: 'get' | 'getMany' | 'getChanged' | 'checkConnection' = 'getMany',
): IDataObject[] {
	expect(error).toBeUndefined();
	const folder = join(__dirname, '../../nodes/ProvisioningSource/__schema__/v1.0.0');
	const schema: Json = JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
	const stored = JSON.parse(JSON.stringify(json('Source')));
	// Entities and variables have more than the schema offers.
	for (const item of stored) {
		const known = {
			...item,
			...(item.entity && { entity: {} }),
			...(item.variables && { variables: {} }),
		};
		expect(deviations(schema, known)).toEqual([]);
	}
	return stored;
}

export function hintsOf({ run: { data } }: EngineRun): string[] {
	return (data.resultData.runData['Source'] ?? []).flatMap(({ hints = [] }) =>
		hints.map(({ message }) => message),
	);
}

export function entityIdsOf(items: readonly IDataObject[]): unknown[] {
	return items.map(({ notice }) => Reflect.get(Object(notice), 'entityId'));
}
