import { ENTITY_TYPES, type EntityType } from '../../src/model/entity';
import { ProvisioningError } from '../../src/model/errors';
import { member, type Json } from '../../src/model/json';
import type { Policy } from '../../src/sync/policy';
import { parseChoice, type Choice } from '../shared/choices';
import { text, type Parameter } from '../shared/parameters';
import { parseProperties, type Properties } from '../shared/transformations';
import { parsePolicy } from './policy';
import { FROM_NOTICE } from './targetProperties';

/** What the author chose for one item, in our own types. */
export interface Parameters {
	readonly system: string;
	readonly apiVersion?: string;
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
	/** Absent: as fast as the target answers. */
	readonly requestsPerMinute?: number;
	/** What concerns one operation only. */
	readonly options: Json;
}

/** @throws ProvisioningError `configuration.invalid` */
export function readParameters(parameter: Parameter): Parameters {
	const options = parameter('options', {});
	const sourceSystem = text(parameter('sourceSystem'));
	return {
		system: String(parameter('system')),
		apiVersion: text(parameter('apiVersion')),
		entityType: readEntityTypeChoice(parameter),
		fromSource: parameter('desiredState') !== 'item',
		sourceSystem: sourceSystem === FROM_NOTICE ? undefined : sourceSystem,
		sourceApiVersion: text(member(options, 'sourceApiVersion')),
		read: parseChoice(member(options, 'sourceTransformation'), () =>
			member(options, 'sourceTransformationJson'),
		),
		write: parseChoice(parameter('transformation'), () => parameter('transformationJson')),
		properties: parseProperties(member(parameter('properties', {}), 'property')),
		policy: parsePolicy(parameter('policy', {})),
		requestsPerMinute: readLimit(options, 'requestsPerMinute', 'Request Limit'),
		options,
	};
}

/** Absent: as the item says. */
export function readEntityTypeChoice(parameter: Parameter): EntityType | undefined {
	return ENTITY_TYPES.find((type) => type === parameter('entityType'));
}

const MOST_AT_ONCE = 20;

/** One and the same for all items; an imported workflow may hold anything. */
export function readItemsAtOnce(parameter: Parameter): number {
	const value = member(parameter('options', {}), 'itemsAtOnce');
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return 1;
	return Math.min(value, MOST_AT_ONCE);
}

/** Absent or 0: no limit. */
function readLimit(options: Json, name: string, field: string): number | undefined {
	const value = member(options, name) ?? 0;
	if (value === 0) return undefined;
	if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${field}' is not a whole number`,
		hint: `Enter a number in '${field}', or 0 for no limit.`,
	});
}
