import type { JsonObject } from '../src/model/json';

/** A credential as a person would fill it in. */
export interface StoredCredential {
	/** Name of the credential type, e.g. `provisioningTargetApi`. */
	readonly type: string;
	/** What the editor shows. */
	readonly name: string;
	readonly data: JsonObject;
}

export interface WorkflowNode {
	readonly id: string;
	readonly name: string;
	/** `<package>.<node>` */
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: JsonObject;
	readonly webhookId?: string;
	readonly onError?: 'continueRegularOutput';
	/** By credential type; `id` is set by the host, found by `name`. */
	readonly credentials?: Readonly<Record<string, { readonly id?: string; readonly name: string }>>;
}

/** The part of n8n's workflow JSON that the demo uses; a file in `workflows/` is one. */
export interface WorkflowJson {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: JsonObject;
	readonly pinData?: JsonObject;
	readonly settings?: JsonObject;
}

export interface Execution {
	readonly status: string;
	/** Output items by node name, all outputs joined; a node that did not run is absent. */
	readonly items: Readonly<Record<string, readonly JsonObject[]>>;
	/** Message of the error that stopped it. */
	readonly error?: string;
}

/** Where the story plays: a real n8n, or n8n's engine inside this process. */
export interface Host {
	/** e.g. `n8n 2.41.1` */
	readonly title: string;
	/** Stores the credentials and publishes the workflow; its webhooks answer afterwards. */
	publish(workflow: WorkflowJson, credentials: readonly StoredCredential[]): Promise<Published>;
	close(): Promise<void>;
}

export interface Published {
	/** Production webhooks are below it, e.g. `http://127.0.0.1:5678/webhook`. */
	readonly webhookBase: string;
	/** Of this workflow, oldest first; waits until none is running. */
	executions(): Promise<readonly Execution[]>;
}
