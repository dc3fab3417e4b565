import type { IExecuteFunctions } from 'n8n-workflow';
import { ENTITY_TYPES, type EntityType } from '../../src/model/entity';
import { isObject, member, type Json, type JsonObject } from '../../src/model/json';
import type { Policy } from '../../src/sync/policy';
import { parseProperties, type Properties } from '../shared/transformations';
import { parsePolicy } from './policy';
import { FROM_NOTICE } from './targetProperties';

/** `default` is the one of the system; anything else is the document itself. */
export type Choice = 'default' | 'none' | { readonly document: JsonObject | string };

/** What the author chose for one item, in our own types. */
export interface Parameters {
	/** Absent: as the item says. */
	readonly entityType?: EntityType;
	readonly fromSource: boolean;
	/** Absent: as the notice says. */
	readonly sourceSystem?: string;
	readonly sourceApiVersion?: string;
	readonly read: Choice;
	readonly write: Choice;
	readonly properties: Properties;
	readonly policy: Policy;
}

/** @throws ProvisioningError `configuration.invalid` */
export function readParameters(context: IExecuteFunctions, index: number): Parameters {
	const parameter = (name: string, fallback: Json = '') =>
		context.getNodeParameter(name, index, fallback) as Json;
	const options = parameter('options', {});
	const sourceSystem = text(parameter('sourceSystem'));
	return {
		entityType: ENTITY_TYPES.find((type) => type === parameter('entityType')),
		fromSource: parameter('desiredState') !== 'item',
		sourceSystem: sourceSystem === FROM_NOTICE ? undefined : sourceSystem,
		sourceApiVersion: text(member(options, 'sourceApiVersion')),
		read: choice(member(options, 'sourceTransformation'), () =>
			member(options, 'sourceTransformationJson'),
		),
		write: choice(parameter('transformation'), () => parameter('transformationJson')),
		properties: parseProperties(member(parameter('properties', {}), 'property')),
		policy: parsePolicy(parameter('policy', {})),
	};
}

export function text(value: Json | undefined): string | undefined {
	return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function choice(chosen: Json | undefined, custom: () => Json | undefined): Choice {
	if (chosen === 'none') return chosen;
	if (chosen !== 'custom') return 'default';
	const document = custom();
	return { document: isObject(document) || typeof document === 'string' ? document : '' };
}
