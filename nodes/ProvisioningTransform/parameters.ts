import type { IExecuteFunctions } from 'n8n-workflow';
import { ENTITY_TYPES, type EntityType } from '../../src/model/entity';
import { ProvisioningError } from '../../src/model/errors';
import { isObject, member, type Json, type JsonObject } from '../../src/model/json';
import { systems, type TransformationDirection } from '../../src/systems';
import { parseProperties, type Properties } from '../shared/transformations';

const OPERATIONS = ['create', 'update', 'delete'] as const;

/** What the author chose for one item, in our own types. */
export interface Parameters {
	readonly direction: TransformationDirection;
	/** Read transformations know no operation. */
	readonly operation: (typeof OPERATIONS)[number];
	/** Absent: as the item says. */
	readonly entityType?: EntityType;
	readonly document: JsonObject | string;
	/** The author wrote the document, so what is doubtful in it is for the author to know. */
	readonly isCustom: boolean;
	readonly properties: Properties;
	readonly explain: boolean;
}

/** @throws ProvisioningError `configuration.invalid` */
export function readParameters(context: IExecuteFunctions, index: number): Parameters {
	const parameter = (name: string, fallback: Json = '') =>
		context.getNodeParameter(name, index, fallback) as Json;
	const direction = parameter('operation') === 'write' ? 'write' : 'read';
	const isCustom = parameter('transformation') === 'custom';
	return {
		direction,
		operation: OPERATIONS.find((one) => one === parameter('writeOperation')) ?? 'create',
		entityType: ENTITY_TYPES.find((type) => type === parameter('entityType')),
		document: isCustom
			? customDocument(parameter('transformationJson'))
			: defaultDocument(direction, String(parameter('system')), parameter('apiVersion')),
		isCustom,
		properties: parseProperties(member(parameter('properties', {}), 'property')),
		explain: parameter('explain', false) === true,
	};
}

/** Text as it was pasted, so that faults have a line and a column; an expression may give the document itself. */
function customDocument(given: Json): JsonObject | string {
	return isObject(given) || typeof given === 'string' ? given : '';
}

function defaultDocument(
	direction: TransformationDirection,
	id: string,
	apiVersion: Json,
): JsonObject {
	const system = systems.get(id);
	if (system === undefined) {
		throw new ProvisioningError({
			code: 'configuration.invalid',
			message: `There is no system '${id}'`,
			hint: "Choose a system of the list in 'System', or a transformation of your own.",
		});
	}
	const version = typeof apiVersion === 'string' && apiVersion !== '' ? apiVersion : undefined;
	return system.defaultTransformation(direction, version);
}
