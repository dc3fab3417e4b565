import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

export interface TriggerParameters {
	readonly systemId: string;
	readonly entityTypes: readonly string[];
	readonly kinds: readonly string[];
	readonly respond: string;
	/** In `finished` mode a failure that no repeat can cure is answered with 200. */
	readonly isLenient: boolean;
}

export const SYSTEM_ID = /^[A-Za-z0-9_-]{1,64}$/;

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Wherever the editor or an imported workflow left something else, nothing is allowed. */
export function readParameters(context: IWebhookFunctions | IHookFunctions): TriggerParameters {
	return {
		systemId: String(context.getNodeParameter('systemId', '')),
		entityTypes: texts(context.getNodeParameter('entityTypes', [])),
		kinds: texts(context.getNodeParameter('kinds', [])),
		respond: String(context.getNodeParameter('respond', 'received')),
		isLenient: context.getNodeParameter('options.failureStatus', 422) === 200,
	};
}
