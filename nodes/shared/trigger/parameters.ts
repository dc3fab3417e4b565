import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { member, type Json } from '../../../src/model/json';
import { parseChoice, type Choice } from '../choices';
import { parseProperties, type Properties } from '../transformations';
import type { TriggerSource } from './source';

type Context = IWebhookFunctions | IHookFunctions;

/** How the trigger reads entities back from the source. */
export interface ReadBackParameters {
	/** Absent: the version that the source has by default. */
	readonly apiVersion?: string;
	readonly transformation: Choice;
	readonly properties: Properties;
}

export interface TriggerParameters {
	readonly systemId: string;
	readonly entityTypes: readonly string[];
	readonly kinds: readonly string[];
	readonly respond: string;
	/** In `finished` mode a failure that no repeat can cure is answered with 200. */
	readonly isLenient: boolean;
	/** SCIM clients may push whole entities below the address of the system. */
	readonly acceptsPush: boolean;
	/** Status in the acknowledgement of a SOAP notice. */
	readonly acknowledgement: '0' | '200';
	/** Regular expression for user names; empty when there are no test users. */
	readonly testUsers: string;
	/** Absent when the trigger leaves reading to others. */
	readonly readBack?: ReadBackParameters;
}

export const SYSTEM_ID = /^[A-Za-z0-9_-]{1,64}$/;

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readReadBack(context: Context): ReadBackParameters {
	const parameter = (name: string, fallback: Json) =>
		context.getNodeParameter(name, fallback) as Json;
	const apiVersion = parameter('apiVersion', '');
	const custom = () => parameter('transformationJson', '');
	return {
		...(typeof apiVersion === 'string' && apiVersion !== '' && { apiVersion }),
		transformation: parseChoice(parameter('transformation', 'default'), custom),
		properties: parseProperties(member(parameter('properties', {}), 'property')),
	};
}

/** Wherever the editor or an imported workflow left something else, nothing is allowed. */
export function readParameters(context: Context, { system }: TriggerSource): TriggerParameters {
	const usual = system.source?.testUsers ?? '';
	return {
		systemId: String(context.getNodeParameter('systemId', '')),
		entityTypes: texts(context.getNodeParameter('entityTypes', [])),
		kinds: texts(context.getNodeParameter('kinds', [])),
		respond: String(context.getNodeParameter('respond', 'received')),
		isLenient: context.getNodeParameter('options.failureStatus', 422) === 200,
		acceptsPush: context.getNodeParameter('options.acceptScimPush', false) === true,
		acknowledgement:
			context.getNodeParameter('options.acknowledgementStatus', '0') === '200' ? '200' : '0',
		testUsers: String(context.getNodeParameter('options.testUsers', usual)),
		...(context.getNodeParameter('readEntity', false) === true && {
			readBack: readReadBack(context),
		}),
	};
}
