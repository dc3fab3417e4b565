import type { IDataObject } from 'n8n-workflow';
import type { EntityType } from '../../src/model/entity';
import { ProvisioningError } from '../../src/model/errors';
import { isObject, member, type Json, type JsonObject } from '../../src/model/json';
import { readEntityType } from '../shared/items';

/** The part of an item that a transformation works on. */
export interface Incoming {
	readonly entityType: EntityType;
	readonly entity: JsonObject;
	/** What a trigger or an earlier transformation computed beside the entity. */
	readonly variables: JsonObject;
}

/**
 * An item has its entity in `entity`, or is the entity itself.
 *
 * @param entityType what the author chose, when it is not to come from the item
 * @throws ProvisioningError `notice.invalid`
 */
export function readIncoming(json: IDataObject, entityType: EntityType | undefined): Incoming {
	const item: JsonObject = isObject(json) ? json : {};
	const entity = member(item, 'entity');
	if (!isObject(entity) && Object.hasOwn(item, 'notice')) throw noEntity();
	const variables = isObject(entity) ? member(item, 'variables') : undefined;
	return {
		entityType: readEntityType(json, entityType),
		entity: isObject(entity) ? entity : item,
		variables: isObject(variables) ? variables : {},
	};
}

/** An earlier transformation, or the reading of the source, ended this entity: there is nothing to map. */
export function endedBefore(json: IDataObject): boolean {
	const item: Json = isObject(json) ? json : {};
	if (Object.hasOwn(item, 'entity')) return false;
	if (Object.hasOwn(item, 'readSkipped') || Object.hasOwn(item, 'readError')) return true;
	const status = member(member(item, 'transformation'), 'status');
	return status === 'skipped' || status === 'failed';
}

function noEntity(): ProvisioningError {
	return new ProvisioningError({
		code: 'notice.invalid',
		message: "The item has no 'entity'",
		hint: "Set 'entity' on the item: the user or group as its system shows it.",
	});
}
