/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { createServer, type RequestListener } from 'node:http';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INodeType,
} from 'n8n-workflow';
import { ProvisioningTargetApi } from '../../../credentials/ProvisioningTargetApi.credentials.js';
import { connectHttp } from '../../../nodes/shared/http';
import type { ProvisioningError } from '../../../src/model/errors';
import type { HttpRequest, HttpResponse } from '../../../src/model/ports';
import { createEngine } from '../../support/engine';
import { headersOf, listenOnLoopback, readText, type Call } from '../../support/loopback';

type Result = HttpResponse | ProvisioningError;

/** Sends requests through the adapter from inside a node that the real engine runs. */
export async function sendFromNode(
	credential: IDataObject | (() => Promise<ICredentialDataDecryptedObject>),
	requests: readonly HttpRequest[],
	pace: 'oneByOne' | 'atOnce' = 'oneByOne',
): Promise<Result[]> {
	const results: Result[] = [];
	const probe: INodeType = {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: [],
			version: 1,
			description: 'Sends requests',
			defaults: { name: 'Probe' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'provisioningTargetApi', required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const http = await connectHttp(this, 'provisioningTargetApi');
			const send = (request: HttpRequest): Promise<Result> =>
				http.send(request).catch((error: ProvisioningError) => error);
			if (pace === 'atOnce') results.push(...(await Promise.all(requests.map(send))));
			else for (const request of requests) results.push(await send(request));
			return [[]];
		},
	};
	const engine = createEngine({
		nodeTypes: { probe },
		credentialTypes: [new ProvisioningTargetApi()],
		credentials: { provisioningTargetApi: credential },
	});
	const sketch = { name: 'Probe', type: 'probe', credentials: ['provisioningTargetApi'] };
	const { error } = await engine.run(engine.workflow([sketch]), 'Probe', [[{}]]);
	if (error !== undefined) throw new Error(error);
	return results;
}

export interface Recorder {
	readonly origin: string;
	readonly calls: Call[];
	close(): Promise<void>;
}

/** A server that keeps what it was sent and answers as told. */
export async function startRecorder(answer: RequestListener): Promise<Recorder> {
	const calls: Call[] = [];
	const server = createServer((request, response) => {
		void readText(request).then((body) => {
			const { method = '', url: path = '' } = request;
			calls.push({ method, path, headers: headersOf(request), body });
			answer(request, response);
		});
	});
	const { origin, close } = await listenOnLoopback(server);
	return { origin, calls, close };
}
